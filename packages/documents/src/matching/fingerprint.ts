import { createHash } from 'node:crypto';

/**
 * What a row says, whatever the order of its columns, its case and its spaces: the same row in the next version of a file has the same
 * fingerprint. Rows of a table that read alike stay apart, since the second has the fingerprint of a second. 32 hexadecimal digits, and a number.
 */
export function fingerprintsOf(rows: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const times = new Map<string, number>();
  return rows.map((row) => {
    const print = fingerprintOf(row);
    const time = (times.get(print) ?? 0) + 1;
    times.set(print, time);
    return `${print}/${time}`;
  });
}

function fingerprintOf(row: Readonly<Record<string, string>>): string {
  const said = Object.entries(row)
    .map(([key, text]) => [key, text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv')] as const)
    .filter(([, text]) => text !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}
