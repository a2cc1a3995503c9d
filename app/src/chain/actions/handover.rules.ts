import type { RowOf, ValuesOf } from '../../foundation/register/index.ts';
import type { action } from './action.rules.ts';
import type { proposal } from './proposal.rules.ts';

type ProposalRow = RowOf<(typeof proposal)['fields']>;
type ActionValues = Partial<ValuesOf<(typeof action)['fields']>>;

/** What is said of each action when a proposal becomes several. */
export interface Piece {
  readonly title: string;
  readonly owner: string | null;
  readonly starts: string | null;
  readonly ends: string | null;
}

/** The proposal as one action: nothing is typed again. */
export function wholeOf({ title, owner, starts, ends }: ProposalRow): Piece {
  return { title, owner, starts, ends };
}

/** What an action takes over from its proposal, beside what its piece says. */
export function actionValues(from: ProposalRow, piece: Piece): ActionValues {
  return {
    ...piece,
    description: from.description,
    department: from.department,
    focusArea: from.focusArea,
    proposal: from.id,
    causes: from.causes,
    keyFigures: from.keyFigures,
    state: 'planned',
  };
}

export interface PieceForm {
  readonly title: string;
  readonly owner: string;
  readonly starts: string;
  readonly ends: string;
}

export interface PieceFault {
  readonly index: number;
  readonly field: keyof PieceForm;
  readonly reason: 'titleNeeded' | 'tooLong' | 'notADay' | 'endsBeforeStart' | 'unknown';
}

export type ReadPieces =
  | { readonly ok: true; readonly pieces: readonly Piece[] }
  | { readonly ok: false; readonly faults: readonly PieceFault[] };

export const mostPieces = 20;

/** `people` are the ids of those who are named, by what was written. */
export function readPieces(forms: readonly PieceForm[], people: ReadonlyMap<string, string>): ReadPieces {
  const faults: PieceFault[] = [];
  const pieces: Piece[] = [];
  for (const [index, form] of forms.entries()) {
    const fault = (field: keyof PieceForm, reason: PieceFault['reason']) => faults.push({ index, field, reason });
    const title = form.title.trim().replace(/\s+/g, ' ');
    if (title === '' && form.owner === '' && form.starts === '' && form.ends === '') continue;
    if (title === '') fault('title', 'titleNeeded');
    if (title.length > 200) fault('title', 'tooLong');
    if (form.owner !== '' && !people.has(form.owner)) fault('owner', 'unknown');
    for (const field of ['starts', 'ends'] as const) {
      if (form[field] !== '' && !isDay(form[field])) fault(field, 'notADay');
    }
    if (form.starts !== '' && form.ends !== '' && form.ends < form.starts) fault('ends', 'endsBeforeStart');
    pieces.push({ title, owner: people.get(form.owner) ?? null, starts: form.starts || null, ends: form.ends || null });
  }
  if (pieces.length === 0) faults.push({ index: 0, field: 'title', reason: 'titleNeeded' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, pieces };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
