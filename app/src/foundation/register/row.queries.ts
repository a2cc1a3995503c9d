import { type Actor, may } from '../access/index.ts';
import { changedFields, rowHistory } from '../audit/index.ts';
import type { Transaction } from '../database/index.ts';
import { type ListState, RefusedError } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { attachmentReference } from './attachment.references.ts';
import { attachmentsOfRows } from './attachment.store.ts';
import { isText, linesOf, moneyFactor, type Value } from './field.rules.ts';
import { type Kernel, mayChange, termsOf } from './kernel.ts';
import { filterColumns, filterNames, type ListFilters, listColumns } from './list.rules.ts';
import type { Names } from './names.rules.ts';
import { manageVocabularies } from './permissions.rules.ts';
import { readDay, readNumber } from './reading.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import { type Condition, countRows, ownOrder, pageOfRows, type Row, type RowQuestion, readRow } from './row.store.ts';
import { type SavedView, savedViews } from './saved-view.store.ts';
import { whileUnchanged } from './unchanged.ts';
import type { Term } from './vocabulary.rules.ts';

/** `read` are names that were read for other rows in the same transaction, by reference and id: they are not asked for again. */
export async function namesFor(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  rows: readonly Readonly<Record<string, unknown>>[],
  language: Language,
  columns: readonly RegisterColumn[] = register.columns,
  read: Names['labels'] = new Map(),
): Promise<Names> {
  const terms = new Map<string, readonly Term[]>();
  const ids = new Map<string, Set<string>>([['person', new Set()]]);
  for (const { key, field } of columns) {
    const found = await termsOf(kernel, tx, register, key, field, language);
    if (found) terms.set(key, found);
    if (field.kind !== 'reference') continue;
    const wanted = ids.get(field.to) ?? new Set<string>();
    ids.set(field.to, wanted);
    for (const row of rows) for (const id of idsOf(row[key] as Value)) wanted.add(id);
  }
  for (const { createdBy, changedBy } of rows) {
    if (typeof createdBy === 'string') ids.get('person')?.add(createdBy);
    if (typeof changedBy === 'string') ids.get('person')?.add(changedBy);
  }
  const labels = new Map<string, ReadonlyMap<string, string>>();
  for (const [to, wanted] of ids) {
    const reference = kernel.references.get(to);
    const known = read.get(to) ?? new Map<string, string>();
    const unknown = [...wanted].filter((id) => !known.has(id));
    const found = reference && unknown.length > 0 ? await reference.labels(tx, unknown, language) : undefined;
    labels.set(to, found === undefined ? known : new Map([...known, ...found]));
  }
  return { terms, labels, href: (reference, id) => kernel.references.get(reference)?.href(id) };
}

function idsOf(value: Value): readonly string[] {
  return typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
}

/** What everyone sees who asks the same of a list; one and the same object for as long as nothing has changed. */
export interface ListContent {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly names: Names;
  readonly options: ReadonlyMap<string, readonly { value: string; label: string }[]>;
}

export interface ListPage {
  readonly content: ListContent;
  readonly views: readonly SavedView[];
  readonly mayWrite: boolean;
  /** Its words are kept in vocabularies, and this person may change them. */
  readonly vocabularies: boolean;
  /** Where this person can paste a table into it. */
  readonly pasteHref: string | undefined;
}

export async function listPage(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  register: Register,
  state: ListState,
  pageSize: number,
  language: Language,
): Promise<ListPage> {
  const asked = ['list', register.name, language, pageSize, state];
  return {
    content: await whileUnchanged(tx, asked, () => listContent(kernel, tx, register, state, pageSize, language)),
    views: await savedViews(tx, register.name),
    mayWrite: may(actor, register.write),
    pasteHref: may(actor, register.write) ? kernel.pasteInto?.(register.name) : undefined,
    vocabularies:
      may(actor, manageVocabularies) &&
      register.columns.some(({ field }) => field.kind === 'choice' && typeof field.of === 'string'),
  };
}

