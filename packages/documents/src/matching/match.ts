import type { FoundTable } from '../reading/content.ts';
import { contentFit, filledCells, isTelling } from './content-fit.ts';
import type { ColumnMatch, TableMatch, Target, TargetField } from './field.ts';
import { areAlike } from './thesaurus.ts';
import { alternativesOf, distance, folded, stemmed } from './words.ts';

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
  /** Folded; the whole header first. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly cells: readonly string[];
}

function describeColumns({ columns, rows }: FoundTable): readonly DescribedColumn[] {
  return columns.slice(0, mostColumns).map((header, index) => {
    const words = alternativesOf(header);
    return { index, words, stems: words.map(stemmed), cells: filledCells(rows, index) };
  });
}

interface Pair {
  readonly column: number;
  readonly field: string;
  readonly confidence: number;
  readonly because: ColumnMatch['because'];
}

function matchTarget(table: FoundTable, columns: readonly DescribedColumn[], target: Target): TableMatch {
  const pairs = columns
    .flatMap((column) => target.fields.map((field) => pairOf(column, field)))
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

function pairOf(column: DescribedColumn, field: TargetField): Pair {
  const said = wordFit(column, field);
  const pair = { column: column.index, field: field.key };
  if (said > 0) {
    const fit = contentFit(field, column.cells);
    return { ...pair, confidence: said * (0.55 + 0.45 * fit), because: said >= same ? 'sameWord' : 'likeWord' };
  }
  // Nothing but the content tells: only where it is of a kind of its own, and never as much as a word would.
  const fit = isTelling(field) && column.cells.length > 0 ? contentFit(field, column.cells, true) : 0;
  return { ...pair, confidence: fit >= 0.8 ? 0.55 * fit : 0, because: 'content' };
}

const same = 0.93;

/** How much the words over the column are the field's, 0–1. */
function wordFit({ words, stems }: DescribedColumn, field: TargetField): number {
  let best = 0;
  for (const [place, given] of field.words.entries()) {
    const word = folded(given);
    if (word === '') continue;
    // The field's own title a little before its other names.
    const own = place === 0 ? 1 : 0.97;
    const stem = stemmed(word);
    for (const [index, header] of words.entries()) {
      const whole = index === 0 ? 1 : 0.97;
      best = Math.max(best, own * whole * likeness(header, stems[index]!, word, stem));
    }
  }
  return best;
}

function likeness(header: string, headerStem: string, word: string, stem: string): number {
  if (header === word) return 1;
  if (headerStem === stem) return 0.98;
  if (areAlike(headerStem, stem)) return 0.82;
  const headerParts = headerStem.split(' ');
  const parts = stem.split(' ');
  // "Ansvarig person" holds "Ansvarig"; the more the one says beside the other, the less sure it is.
  const common = parts.filter((part) => part.length > 2 && headerParts.includes(part)).length;
  if (common > 0 && common === Math.min(parts.length, headerParts.length)) {
    return 0.55 + (0.3 * common) / Math.max(parts.length, headerParts.length);
  }
  const [short, long] = header.length < word.length ? [header, word] : [word, header];
  if (short.length >= 5 && !short.includes(' ') && (long.startsWith(short) || long.endsWith(short))) return 0.65;
  if (short.length >= 6 && distance(header, word, 1) <= 1) return 0.8;
  return 0;
}

/**
 * The table as a whole: how surely its filled columns are known, more when they are several, less for each field that must be there and is not. A heading that
 * names the target speaks for it.
 */
function confidenceOf(
  table: FoundTable,
  columns: readonly DescribedColumn[],
  target: Target,
  matches: readonly ColumnMatch[],
  missing: readonly string[],
): number {
  const filled = columns.filter(
    ({ index, words, cells }) => words.length > 0 || cells.length > 0 || matches[index]?.field !== undefined,
  );
  const matched = matches.filter(({ field }) => field !== undefined);
  if (matched.length === 0) return 0;
  const sum = matched.reduce((total, { confidence }) => total + confidence, 0);
  const share = sum / Math.max(1, filled.length);
  const several = 1 - 0.4 ** matched.length;
  const base = share * several * 0.5 ** missing.length;
  const titles = [...table.headings, table.caption ?? ''].map((heading) => stemmed(folded(heading.slice(0, 200))));
  const own = stemmed(folded(target.title));
  const named = own !== '' && titles.some((title) => ` ${title} `.includes(` ${own} `));
  return named ? base + (1 - base) * 0.25 : base;
}
