import type { Kind, ThreadObject } from './thread.rules.ts';

export const threadPath = '/trad';

/** How addresses name what a thread is of: the register and the id. A key figure goes by its code alone. */
const namesOfKinds: Readonly<Record<Exclude<Kind, 'keyFigure'>, string>> = {
  observation: 'situation.observation',
  candidate: 'focus.candidate',
  focusArea: 'focus.area',
  problem: 'causes.problem',
  cause: 'causes.cause',
  conclusion: 'actions.conclusion',
  proposal: 'actions.proposal',
  decision: 'actions.decision',
  action: 'actions.action',
  effect: 'followup.expected_effect',
};

export function objectOf(text: string): ThreadObject | undefined {
  const [name = '', id] = text.split(':');
  if (id === undefined) return /^[^\s\0]{1,40}$/.test(name) ? { kind: 'keyFigure', id: name } : undefined;
  const found = Object.entries(namesOfKinds).find(([, register]) => register === name);
  return found && { kind: found[0] as Kind, id };
}

export function nameOf({ kind, id }: ThreadObject): string {
  return kind === 'keyFigure' ? id : `${namesOfKinds[kind]}:${id}`;
}

export function threadHref(object: ThreadObject): string {
  return `${threadPath}?${query(object)}`;
}

export function threadPictureHref(object: ThreadObject, format: 'svg' | 'png'): string {
  return `${threadPath}/bild.${format}?${query(object)}`;
}

/** The colon stands in an address as it is, and reads better so. */
function query(object: ThreadObject): string {
  return new URLSearchParams({ av: nameOf(object) }).toString().replace('%3A', ':');
}

export function reportHref(focusArea: string): string {
  return `/fokus/${focusArea}/rod-trad`;
}

/** The page of an object. A decision is read on the page of its proposal's decisions. */
export function pageOf({ kind, id }: ThreadObject, proposal = ''): string {
  const pages: Readonly<Record<Kind, string>> = {
    keyFigure: `/nyckeltal/${encodeURIComponent(id)}`,
    observation: `/observationer/${id}`,
    candidate: `/fokus/kandidater/${id}`,
    focusArea: `/fokus/${id}`,
    problem: `/orsaker/${id}`,
    cause: `/orsaker/orsak/${id}`,
    conclusion: `/slutsatser/${id}`,
    proposal: `/forslag/${id}`,
    decision: `/forslag/${proposal}/beslut`,
    action: `/atgarder/${id}`,
    effect: `/uppfoljning/effekter/${id}`,
  };
  return pages[kind];
}
