import { lineOf } from '../words.ts';

const months = 'jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec';
const date = new RegExp(
  `^(?:\\d{4}-\\d\\d-\\d\\d|\\d{6}|\\d{8}|\\d{1,2}[./]\\d{1,2}|\\d{1,2} (?:${months})\\p{L}*\\.?(?: \\d{4})?|v\\.? ?\\d{1,2})`,
  'iu',
);
const number = /^[-−–+]?\d[\d .,]*(?: ?(?:%|‰|kr|tkr|mnkr|mkr|st|år))?$/i;
const year = /^(?:19|20)\d\d$/;

/** What stands in a cell that holds something of the world rather than names a column. A year may do either. */
function isValue(cell: string): boolean {
  return !year.test(cell) && (date.test(cell) || number.test(cell));
}

/** No header is a sentence. */
function isSentence(cell: string): boolean {
  return cell.length > 80 || (cell.length > 30 && /[.!]$/.test(cell));
}

/** Whether a table's first row names its columns. Most do; one that holds values, sentences or gaps does not. */
export function namesColumns(first: readonly string[]): boolean {
  const cells = first.map(lineOf);
  if (cells.some((cell) => isValue(cell) || isSentence(cell))) return false;
  return cells.filter((cell) => cell === '').length * 2 <= cells.length;
}

/** Words that people write over columns, as far as they tell where a table begins; the matcher of columns knows many more. */
const headerWords = new Set(
  `aktivitet aktiviteter ansvar ansvarig ansvariga område delområde problem utmaning orsak orsaker åtgärd åtgärder förslag datum tid tidpunkt
  tidplan start slut startdatum slutdatum klart status målgrupp målgrupper kanal budskap leverans mål delmål syfte beskrivning kommentar kommentarer
  anteckning namn förnamn efternamn titel roll funktion befattning enhet förvaltning nämnd kommun avdelning verksamhet kod nyckeltal värde år utfall
  budget belopp kostnad summa antal andel typ kategori nummer nr id rubrik prioritet prioritering uppföljning effekt risk sannolikhet konsekvens e-post
  epost telefon adress källa period månad resultat beslut ärende diarienummer kön ålder grupp steg fas activity date responsible name title role unit
  value year description comment goal action cause area department municipality number code type`.split(/\s+/),
);

/** Whether most of the words over the columns are such as name columns. */
function hasHeaderWords(cells: readonly string[]): boolean {
  const known = cells.filter((cell) =>
    cell
      .toLowerCase()
      .split(/[\s/(),:]+/)
      .some((word) => headerWords.has(word)),
  );
  return known.length * 2 >= cells.length;
}

/**
 * Whether a row after a gap begins a table of its own instead of going on with the one above: every cell is filled, none the same, none a value or
 * a sentence, and either the words are those of headers or the columns below hold values where it holds words.
 */
export function beginsTable(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const cells = first.map(lineOf);
  if (cells.length < 2 || cells.some((cell) => cell === '' || cell.length > 50 || isSentence(cell) || isValue(cell)))
    return false;
  if (new Set(cells).size !== cells.length) return false;
  return (
    hasHeaderWords(cells) ||
    (below.length > 0 && cells.some((cell, column) => !year.test(cell) && holdsValues(below, column)))
  );
}

function holdsValues(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((row) => lineOf(row[column] ?? '')).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => isValue(cell) || year.test(cell)).length * 5 >= filled.length * 3;
}

/** For comparing a header with its repetition on the next page. */
export function headerKey(cells: readonly string[]): string {
  const lines = cells.map((cell) => lineOf(cell).toLowerCase().replace(/-? /g, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\t');
}
