import type { Table } from '../model/index.ts';
import {
  childrenOf,
  PdfFormError,
  type PdfObjects,
  readPdfObjects,
  roleOf,
  withChangedObjects,
} from './pdf-objects.ts';

/**
 * Takes out the cells that only hold rows together, and tells every other cell of a table the headers it has (ISO 32000-1, table 349): its column, the group of rows it stands in, and, in those tables whose first
 * column names the rows, its row, whose first cell becomes a `TH` with that scope. Typst 0.14 can name rows itself only behind a switch that its Node
 * package does not pass on, and forgets the column below a group; when it does both, this file goes.
 */
export function withTableHeaders(pdf: Uint8Array, wanted: readonly Table[]): Uint8Array {
  if (wanted.length === 0) return pdf;
  const file = readPdfObjects(pdf);
  const rootNumber = Number(/\/StructTreeRoot (\d+) 0 R/.exec(file.objectText(file.root))?.[1] ?? Number.NaN);
  const root = file.objectText(rootNumber);
  const tables = tablesBelow(file, childrenOf(root));
  if (tables.length !== wanted.length)
    throw new PdfFormError(`The file has ${tables.length} tables where the document has ${wanted.length}.`);
  const changed = new Map<number, string>();
  const names = tables.flatMap((table, index) => nameCells(file, table, wanted[index]!, index + 1, changed));
  const holders = [...changed].flatMap(([number, element]) =>
    roleOf(element) === 'TR' ? childrenOf(file.objectText(number)).slice(-1) : [],
  );
  changed.set(rootNumber, withNames(root, names, new Set(holders)));
  return withChangedObjects(file, changed);
}

/** In reading order; a table never stands in a table. */
function tablesBelow(file: PdfObjects, numbers: readonly number[]): number[] {
  return numbers.flatMap((number) => {
    const element = file.objectText(number);
    return roleOf(element) === 'Table' ? [number] : tablesBelow(file, childrenOf(element));
  });
}

/** Writes the headers of a table's cells; the names it has given to cells, with their objects. */
function nameCells(
  file: PdfObjects,
  table: number,
  wanted: Table,
  place: number,
  changed: Map<number, string>,
): string[] {
  const names: string[] = [];
  const [titles = [], ...rows] = rowsBelow(file, table).map((row, index) => {
    const count = wanted.rows[index - 1]?.role === 'group' ? 1 : wanted.columns.length;
    return cellsOf(file, row, count, changed);
  });
  if (rows.length !== wanted.rows.length)
    throw new PdfFormError(`A table has ${rows.length} rows in the file and ${wanted.rows.length} in the document.`);
  const columns = titles.map((cell) => nameOf(file.objectText(cell)));
  let group: string | undefined;
  for (const [index, cells] of rows.entries()) {
    const [first, ...others] = cells;
    if (first === undefined) continue;
    const element = file.objectText(first);
    const name = `(R${place}y${index + 1})`;
    if (wanted.rows[index]!.role === 'group') {
      group = nameOf(element) ?? name;
      changed.set(first, asHeader(withHeaders(element, []), name, 'Column'));
    } else {
      const named = wanted.rowHeader === true;
      const told = withHeaders(element, [columns[0], group]);
      changed.set(first, named ? asHeader(told, name, 'Row') : told);
      for (const [at, other] of others.entries())
        changed.set(other, withHeaders(file.objectText(other), [columns[at + 1], group, named ? name : undefined]));
    }
    if (changed.get(first)!.includes(`/ID ${name}`)) names.push(`${name} ${first} 0 R`);
  }
  return names;
}

/** The template has one more cell where it holds rows together; it stands last and is empty. */
function cellsOf(file: PdfObjects, row: number, count: number, changed: Map<number, string>): readonly number[] {
  const element = file.objectText(row);
  const all = childrenOf(element);
  const holder = all[count];
  if (holder === undefined) return all;
  if (all.length !== count + 1 || !/\n {2}\/K \[\]\n/.test(file.objectText(holder)))
    throw new PdfFormError(`A row has ${all.length} cells in the file and ${count} in the document.`);
  const cells = all.slice(0, count);
  changed.set(
    row,
    element.replace(/\n {2}\/K \[[\s\S]*?\]\n/, `\n  /K [${cells.map((cell) => `${cell} 0 R`).join(' ')}]\n`),
  );
  return cells;
}

function rowsBelow(file: PdfObjects, number: number): number[] {
  return childrenOf(file.objectText(number)).flatMap((child) => {
    const role = roleOf(file.objectText(child));
    if (role === 'TR') return [child];
    return role === 'Caption' ? [] : rowsBelow(file, child);
  });
}

function nameOf(cell: string): string | undefined {
  return /\n {2}\/ID (\([^)]*\))\n/.exec(cell)?.[1];
}

function withHeaders(cell: string, headers: readonly (string | undefined)[]): string {
  return cell.replace(/\/Headers \[[^\]]*\]/, `/Headers [${headers.filter((each) => each !== undefined).join(' ')}]`);
}

/** A cell of data as one that heads others; one that does so already is left as it is. */
function asHeader(cell: string, name: string, scope: 'Row' | 'Column'): string {
  if (roleOf(cell) !== 'TD') return cell;
  return cell
    .replace(/\n {2}\/S \/TD\n([\s\S]*?)\n {4}\/O \/Table\n/, `\n  /S /TH\n$1\n    /O /Table\n    /Scope /${scope}\n`)
    .replace(/\n {2}\/A \[/, `\n  /ID ${name}\n  /A [`);
}

/** The tree of names is one leaf, in the order of its bytes; cells that are taken out have none in it. */
function withNames(root: string, names: readonly string[], gone: ReadonlySet<number>): string {
  return root.replace(/(\/IDTree <<\s*\/Names \[)([^\]]*)\]/, (_, start: string, known: string) => {
    const kept = (known.match(/\([^)]*\) \d+ 0 R/g) ?? []).filter((entry) => !gone.has(objectIn(entry)));
    const all = [...kept, ...names];
    return `${start}${all.sort((one, other) => (nameIn(one) < nameIn(other) ? -1 : 1)).join(' ')}]`;
  });
}

function nameIn(entry: string): string {
  return entry.slice(0, entry.indexOf(')'));
}

function objectIn(entry: string): number {
  return Number(/\) (\d+) 0 R$/.exec(entry)?.[1]);
}
