/** The phases of the steering cycle that have guided questions, and RKA's order for analysing a deviation. */
export const phases = ['gather', 'focus', 'causes', 'conclude', 'deviation'] as const;
export type Phase = (typeof phases)[number];

/** How addresses spell them. */
export const phaseSlugs: Readonly<Record<Phase, string>> = {
  gather: 'samla',
  focus: 'fokusera',
  causes: 'orsaker',
  conclude: 'slutsatser',
  deviation: 'avvikelse',
};

/** Where the work of a phase is done, with a focus area and without. */
export function workHref(phase: Phase, focusArea: string | null): string {
  switch (phase) {
    case 'gather':
      return '/nulage';
    case 'focus':
      return focusArea === null ? '/fokus/kandidater' : `/fokus/${focusArea}`;
    case 'causes':
    case 'deviation':
      return focusArea === null ? '/orsaker' : `/fokus/${focusArea}/orsaker`;
    case 'conclude':
      return focusArea === null ? '/slutsatser' : `/slutsatser?focusArea=${focusArea}`;
  }
}

export function phaseHref(phase: Phase, focusArea: string | null): string {
  return `/vagledning/${phaseSlugs[phase]}${focusArea === null ? '' : `?fokus=${focusArea}`}`;
}

export function phaseOf(slug: string): Phase | undefined {
  return phases.find((phase) => phaseSlugs[phase] === slug);
}

/** The vocabulary that holds a phase's questions: the municipality changes, adds and removes them like its other words. */
export function vocabularyOf(phase: Phase): string {
  return `guidance.${phase}`;
}
