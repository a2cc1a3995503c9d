import { type ColumnMatch, matchColumns, matchTable, type Target } from '@samband/documents/matching';
import type { FoundTable } from '@samband/documents/reading';
import type { Language } from '../texts/index.ts';
import type { Draft, KeptTable } from './draft.store.ts';
import type { Intake } from './intake.ts';
import { withMended } from './mend.rules.ts';
import { tellsPlaces } from './people.rules.ts';
import { type GivenTable, type IntakeField, type IntakeTarget, type IntakeWork, mayBringInto } from './target.ts';
import { texts } from './texts.ts';

/** A target suits well enough to be suggested. */
const leastSuggested = 0.7;
/** The same for one that the person has come from. */
const leastMeant = 0.3;

export interface KnownTarget {
  readonly target: IntakeTarget;
  readonly fields: readonly IntakeField[];
  /** For the matcher. What can be said once for all rows need not be a column. */
  readonly asked: Target;
}

/** The targets that this person may write, with their fields. */
export async function openTargets({ targets }: Intake, work: IntakeWork): Promise<readonly KnownTarget[]> {
  const known: KnownTarget[] = [];
  for (const target of targets) {
    if (mayBringInto(target, work.actor)) known.push(await knownTarget(target, work));
  }
  return known;
}

export async function knownTarget(target: IntakeTarget, work: IntakeWork): Promise<KnownTarget> {
  const fields = await target.fields(work);
  const asked = fields
    .filter(({ once }) => once !== 'must')
    .map((field) => ({ ...field, required: field.required && field.once === 'no' }));
  return { target, fields, asked: { key: target.key, title: target.title(work.language), fields: asked } };
}

export interface Suggestion {
  readonly table: FoundTable;
  /** What is chosen until the person says otherwise: the register they came from, the one that suits best, or none. */
  readonly best: string;
  /** Those that suit, best first. */
  readonly suits: readonly { readonly target: string; readonly confidence: number }[];
}

export async function suggestions(
  intake: Intake,
  work: IntakeWork,
  tables: readonly FoundTable[],
  wanted: string,
): Promise<readonly Suggestion[]> {
  const open = await openTargets(intake, work);
  const asked = open.map((one) => one.asked);
  const suggested: Suggestion[] = [];
  for (const table of tables) {
    // Each takes some milliseconds; others are served between them.
    await new Promise(setImmediate);
    const suits = matchTable(table, asked).map(({ target, confidence }) => ({ target, confidence }));
    // As the page rounds it.
    const isLikely = Math.round((suits[0]?.confidence ?? 0) * 100) >= leastSuggested * 100 && tellsPlaces(table);
    const likely = isLikely ? suits[0]!.target : 'skip';
    // The only table is meant for the register that one came from; of several, those that could be.
    const meant =
      tables.length === 1 || suits.some(({ target, confidence }) => target === wanted && confidence >= leastMeant);
    const best = meant && asked.some(({ key }) => key === wanted) ? wanted : likely;
    suggested.push({ table, suits, best });
  }
  return suggested;
}

export interface MatchedColumn extends ColumnMatch {
  readonly header: string;
  /** A person has said so. */
  readonly chosen: boolean;
  readonly first: readonly string[];
}

export interface MatchedTable {
  readonly known: KnownTarget;
  readonly columns: readonly MatchedColumn[];
  readonly given: GivenTable;
  /** The places of rows that only add up others, and so are no rows of a register. */
  readonly sums: readonly number[];
  /** Fields that must be there and neither a column nor a value for all rows gives. */
  readonly missing: readonly IntakeField[];
}

const firstShown = 3;

/** The table's columns as suggested and as a person has said otherwise. */
export async function matchedTable(
  target: IntakeTarget,
  work: IntakeWork,
  { table, choice }: KeptTable,
  format: Draft['format'],
): Promise<MatchedTable> {
  const known = await knownTarget(target, work);
  const suggested = matchColumns(table, known.asked).columns;
  const { headers, rows: all } =
    target.knowsNames === true
      ? withGroups(table, format, work.language)
      : { headers: table.columns, rows: table.rows };
  const rows = all.filter(({ sum }) => sum !== true);
  const sums = all.filter(({ sum }) => sum === true).map(({ place }) => place);
  const said = choice.columns ?? {};
  const keys = new Set(known.asked.fields.map(({ key }) => key));
  const taken = new Set(Object.values(said).filter(Boolean));
  const columns = headers.map((header, column): MatchedColumn => {
    const match = suggested[column] ?? { column, field: undefined, confidence: 0, because: 'none' };
    const wanted = said[column];
    const first = rows.slice(0, 50).flatMap(({ cells }) => (cells[column] ?? '').trim() || []);
    const about = { header, first: [...new Set(first)].slice(0, firstShown) };
    if (wanted === undefined) {
      const free = match.field !== undefined && !taken.has(match.field);
      return { ...match, ...(free ? {} : { field: undefined, confidence: 0 }), ...about, chosen: false };
    }
    const field = keys.has(wanted) ? wanted : undefined;
    const same = field === match.field;
    return { ...match, field, ...about, confidence: same ? match.confidence : 1, chosen: !same };
  });
  const fields = columns.map(({ field }) => field);
  const once = Object.fromEntries(
    Object.entries(choice.once ?? {}).filter(([key, text]) => {
      const field = known.fields.find((one) => one.key === key);
      if (field === undefined || text.trim() === '') return false;
      return field.options === undefined || field.options.some(({ value }) => value === text);
    }),
  );
  const asSaid: GivenTable = {
    headings: [...table.headings, ...(table.caption === undefined ? [] : [table.caption])],
    headers,
    fields,
    rows,
    once,
    dates: { year: choice.year ?? yearOf(table), order: choice.order },
    sameName: choice.sameName ?? 'change',
  };
  const given = withMended(asSaid, choice.mended ?? {}, keys);
  const missing = known.fields.filter(
    ({ key, required, once: kind }) => (required || kind === 'must') && !fields.includes(key) && !(key in once),
  );
  return { known, columns, given, sums, missing };
}

/** What a row stands under becomes a column, so that it is a field or a note and not lost: the line that heads its group, or the heading above the table. */
function withGroups(
  { columns, rows, headings, caption }: FoundTable,
  format: Draft['format'],
  language: Language,
): Pick<GivenTable, 'headers' | 'rows'> {
  // A sheet's name says which list it is, not what its rows stand under.
  const above = format === 'workbook' ? '' : (caption ?? headings.at(-1) ?? '');
  if (above === '' && rows.every(({ group }) => group === undefined)) return { headers: columns, rows };
  return {
    headers: [...columns, texts(language).found.group],
    rows: rows.map((row) => ({ ...row, cells: [...row.cells, row.group ?? above] })),
  };
}

/** The year that stands over the table, when just one does. */
function yearOf({ headings, caption }: FoundTable): number | undefined {
  const years = new Set([...headings, caption ?? ''].flatMap((text) => text.match(/\b(?:19|20)\d{2}\b/g) ?? []));
  return years.size === 1 ? Number([...years][0]) : undefined;
}
