import type { Transaction } from '../database/index.ts';
import { draftOf } from './import.commands.ts';
import { type ImportPlan, planImport } from './import.plan.ts';
import { type ImportDraft, readProgress } from './import.store.ts';
import type { Names } from './names.rules.ts';
import type { Register } from './register.rules.ts';
import type { RegisterWork } from './row.commands.ts';
import { namesFor } from './row.queries.ts';
import { texts } from './texts.ts';

export interface PreviewOfImport extends Pick<ImportDraft, 'fileName' | 'state'> {
  readonly plan: ImportPlan;
  readonly names: Names;
}

/** What the file would do. Where no column names the rows, that is the fault, and columns can be matched by hand. */
export async function previewOf(work: RegisterWork, id: string): Promise<PreviewOfImport> {
  const { kernel, tx, register, language } = work;
  const draft = await draftOf(work, id);
  const read = await planImport(work, draft);
  const plan: ImportPlan = read.ok
    ? read.plan
    : { ...empty, ...read.partly, faults: [{ row: 1, column: '', text: texts(language).import.problem[read.reason] }] };
  const rows = [
    ...plan.changed.flatMap(({ row, values }) => [row, { ...row, ...values }]),
    ...plan.added.map(({ values }) => values),
  ];
  return {
    fileName: draft.fileName,
    state: draft.state,
    plan,
    names: await namesFor(kernel, tx, register, rows, language),
  };
}

const empty: ImportPlan = {
  headers: [],
  matching: { fields: [], markAt: -1 },
  added: [],
  changed: [],
  same: 0,
  faults: [],
};

export function progressOf(tx: Transaction, register: Register, id: string) {
  return readProgress(tx, register.name, id);
}
