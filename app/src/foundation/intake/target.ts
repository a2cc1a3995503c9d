import type { DateContext, TargetField } from '@samband/documents/matching';
import type { FoundRow } from '@samband/documents/reading';
import { type Actor, may, type Permission } from '../access/index.ts';
import type { RegisterWork } from '../register/index.ts';
import type { Language } from '../texts/index.ts';

/** What a command of the slice holds: a transaction, who asks, and what the registers share. */
export type IntakeWork = Omit<RegisterWork, 'register'>;

/** Something that takes the rows of a table: a register, or what a slice offers beside its registers. Passed in by wiring.ts. */
export interface IntakeTarget {
  /** The name of a register, or one of its own. */
  readonly key: string;
  readonly title: (language: Language) => string;
  /** Where one sees what was added. */
  readonly href: string;
  readonly write: Permission;
  /** Of the whole municipality: a role that holds for one part of it is not enough. */
  readonly whole?: true;
  /** Rows are known by what they are called, so a person can say what becomes of those that are there. */
  readonly knowsNames?: true;
  fields(work: IntakeWork): Promise<readonly IntakeField[]>;
  /** What the rows would do, one answer for each row of the table and in their order. Saves nothing. */
  plan(work: IntakeWork, table: GivenTable, tell?: Tell): Promise<IntakePlan>;
  /** Does it, in this transaction. Throws when a row is at fault: the plan tells which. */
  apply(work: IntakeWork, table: GivenTable, given: GivenImport): Promise<Applied>;
  /** Puts everything back as it stood, or says what somebody has gone on with; what has then been put back must be rolled back by the caller. */
  undo(work: IntakeWork, undo: unknown, tell?: Tell): Promise<Undone>;
}

/** Into which rows, where a role holds for one part, the target judges itself. */
export function mayBringInto({ write, whole }: IntakeTarget, actor: Actor): boolean {
  return may(actor, write, whole === true ? [] : undefined);
}

/** Hears how many rows have been done of how many; must not use the same transaction. It may throw, when nobody wants the rest done. */
export type Tell = (done: number, total: number) => Promise<void>;

export interface IntakeField extends TargetField {
  readonly label: string;
  /** Can be said once for all rows instead of in a column; `must` where it otherwise has to be a column. */
  readonly once: 'no' | 'may' | 'must';
  /** Of the register's field: several values can stand in it, each on a line. */
  readonly many?: boolean | undefined;
  /** Where what one has begun to write is looked up, when there is too much for a list. */
  readonly lookUp?: string | undefined;
  /** What can be chosen, when it is few enough for a list. */
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
}

/** A found table with what the person has said of it. */
export interface GivenTable {
  readonly headings: readonly string[];
  readonly headers: readonly string[];
  /** The field of each column; undefined for one that is kept as a note. */
  readonly fields: readonly (string | undefined)[];
  readonly rows: readonly FoundRow[];
  /** By field: what holds for all rows. */
  readonly once: Readonly<Record<string, string>>;
  readonly dates: DateContext;
  /** A row that is called the same as one that is there changes it, or is added beside it. */
  readonly sameName: 'change' | 'add';
}

export interface GivenImport {
  readonly importId: string;
  /** Of the file, for the list of what was done. */
  readonly title: string;
  readonly tell?: Tell;
}

export interface IntakePlan {
  readonly rows: readonly IntakeRow[];
  /** What holds for the table as a whole: columns without a place, words that a vocabulary gets. */
  readonly remarks: readonly string[];
}

export const rowStates = ['new', 'changed', 'there', 'faulty', 'out'] as const;
/** What becomes of a row; `out` is one that a person has left out. */
export type RowState = (typeof rowStates)[number];

export interface IntakeRow {
  readonly state: Exclude<RowState, 'out'>;
  /** What the row would say, as a person reads it; `before` where it says something else now. */
  readonly cells: readonly { readonly label: string; readonly text: string; readonly before?: string | undefined }[];
  /** What was done to make it fit: a name shortened, a word kept as a note. */
  readonly remarks: readonly string[];
  readonly faults: readonly RowFault[];
}

export interface RowFault {
  /** As the person sees it; '' when it concerns the whole row. */
  readonly column: string;
  /** What can be written anew to mend it, when something can. */
  readonly field?: string | undefined;
  readonly text: string;
}

/** A row of a found table with what would become of it. */
export interface PlannedRow extends Omit<IntakeRow, 'state'> {
  readonly state: RowState;
  /** Its place among the rows of the table, from 0. */
  readonly index: number;
  /** Where a person finds it in the file. */
  readonly place: number;
  readonly page?: number | undefined;
  /** Of the fields at fault, what the table says or somebody has written instead. */
  readonly said: Readonly<Record<string, string>>;
}

export interface Applied {
  readonly added: number;
  readonly changed: number;
  readonly already: number;
  /** What `undo` wants back; must bear to be written as JSON. */
  readonly undo: unknown;
}

export type Undone =
  | { readonly ok: true }
  /** Somebody has gone on with these since. */
  | { readonly ok: false; readonly titles: readonly string[] };

/** A row at fault reached `apply`, which nobody should have sent there. */
export class FaultyTableError extends Error {
  override readonly name = 'FaultyTableError';
}
