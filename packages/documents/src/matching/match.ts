import type { FoundTable } from '../reading/content.ts';
import { type ColumnContent, contentFit, contentOf, isTelling } from './content-fit.ts';
import type { ColumnMatch, TableMatch, Target, TargetField } from './field.ts';
import { areAlike } from './thesaurus.ts';
import { alternativesOf, folded, isLetterApart, stemmed } from './words.ts';

/** Below this a column is not said to be anything. */
const leastColumn = 0.4;
/** Below this a table is not said to suit a target. */
const leastTable = 0.2;
const mostColumns = 200;

/**
 * Which registers a table suits, best first, and which column is which field. Confidence is 0–1: the words over a column weigh most, and what stands in it for and
 * against. A column has one field and a field one column. Targets that the table does not suit at all are left out.
 */
export function matchTable(table: FoundTable, targets: readonly Target[]): readonly TableMatch[] {
  const columns = describeColumns(table);
  return targets
    .map((target) => matchTarget(table, columns, target))
    .filter(({ confidence }) => confidence >= leastTable)
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** The same for one target that a person has chosen, however badly it suits. */
export function matchColumns(table: FoundTable, target: Target): TableMatch {
  return matchTarget(table, describeColumns(table), target);
}

interface DescribedColumn {
  readonly index: number;
  /** The whole header first. */
  readonly words: readonly DescribedWord[];
  readonly content: ColumnContent;
}

interface DescribedWord {
  readonly folded: string;
  readonly stem: string;
  readonly parts: readonly string[];
}

function describeColumns({ columns, rows }: FoundTable): readonly DescribedColumn[] {
  return columns.slice(0, mostColumns).map((header, index) => ({
    index,
    words: alternativesOf(header).map(describeWord),
    content: contentOf(rows, index),
  }));
}

function describeWord(word: string): DescribedWord {
  const stem = stemmed(word);
  return { folded: word, stem, parts: stem.split(' ') };
}

const fieldWords = new WeakMap<TargetField, readonly DescribedWord[]>();

/** The field's own title first. Made once for a field, whatever the number of columns and tables that it is held against. */
function wordsOf(field: TargetField): readonly DescribedWord[] {
  const words = fieldWords.get(field) ?? field.words.map((word) => describeWord(folded(word)));
  fieldWords.set(field, words);
  return words;
}

interface Pair {
  readonly column: number;
  readonly field: string;
  readonly confidence: number;
  readonly because: ColumnMatch['because'];
}

function matchTarget(table: FoundTable, columns: readonly DescribedColumn[], target: Target): TableMatch {
  const pairs = columns
    .flatMap((column) => target.fields.flatMap((field) => pairOf(column, field) ?? []))
    .filter(({ confidence }) => confidence >= leastColumn)
    // What is equally likely goes to the earlier column and the earlier field.
    .toSorted((a, b) => b.confidence - a.confidence || a.column - b.column);
  const byColumn = new Map<number, Pair>();
  const taken = new Set<string>();
  for (const pair of pairs) {
    if (byColumn.has(pair.column) || taken.has(pair.field)) continue;
    byColumn.set(pair.column, pair);
    taken.add(pair.field);
  }
  const matches = table.columns.map((_, column): ColumnMatch => {
    const { field, confidence = 0, because = 'none' } = byColumn.get(column) ?? {};
    return { column, field, confidence, because };
  });
  const missing = target.fields.filter(({ key, required }) => required && !taken.has(key)).map(({ key }) => key);
  return {
    target: target.key,
    confidence: confidenceOf(table, columns, target, matches, missing),
    columns: matches,
    missing,
  };
}

function pairOf(column: DescribedColumn, field: TargetField): Pair | undefined {
  const said = wordFit(column, field);
  const pair = { column: column.index, field: field.key };
  if (said > 0) {
    const fit = contentFit(field, column.content);
    return { ...pair, confidence: said * (0.55 + 0.45 * fit), because: said >= same ? 'sameWord' : 'likeWord' };
  }
  // Nothing but the content tells: only where it is of a kind of its own, and never as much as a word would.
  if (!isTelling(field) || column.content.cells.length === 0) return undefined;
  const fit = contentFit(field, column.content, true);
  return fit >= 0.8 ? { ...pair, confidence: 0.55 * fit, because: 'content' } : undefined;
}

const same = 0.93;

/** How much the words over the column are the field's, 0–1. */
function wordFit({ words }: DescribedColumn, field: TargetField): number {
  let best = 0;
  for (const [place, word] of wordsOf(field).entries()) {
    if (word.folded === '') continue;
    // The field's own title a little before its other names.
    const own = place === 0 ? 1 : 0.97;
    for (const [index, header] of words.entries()) {
      const whole = index === 0 ? 1 : 0.97;
      best = Math.max(best, own * whole * likeness(header, word));
    }
  }
  return best;
}

function likeness(header: DescribedWord, word: DescribedWord): number {
  if (header.folded === word.folded) return 1;
  if (header.stem === word.stem) return 0.98;
  if (areAlike(header.stem, word.stem)) return 0.82;
  // "Ansvarig person" holds "Ansvarig"; the more the one says beside the other, the less sure it is.
  const common = word.parts.filter((part) => part.length > 2 && header.parts.includes(part)).length;
  if (common > 0 && common === Math.min(word.parts.length, header.parts.length)) {
    return 0.55 + (0.3 * common) / Math.max(word.parts.length, header.parts.length);
  }
  // "Tid Slut" under a header of two rows, "Planerat slut": the last word says what, the first which.
  if (header.parts.length > 1 && header.parts.length <= 3 && areAlike(header.parts.at(-1)!, word.stem)) return 0.66;
  const [a, b] = [header.folded, word.folded];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 5 && !short.includes(' ') && (long.startsWith(short) || long.endsWith(short))) return 0.65;
  if (short.length >= 6 && isLetterApart(short, long)) return 0.8;
  return 0;
}

