import type { Sheet } from '@samband/documents/spreadsheet';
import type { Language } from '../texts/index.ts';
import type { KeptTable } from './draft.store.ts';
import { texts } from './texts.ts';

/** What stands nearest above a found table; '' for nothing. */
export function tableTitle({ table }: KeptTable): string {
  return table.caption ?? table.headings.at(-1) ?? '';
}

/** What a found table is called as a sheet or a file. */
export function sheetName(kept: KeptTable, language: Language): string {
  const { table } = kept;
  const plain = tableTitle(kept)
    .replace(/[\\/:*?"<>|[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  const numbered = texts(language).found.table(table.number);
  return plain === '' ? numbered : `${numbered} – ${plain}`;
}

/** A found table as it stands, with its headings as notes. */
export function sheetOfTable(kept: KeptTable, language: Language): Sheet {
  const { table } = kept;
  const grouped = table.rows.some(({ group }) => group !== undefined);
  const columns = [...(grouped ? [texts(language).found.group] : []), ...table.columns].map((header) => ({ header }));
  return {
    name: sheetName(kept, language).slice(0, 31),
    columns,
    rows: table.rows.map(({ cells, group }) => [...(grouped ? [group ?? ''] : []), ...cells]),
    notes: table.headings,
  };
}
