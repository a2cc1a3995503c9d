import { readDate } from './date.ts';
import type { TargetField } from './field.ts';
import { splitValues } from './values.ts';
import { folded } from './words.ts';

const mostRead = 100;

type Test = (cell: string) => boolean;

/** What stands in a column, and which share of it has passed each test: many fields of many registers ask the same. */
export interface ColumnContent {
  readonly cells: readonly string[];
  readonly shares: Map<Test, number>;
}

/** The cells of a column that say something; enough of them to judge it by. */
export function contentOf(rows: readonly { readonly cells: readonly string[] }[], column: number): ColumnContent {
  const filled: string[] = [];
  for (const { cells } of rows) {
    const text = (cells[column] ?? '').trim();
    if (text !== '' && filled.push(text) === mostRead) break;
  }
  return { cells: filled, shares: new Map() };
}

/**
 * The share of the cells that a field could take, 0–1; 1 for a column that is empty, since nothing speaks against it. Where a header says that a column holds people,
 * roles and first names will do; where nothing does (`alone`), only whole names tell.
 */
export function contentFit(field: TargetField, { cells, shares }: ColumnContent, alone = false): number {
  if (cells.length === 0) return 1;
  const test = field.kind === 'person' && !alone ? isShortName : testOf(field);
  const share = shares.get(test) ?? cells.filter(test).length / cells.length;
  shares.set(test, share);
  return share;
}

/** May content alone tell that a column is this field? Text could be anything; a date is a date. */
export function isTelling({ kind }: TargetField): boolean {
  return kind === 'date' || kind === 'choice' || kind === 'person' || kind === 'year';
}

function testOf(field: TargetField): Test {
  switch (field.kind) {
    case 'text':
      return isAnything;
    case 'date':
      return isDate;
    case 'number':
      return isNumber;
    case 'year':
      return isYear;
    case 'yes':
      return isYes;
    case 'person':
      return isPerson;
    case 'choice':
      return choiceTest(field, false);
    case 'values':
      return field.choices === undefined ? isAnything : choiceTest(field, true);
  }
}

function isAnything(): boolean {
  return true;
}

function isYear(cell: string): boolean {
  return /^(?:19|20)\d{2}$/.test(cell);
}

/** A year alone is a number first of all, and so is a day that is only counted. */
function isDate(cell: string): boolean {
  const read = readDate(cell);
  if (read.ok) return !/^(?:\d{4}|\d{5}(?:[.,]\d+)?)$/.test(cell);
  return read.reason !== 'noDate' && read.reason !== 'empty';
}

function isNumber(cell: string): boolean {
  return /^[-+−]?\d{1,3}(?:[\s\u00a0\u202f]?\d{3})*(?:[.,]\d+)?\s*(?:%|kr|tkr|mnkr|kronor)?$/i.test(cell);
}

const yesWords = new Set(['ja', 'nej', 'yes', 'no', 'x', 'sant', 'falskt', 'true', 'false']);

function isYes(cell: string): boolean {
  return yesWords.has(folded(cell));
}

const namePart = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const fullName = new RegExp(`^${namePart}(?: (?:af|av|de|von|${namePart})){1,3}$`, 'u');

function isPerson(cell: string): boolean {
  const [first = ''] = cell.split(/[,;\n(]|\soch\s|\s&\s/);
  return fullName.test(first.trim()) || /^\S+@\S+\.\S+$/.test(cell);
}

const longestName = 60;

function isShortName(cell: string): boolean {
  return cell.split('\n').every((line) => line.length <= longestName && !/\d/.test(line));
}

const choiceTests = new WeakMap<TargetField, Test>();

/** Made once for a field, whatever the number of columns that it is held against. */
function choiceTest(field: TargetField, several: boolean): Test {
  const made = choiceTests.get(field);
  if (made !== undefined) return made;
  const words = (field.choices ?? []).flatMap((choice) => choice.words);
  const known = new Set(words.map(folded));
  const test = (cell: string) =>
    known.has(folded(cell)) || (several && splitValues(cell, words).some((value) => value.known));
  choiceTests.set(field, test);
  return test;
}
