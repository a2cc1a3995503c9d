import type { ReadLimits, ReadProblem } from './content.ts';

const mebibyte = 1024 * 1024;

/** What a file may ask for unless the caller says otherwise. Measured in docs/operations/reading-limits.md. */
export const usualReadLimits: ReadLimits = {
  bytes: 50 * mebibyte,
  rows: 50_000,
  pages: 1000,
  milliseconds: 30_000,
};

/** What the parts of a zip file may unpack to together, in bytes. */
export const mostUnpacked = 300 * mebibyte;
/** What is kept of a file's words, in characters. */
const mostCharacters = 30_000_000;
/** What is kept of its tables; a merged cell of two signs can claim any number of them. */
const mostCells = 3_000_000;

/** Thrown by readers where a file must not be read on; `readContent` turns it into its answer. */
export class ReadStop extends Error {
  override readonly name = 'ReadStop';
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

/** What a file has asked for so far. Each throws ReadStop when it is too much. */
export interface ReadBudget {
  readonly limits: ReadLimits;
  row(cells: readonly string[]): void;
  text(length: number): void;
  cells(count: number): void;
  pages(count: number): void;
}

export function createReadBudget(limits: ReadLimits): ReadBudget {
  let rows = 0;
  let characters = 0;
  let cells = 0;
  const budget: ReadBudget = {
    limits,
    row(given) {
      // The header is one row more.
      if (++rows > limits.rows + 1) throw new ReadStop('tooManyRows');
      budget.cells(given.length);
      let length = 0;
      for (const cell of given) length += cell.length;
      budget.text(length);
    },
    text(length) {
      characters += length;
      if (characters > mostCharacters) throw new ReadStop('expandsTooMuch');
    },
    cells(count) {
      cells += count;
      if (cells > mostCells) throw new ReadStop('expandsTooMuch');
    },
    pages(count) {
      if (count > limits.pages) throw new ReadStop('tooManyPages');
    },
  };
  return budget;
}
