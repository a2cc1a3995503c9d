import type { Mended } from './draft.store.ts';
import type { GivenTable } from './target.ts';

/** The table with what a person has written instead of what it says. A field that no column gives gets one. */
export function withMended(given: GivenTable, mended: Mended, known: ReadonlySet<string>): GivenTable {
  const keys = new Set(Object.values(mended).flatMap((said) => Object.keys(said)));
  if (keys.size === 0) return given;
  const more = [...keys].filter((key) => known.has(key) && !given.fields.includes(key));
  const fields = [...given.fields, ...more];
  return {
    ...given,
    fields,
    headers: [...given.headers, ...more.map(() => '')],
    rows: given.rows.map((row, index) => {
      const said = mended[index] ?? {};
      const cells = fields.map((key, at) => (key === undefined ? undefined : said[key]) ?? row.cells[at] ?? '');
      return { ...row, cells };
    }),
  };
}

/** What a row says in a field, or what holds for all rows. */
export function saidIn({ fields, rows, once }: GivenTable, index: number, key: string): string {
  const at = fields.indexOf(key);
  return (at === -1 ? '' : (rows[index]?.cells[at] ?? '')) || (once[key] ?? '');
}