async function listContent(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  state: ListState,
  pageSize: number,
  language: Language,
): Promise<ListContent> {
  const question = await rowQuestion(kernel, tx, register, state, language);
  const total = await countedRows(tx, register, question);
  const window = { limit: pageSize, offset: (state.page - 1) * pageSize, total };
  const rows = await pageOfRows(tx, register, question, window);
  return {
    rows,
    total,
    names: await namesFor(kernel, tx, register, rows, language, listColumns(register)),
    options: await filterOptions(kernel, tx, register, language),
  };
}

/** What the address asks of the rows. What cannot be read as the field's kind is let go: it comes from an old or a mistyped address. */
export async function rowQuestion(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  state: ListState,
  language: Language,
): Promise<RowQuestion> {
  const sortBy = listColumns(register).find(({ key }) => key === state.sort);
  const own = ownOrder(register);
  const filters: ListFilters = state.filters;
  const conditions: Condition[] = [];
  for (const column of filterColumns(register)) {
    conditions.push(...(await conditionsFor(kernel, tx, register, column, filters, language)));
  }
  return {
    words: state.q,
    conditions,
    archived: filters.visa === 'arkiverade',
    ...(state.sort === 'changed' ? { sortBy: undefined } : { sortBy: sortBy ?? own.sortBy }),
    descending: state.descending,
    ...(await sortingOf(kernel, tx, register, sortBy, language)),
  };
}

async function sortingOf(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  column: RegisterColumn | undefined,
  language: Language,
): Promise<Pick<RowQuestion, 'sortNames' | 'sortCodes'>> {
  if (column === undefined) return {};
  const { key, field } = column;
  if (field.kind === 'reference') return { sortNames: kernel.references.get(field.to)?.sortNames };
  if (field.kind !== 'choice') return {};
  return { sortCodes: (await termsOf(kernel, tx, register, key, field, language))?.map(({ code }) => code) };
}

async function conditionsFor(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  column: RegisterColumn,
  filters: ListFilters,
  language: Language,
): Promise<readonly Condition[]> {
  const { key, field } = column;
  const names = filterNames(column);
  if (names.length === 2) {
    const bound = (text: string | undefined) => {
      if (text === undefined || text === '') return undefined;
      const value = field.kind === 'date' ? readDay(text) : readNumber(text);
      return field.kind === 'money' && typeof value === 'number' ? value * moneyFactor[field.unit] : value;
    };
    const [least, most] = names.map((name) => bound(filters[name]));
    return [
      ...(least === undefined ? [] : [{ column, is: 'atLeast' as const, value: least }]),
      ...(most === undefined ? [] : [{ column, is: 'atMost' as const, value: most }]),
    ];
  }
  const wanted = filters[key] ?? '';
  if (wanted === '') return [];
  if (isText(field)) return [{ column, is: 'holding', words: wanted }];
  if (field.kind === 'yes') return [{ column, is: 'one', of: [wanted === 'ja'] }];
  if (field.kind === 'reference') {
    const found = await kernel.references.get(field.to)!.find(tx, [wanted]);
    return [{ column, is: 'one', of: found.get(wanted) ?? [] }];
  }
  const known = await termsOf(kernel, tx, register, key, field, language);
  const term = known?.find(({ code }) => code === wanted);
  if (term === undefined) return [];
  return [{ column, is: 'one', of: [field.kind === 'scale' ? Number(term.code) : term.code] }];
}

/** What can be chosen in the filters of a list. */
export async function filterOptions(kernel: Kernel, tx: Transaction, register: Register, language: Language) {
  const options = new Map<string, readonly { value: string; label: string }[]>();
  for (const column of filterColumns(register)) {
    const found = await columnOptions(kernel, tx, register, column, language);
    if (found) options.set(column.key, found);
  }
  return options;
}

/** What can be chosen in a column; undefined where one writes instead. */
export async function columnOptions(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  { key, field }: RegisterColumn,
  language: Language,
): Promise<Options | undefined> {
  if (field.kind === 'reference') return kernel.references.get(field.to)!.options(tx, language);
  const terms = await termsOf(kernel, tx, register, key, field, language);
  return terms?.filter(({ active }) => active).map(({ code, label }) => ({ value: code, label }));
}

type Options = readonly { readonly value: string; readonly label: string }[];

