import type { Actor } from '../access/index.ts';
import { may, type Permission, type Scope } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import type { Files } from '../files/index.ts';
import type { Language } from '../texts/index.ts';
import { attachmentReference } from './attachment.references.ts';
import type { Field, Value } from './field.rules.ts';
import { type Reference, tableReference } from './reference.store.ts';
import { columnName, partsOfRow, type Register } from './register.rules.ts';
import type { Term, Vocabulary } from './vocabulary.rules.ts';
import { vocabularyTerms } from './vocabulary.store.ts';

/** What all registers share: what fields can point at, the municipality's vocabularies, and which registers there are. */
export interface Kernel {
  readonly registers: readonly Register[];
  readonly references: ReadonlyMap<string, Reference>;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** By register: kept fields that follow from what is written, looked up when a row is made or those fields are changed. */
  readonly derivations: ReadonlyMap<string, Derivation>;
  /** The parts that a part lies in, itself first: a role for a department holds for its units. */
  readonly withWholes: (tx: Transaction, parts: readonly Scope[]) => Promise<readonly Scope[]>;
  readonly house: House | undefined;
  /** Where a table is pasted into a register, when something offers that. */
  readonly pasteInto: ((register: string) => string | undefined) | undefined;
}

/** What comments, attachments and reminders need of the house around. Without it nothing can be attached and nobody is told. */
export interface House {
  readonly files: Files;
  /** Of one attachment, in bytes. */
  readonly fileLimit: number;
  /** Where people reach the program, for links in mail. */
  readonly address: () => string;
  /** With the roles that hold today; undefined when they may no longer act. */
  readonly actorOf: (tx: Transaction, personId: string) => Promise<Actor | undefined>;
  /** Those of these people who can be reached by mail. */
  readonly recipients: (tx: Transaction, personIds: readonly string[]) => Promise<ReadonlyMap<string, Recipient>>;
  /** Who answers as manager for each of these people. */
  readonly managersOf: (
    tx: Transaction,
    personIds: readonly string[],
    day: string,
  ) => Promise<ReadonlyMap<string, readonly string[]>>;
}

export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** Whether they want the week's digest. */
  readonly weeklyDigest: boolean;
}

/** Kept values that follow from what a person wrote: a baseline read from its key figure. `before` is the row as it stood, if it did. */
export type Derivation = (
  tx: Transaction,
  values: Readonly<Record<string, Value>>,
  before: Readonly<Record<string, unknown>> | undefined,
) => Promise<Readonly<Record<string, Value>>>;

export interface KernelParts {
  readonly registers: readonly Register[];
  readonly references: readonly Reference[];
  readonly vocabularies: readonly Vocabulary[];
  readonly withWholes: Kernel['withWholes'];
  readonly derivations?: Readonly<Record<string, Derivation>>;
  readonly house?: House;
  readonly pasteInto?: (register: string) => string | undefined;
}

/** Something that any row can be linked to. */
export interface LinkableKind {
  readonly kind: string;
  readonly title: (language: Language) => string;
  readonly read: Permission;
}

/** The registers, and what else says that it can be linked to. */
export function linkableKinds({ registers, references }: Kernel): readonly LinkableKind[] {
  const others = [...references.values()].filter(({ name }) => !registers.some((register) => register.name === name));
  return [
    ...registers.map(({ name, texts, read }) => ({ kind: name, title: (l: Language) => texts(l).title, read })),
    ...others.flatMap(({ name, linked }) => (linked === undefined ? [] : [{ kind: name, ...linked }])),
  ];
}

export function createKernel(parts: KernelParts): Kernel {
  const kernel: Kernel = {
    registers: parts.registers,
    references: new Map(
      [attachmentReference, ...parts.registers.map(rowsOf), ...parts.references].map((one) => [one.name, one]),
    ),
    vocabularies: new Map(parts.vocabularies.map((one) => [one.name, one])),
    derivations: new Map(Object.entries(parts.derivations ?? {})),
    withWholes: parts.withWholes,
    house: parts.house,
    pasteInto: parts.pasteInto,
  };
  for (const register of parts.registers) {
    for (const { key, field } of register.columns) {
      if (field.kind === 'reference' && !kernel.references.has(field.to)) {
        throw new Error(`${register.name}.${key} points at ${field.to}, which nobody offers`);
      }
      if (field.kind === 'choice' && typeof field.of === 'string' && !kernel.vocabularies.has(field.of)) {
        throw new Error(`${register.name}.${key} is chosen from ${field.of}, which is no vocabulary`);
      }
    }
  }
  return kernel;
}

/** The rows of a register by the text that names them; a slice may say more of its own. */
function rowsOf(register: Register): Reference {
  const { name, path, heads } = register;
  return tableReference({ name, table: name, column: columnName(heads), href: (id) => `${path}/${id}` });
}

/** May this person change this row? Where the register says in which part a row lies, a role for that part or what it lies in will do. */
export async function mayChange(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  register: Register,
  row: object,
): Promise<boolean> {
  if (!may(actor, register.write)) return false;
  if (register.scope === undefined || may(actor, register.write, [])) return true;
  return may(actor, register.write, await kernel.withWholes(tx, partsOfRow(register, row)));
}

/** The codes of a choice and how they are read, or the steps of a scale; undefined for other fields. */
export async function termsOf(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  key: string,
  field: Field,
  language: Language,
): Promise<readonly Term[] | undefined> {
  const words = register.texts(language).choices?.[key] ?? {};
  if (field.kind === 'scale') {
    const steps = Array.from({ length: field.to - field.from + 1 }, (_, index) => String(field.from + index));
    return steps.map((code) => ({
      code,
      label: words[code] === undefined ? code : `${code} – ${words[code]}`,
      active: true,
    }));
  }
  if (field.kind !== 'choice') return undefined;
  if (typeof field.of !== 'string') return field.of.map((code) => ({ code, label: words[code] ?? code, active: true }));
  return vocabularyTerms(tx, kernel.vocabularies.get(field.of)!, language);
}
