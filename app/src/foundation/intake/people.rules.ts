import type { FoundTable } from '@samband/documents/reading';

/** Headings over lists of who has which place; the names under any other are mostly those who signed. */
const placesWord =
  /roll|bemann|organis|personal|medarbet|grupp|deltag|kontakt|ansvar|ledamöt|ledamot|chefer|ledning|förtroendeval|befattning|staff|role|people|team|member|contact/iu;
/** What a decision leads to for staff and organisation is prose, and the last of it stands above the signatures. */
const consequences = /konsekvens|consequence/iu;

/** As many people as no decision is signed by. */
const manyPeople = 6;

/**
 * Whether a list of people tells who has which place, and is no signatures or list of who gets a copy: its heading says so, or there are
 * many of them and most stand under a role or beside a unit. Tables of other kinds are what their columns say.
 */
export function tellsPlaces({ origin, headings, caption, columns, rows }: FoundTable): boolean {
  if (origin !== 'people') return true;
  const heading = caption ?? headings.at(-1) ?? '';
  if (placesWord.test(heading) && !consequences.test(heading)) return true;
  const said = ['Roll', 'Enhet'].map((name) => columns.indexOf(name));
  const placed = rows.filter(({ cells }) => said.some((at) => (cells[at] ?? '') !== '')).length;
  return rows.length >= manyPeople && placed * 2 > rows.length;
}

const firstName = /^(?:förnamn|tilltalsnamn|first name|given name)$/i;
const lastName = /^(?:efternamn|last name|surname|family name)$/i;

/** A first name and a last name in columns of their own are one name: half of it is nobody's. */
export function withWholeNames(table: FoundTable): FoundTable {
  const [first, last] = [firstName, lastName].map((word) =>
    table.columns.findIndex((header) => word.test(header.trim())),
  );
  if (first === undefined || last === undefined || first === -1 || last === -1) return table;
  const joined = (cells: readonly string[], name: string) =>
    cells.flatMap((cell, column) => (column === first ? [name] : column === last ? [] : [cell]));
  return {
    ...table,
    columns: joined(table.columns, 'Namn'),
    rows: table.rows.map((row) => ({
      ...row,
      cells: joined(row.cells, [row.cells[first], row.cells[last]].filter(Boolean).join(' ')),
    })),
  };
}