/** The same for the form of a row: what it has already can be kept, though it is offered no more; of files, those that hang on it. */
export async function formOptions(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  column: RegisterColumn,
  row: { readonly id: string | undefined; readonly input: string },
  language: Language,
): Promise<Options | undefined> {
  const { key, field } = column;
  if (field.kind === 'reference' && field.to === attachmentReference.name) return ownFiles(tx, register, row);
  const options = await columnOptions(kernel, tx, register, column, language);
  const missing = linesOf(row.input).filter(
    (text) => !options?.some(({ value, label }) => value === text || label.toLowerCase() === text.toLowerCase()),
  );
  if (options === undefined || missing.length === 0) return options;
  if (field.kind === 'reference') {
    const found = await kernel.references.get(field.to)!.find(tx, missing);
    const kept = missing.flatMap((text) => (found.get(text)?.length === 1 ? [[found.get(text)![0]!, text]] : []));
    return [...options, ...kept.map(([value, label]) => ({ value: value!, label: label! }))];
  }
  const terms = (await termsOf(kernel, tx, register, key, field, language)) ?? [];
  const kept = terms.filter(({ code, label }) => missing.some((text) => text === code || text === label));
  return [...options, ...kept.map(({ code, label }) => ({ value: code, label }))];
}

async function ownFiles(
  tx: Transaction,
  register: Register,
  { id, input }: { readonly id: string | undefined; readonly input: string },
): Promise<Options> {
  if (id === undefined) return [];
  const chosen = linesOf(input);
  const attachments = await attachmentsOfRows(tx, register.name, [id]);
  return attachments
    .filter((one) => one.active || chosen.includes(one.id) || chosen.includes(one.fileName))
    .map((one) => ({ value: one.id, label: one.fileName }));
}

/** Counting a hundred thousand rows takes longer than showing fifty: a count is kept for as long as nothing has changed in the municipality. */
export async function countedRows(tx: Transaction, register: Register, question: RowQuestion): Promise<number> {
  const { words, conditions, archived } = question;
  const asked = conditions.map(({ column, ...rest }) => [column.key, rest]);
  return whileUnchanged(tx, ['count', register.name, words, archived, asked], () => countRows(tx, register, question));
}

export interface HistoryEntry {
  readonly at: Date;
  readonly who: string | null;
  readonly operation: 'insert' | 'update' | 'delete';
  /** The version that the row had after it. */
  readonly version: number;
  readonly changes: readonly {
    readonly column: RegisterColumn | undefined;
    readonly before: Value;
    readonly after: Value;
  }[];
}

/** A row by itself, for pages about something that hangs on it. */
export async function plainRow(tx: Transaction, register: Register, id: string): Promise<Row> {
  const row = (await readRow(tx, register, id)) as Row | undefined;
  if (row === undefined) throw new RefusedError(404);
  return row;
}

export interface RowPage {
  readonly row: Row;
  readonly names: Names;
  readonly history: readonly HistoryEntry[];
  readonly mayChange: boolean;
}

export async function rowPage(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  register: Register,
  id: string,
  language: Language,
): Promise<RowPage | undefined> {
  const row = (await readRow(tx, register, id)) as Row | undefined;
  if (row === undefined) return undefined;
  const entries = await rowHistory(tx, register.name, { id }, 100);
  const byColumn = new Map(register.columns.map((column) => [column.column, column]));
  const history = entries.map(({ at, person_id, operation, before, after }): HistoryEntry => {
    const changes = changedFields(before, after)
      .filter(({ field }) => byColumn.has(field) || field === 'active')
      .map(({ field, before: was, after: is }) => ({
        column: byColumn.get(field),
        before: (was ?? null) as Value,
        after: (is ?? null) as Value,
      }));
    return { at, who: person_id, operation, version: Number(after?.version ?? 0), changes };
  });
  const images = entries.flatMap(({ before, after }) => [before ?? {}, after ?? {}]);
  const keyed = images.map((image) => ({
    changedBy: image.changed_by ?? null,
    ...Object.fromEntries(register.columns.map(({ key, column }) => [key, image[column] ?? null])),
  }));
  return {
    row,
    names: await namesFor(kernel, tx, register, [row, ...keyed], language),
    history,
    mayChange: await mayChange(kernel, tx, actor, register, row),
  };
}
