import type {
  GivenTable,
  IntakeField,
  IntakePlan,
  IntakeRow,
  IntakeTarget,
  IntakeWork,
} from '../../foundation/intake/index.ts';
import { FaultyTableError } from '../../foundation/intake/index.ts';
import { findRows } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { languages } from '../../foundation/texts/index.ts';
import { focusArea } from '../focus/index.ts';
import { writeCauses } from './access.ts';
import { termsOf } from './analysis.queries.ts';
import { importPaste, previewPaste, undoPaste } from './paste.commands.ts';
import { longestItem, type PastedLine, type PlannedRow } from './paste.rules.ts';
import { pasteTexts } from './paste.texts.ts';

export const causeTableKey = 'causes.table';

/** Other words that stand over the columns of a cause table. */
const moreWords: Readonly<Record<ColumnKey, readonly string[]>> = {
  area: ['Enhet', 'Verksamhet'],
  costType: ['Kostnadstyp'],
  problem: ['Problem', 'Utmaning', 'Brist'],
  cause: ['Orsak', 'Påverkas av', 'Beror på'],
  suggestion: ['Förslag', 'Åtgärdsförslag', 'Åtgärd'],
};
const columnKeys = ['area', 'costType', 'problem', 'cause', 'suggestion'] as const;
type ColumnKey = (typeof columnKeys)[number];

/** The cause table as municipalities write it: a row becomes a problem with its causes and suggestions, under a focus area. */
export const causeTable: IntakeTarget = {
  key: causeTableKey,
  title: (language) => pasteTexts(language).target,
  href: '/orsaker',
  write: writeCauses,
  fields: (work) => fieldsOf(work),
  plan,
  async apply(work, table, { title }) {
    const { lines, notes } = linesOf(table);
    const { applied } = await importPaste(work, table.once.focusArea ?? '', lines, title, notes);
    if (applied === undefined) throw new FaultyTableError(causeTableKey);
    return applied;
  },
  undo: (work, undo) => undoPaste(work, undo as Parameters<typeof undoPaste>[1]),
};

async function fieldsOf({ tx, language }: IntakeWork): Promise<readonly IntakeField[]> {
  const areas = (await findRows(tx, focusArea)).filter(({ state }) => state !== 'closed');
  const costTypes = await termsOf(tx, 'costType', language);
  const label = (key: ColumnKey | 'focusArea') => pasteTexts(language).fields[key];
  return [
    {
      ...{ key: 'focusArea', label: label('focusArea'), words: [label('focusArea')], kind: 'text', required: true },
      once: 'must',
      options: areas.map(({ id, title }) => ({ value: id, label: title })),
    },
    ...columnKeys.map((key): IntakeField => {
      const words = [...languages.map((one) => pasteTexts(one).fields[key]), ...moreWords[key]];
      const about = { key, label: label(key), words, required: key === 'problem' };
      if (key === 'costType') {
        const choices = costTypes.map((term) => ({ key: term.code, words: [term.label] }));
        return { ...about, kind: 'choice', choices, once: 'may' };
      }
      return { ...about, kind: 'text', once: key === 'area' ? 'may' : 'no' };
    }),
  ];
}

/** Lines with the place of their row in the table as their number, far apart so that none is taken for more of the one above it. */
function linesOf({ fields, headers, headings, rows, once }: GivenTable) {
  const keys = columnKeys.filter((key) => fields.includes(key) || (once[key] ?? '') !== '');
  const t = pasteTexts('sv').fields;
  const heading = headings.at(-1);
  const lines: PastedLine[] = [
    ...(heading === undefined ? [] : [{ number: -2 * apart, cells: [heading] }]),
    { number: -apart, cells: keys.map((key) => t[key]) },
  ];
  const notes = new Map<number, string>();
  let group: string | undefined;
  for (const [index, row] of rows.entries()) {
    const number = index * apart;
    if (row.group !== undefined && row.group !== group) lines.push({ number: number - apart / 2, cells: [row.group] });
    group = row.group;
    const cell = (key: ColumnKey) => (row.cells[fields.indexOf(key)] ?? '').trim() || (once[key] ?? '');
    lines.push({ number, cells: keys.map(cell) });
    const others = row.cells.flatMap((text, column) =>
      fields[column] === undefined && text.trim() !== '' ? [`${headers[column] || column + 1}: ${text.trim()}`] : [],
    );
    if (others.length > 0) notes.set(number, others.join('\n'));
  }
  return { lines, notes };
}

/** More than there are line breaks in a cell. */
const apart = 100_000;

async function plan(work: IntakeWork, table: GivenTable): Promise<IntakePlan> {
  const t = pasteTexts(work.language);
  const { lines } = linesOf(table);
  const preview = await previewPaste(work, table.once.focusArea ?? '', lines);
  if (!preview.pasted.ok) {
    const faults = [{ column: '', text: t.noTable }];
    return { rows: table.rows.map(() => ({ state: 'faulty', cells: [], remarks: [], faults })), remarks: [] };
  }
  const byNumber = new Map(preview.plan.map((row) => [row.number, row]));
  const left = table.headers.filter((header, index) => table.fields[index] === undefined && header !== '');
  return {
    rows: table.rows.map((row, index) => {
      const planned = byNumber.get(index * apart);
      if (planned !== undefined) return shown(planned, preview.plan, work.language);
      const text = row.cells.find((cell) => cell.trim() !== '') ?? '';
      return { state: 'there', cells: [{ label: t.fields.area, text }], remarks: [t.isHeading], faults: [] };
    }),
    remarks: [
      ...(preview.newCostTypes.length === 0 ? [] : [t.newCostTypes(preview.newCostTypes.join(', '))]),
      ...(left.length === 0 ? [] : [t.notesKept(left.join(', '))]),
    ],
  };
}

function shown(row: PlannedRow, all: readonly PlannedRow[], language: Language): IntakeRow {
  const t = pasteTexts(language);
  const above = row.goesOnWith === undefined ? undefined : all[row.goesOnWith];
  const cells = [
    { label: t.fields.area, text: row.area },
    { label: t.fields.costType, text: row.costType },
    { label: t.fields.problem, text: row.problem || (above?.problem ?? '') },
    { label: t.fields.cause, text: row.causes.join('\n') },
    { label: t.fields.suggestion, text: row.suggestions.join('\n') },
  ];
  const state = { new: 'new', more: 'changed', there: 'there', faulty: 'faulty' } as const;
  const field = fieldAtFault(row);
  const faults =
    row.fault === undefined
      ? []
      : [{ column: field === undefined ? '' : t.fields[field], field, text: t.fault[row.fault] }];
  return { state: state[row.state], cells, remarks: [], faults };
}

/** What can be written anew to mend the row. */
function fieldAtFault({ fault, causes }: PlannedRow): ColumnKey | undefined {
  if (fault === 'areaTooLong') return 'area';
  if (fault === 'itemTooLong') return causes.some((text) => text.length > longestItem) ? 'cause' : 'suggestion';
  return fault === undefined ? undefined : 'problem';
}
