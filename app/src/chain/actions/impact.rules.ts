/** What a description of consequences (konsekvensbeskrivning) goes through, in this order. */
export const aspects = [
  'economy',
  'quality',
  'staff',
  'organisation',
  'users',
  'children',
  'equality',
  'environment',
  'law',
  'risks',
] as const;
export type Aspect = (typeof aspects)[number];

export const directions = ['better', 'same', 'worse', 'unclear'] as const;
export type Direction = (typeof directions)[number];

/** What is chosen in the form: a direction, that the part is not relevant, or nothing yet. */
export const impactChoices = [...directions, 'notRelevant'] as const;
export type ImpactChoice = (typeof impactChoices)[number] | '';

/** Consequences are described for a proposal, and for doing nothing in a focus area. */
export interface ImpactSubject {
  readonly kind: 'proposal' | 'focusArea';
  readonly id: string;
}

export interface Impact {
  readonly id: string;
  readonly version: number;
  readonly aspect: Aspect;
  /** A group of users or residents; '' is the part as a whole. */
  readonly affected: string;
  readonly choice: ImpactChoice;
  readonly words: string;
}

/** One part as the form holds it. `key` is the aspect, or `group-` and the row's id or a number for a new group. */
export interface ImpactEntry {
  readonly key: string;
  /** The row that the form was opened with; '' when there was none. */
  readonly row: string;
  /** Its version; 0 when there was none. */
  readonly version: number;
  readonly affected: string;
  readonly choice: ImpactChoice;
  readonly words: string;
}

export type EntryContent = Pick<ImpactEntry, 'affected' | 'choice' | 'words'>;
export const emptyContent: EntryContent = { affected: '', choice: '', words: '' };

/** How many new groups the form has room for at a time. */
export const newGroups = 2;

export function keyOf({ id, aspect, affected }: Pick<Impact, 'id' | 'aspect' | 'affected'>): string {
  return affected === '' ? aspect : `group-${id}`;
}

export function aspectOf(key: string): Aspect {
  return aspects.find((aspect) => aspect === key) ?? 'users';
}

export function isGroup(key: string): boolean {
  return key.startsWith('group-');
}

export function isEmpty({ affected, choice, words }: EntryContent): boolean {
  return affected === '' && choice === '' && words === '';
}

export function sameContent(a: EntryContent, b: EntryContent): boolean {
  return a.affected === b.affected && a.choice === b.choice && a.words === b.words;
}

/** Parts that nothing is said about yet. Users are described when a group of them is. */
export function missingAspects(impacts: readonly Pick<Impact, 'aspect'>[]): readonly Aspect[] {
  return aspects.filter((aspect) => !impacts.some((impact) => impact.aspect === aspect));
}

export interface ImpactFault {
  readonly key: string;
  readonly field: 'affected' | 'choice' | 'words';
  readonly reason: 'reasonNeeded' | 'wordsNeeded' | 'choiceUnknown' | 'tooLong' | 'groupNeeded' | 'groupTwice';
}

export const mostWords = 20_000;
export const mostGroupLetters = 200;

/** What cannot be taken. That something is not relevant demands its reason; a direction without words says nothing. */
export function impactFaults(entries: readonly ImpactEntry[]): readonly ImpactFault[] {
  const groups = new Set<string>();
  return entries.flatMap((entry): ImpactFault[] => {
    const { key, affected, choice, words } = entry;
    if (isEmpty(entry)) return [];
    const fault = (field: ImpactFault['field'], reason: ImpactFault['reason']) => [{ key, field, reason }];
    if (choice !== '' && !impactChoices.includes(choice)) return fault('choice', 'choiceUnknown');
    if (words.length > mostWords) return fault('words', 'tooLong');
    if (words === '') return fault('words', choice === 'notRelevant' ? 'reasonNeeded' : 'wordsNeeded');
    if (!isGroup(key)) return [];
    if (affected === '') return fault('affected', 'groupNeeded');
    if (affected.length > mostGroupLetters) return fault('affected', 'tooLong');
    const name = affected.toLowerCase();
    if (groups.has(name)) return fault('affected', 'groupTwice');
    groups.add(name);
    return [];
  });
}

/** What becomes of one part when somebody saves: two people may write different parts at the same time. */
export type Outcome = 'keep' | 'write' | 'conflict';

/**
 * `base` is what the form was opened with, `theirs` what stands now. Whoever did not touch a part leaves it to the other; when both touched it, and
 * differently, the person chooses.
 */
export function outcomeOf(mine: EntryContent, base: EntryContent, theirs: EntryContent): Outcome {
  if (sameContent(mine, base) || sameContent(mine, theirs)) return 'keep';
  return sameContent(base, theirs) ? 'write' : 'conflict';
}

/** The guided questions of a child impact assessment, as they are asked one by one. */
export const childQuestions = ['whichChildren', 'voices', 'bestInterests', 'balancing', 'followUp'] as const;
export type ChildQuestion = (typeof childQuestions)[number];
export type ChildAnswers = Readonly<Record<ChildQuestion, string>>;
export const mostAnswerLetters = 10_000;

export const noAnswers: ChildAnswers = {
  whichChildren: '',
  voices: '',
  bestInterests: '',
  balancing: '',
  followUp: '',
};

export function answeredQuestions(answers: ChildAnswers): number {
  return childQuestions.filter((question) => answers[question] !== '').length;
}