/** What stands in tables of all kinds, and so says nothing of which kind one is. */
const anywhere = new Set(
  `nr nummer löpnr id kod kommentar kommentarer anteckning anteckningar notering noteringar övrigt anmärkning status läge prio prioritet prioritering
  uppföljning länk kostnad kostnader belopp besparing budget kronor tkr mnkr no number code comment comments note notes state priority link cost amount`
    .split(/\s+/)
    .map(folded),
);

/** As much as a column is known that says its year and holds values. */
const yearly = 0.8;

function isYearColumn({ words, content: { cells } }: DescribedColumn): boolean {
  return (
    /^(?:19|20)\d{2}$/.test(words[0]?.folded ?? '') && cells.length > 0 && !cells.some((cell) => /\p{L}{4}/u.test(cell))
  );
}

function isAnywhere({ words }: DescribedColumn): boolean {
  return words.some((word) => anywhere.has(word.folded.split(' ').at(-1)!));
}

/**
 * The table as a whole: how surely its columns are known, more when they are several, less for each field that must be there and is not. A column that is no field
 * counts half, and one that may stand in any table not at all. A heading that names the target speaks for it.
 */
function confidenceOf(
  table: FoundTable,
  columns: readonly DescribedColumn[],
  target: Target,
  matches: readonly ColumnMatch[],
  missing: readonly string[],
): number {
  const filled = columns.filter(
    ({ index, words, content }) => words.length > 0 || content.cells.length > 0 || matches[index]?.field !== undefined,
  );
  const matched = matches.filter(({ field }) => field !== undefined);
  if (matched.length === 0) return 0;
  const sum = matched.reduce((total, { confidence }) => total + confidence, 0);
  const unknown = filled.filter((column) => matches[column.index]?.field === undefined && !isAnywhere(column));
  // "2020", "2021": a column for each year, to a target that wants a year and its value.
  const years = target.fields.some(({ kind }) => kind === 'year') ? unknown.filter(isYearColumn) : [];
  const others = years.length > 1 ? unknown.filter((column) => !years.includes(column)) : unknown;
  const perYear = years.length > 1 ? 2 : 0;
  const share = (sum + perYear * yearly) / (matched.length + perYear + others.length / 2);
  const several = 1 - 0.4 ** (matched.length + perYear);
  const base = share * several * 0.5 ** missing.length;
  const titles = [...table.headings, table.caption ?? ''].map((heading) => stemmed(folded(heading.slice(0, 200))));
  const own = stemmed(folded(target.title));
  const named =
    own !== '' &&
    titles.some((title) => ` ${title} `.includes(` ${own} `) || title.split(' ').some((word) => areAlike(word, own)));
  return named ? base + (1 - base) * 0.25 : base;
}
