import { KoladaFormatError } from '../client/errors.ts';
import type { Page } from '../client/paging.ts';
import { readGroups, readKpis, readMunicipalities } from '../client/wire.ts';
import type { Group, Kpi, Municipality } from '../model.ts';
import { Faults } from './faults.ts';
import { readText } from './file-bytes.ts';

type Reader<Row> = (body: unknown, endpoint: string) => Page<Row>;

export const readKpiFile = (path: string): Promise<readonly Kpi[]> => readList(path, readKpis);
export const readUnitFile = (path: string): Promise<readonly Municipality[]> => readList(path, readMunicipalities);
export const readGroupFile = (path: string): Promise<readonly Group[]> => readList(path, readGroups);

/** A catalogue list as the API gives it: the envelope, or its rows alone in an array. */
async function readList<Row extends { readonly id: string }>(path: string, read: Reader<Row>): Promise<readonly Row[]> {
  const faults = new Faults(path);
  let body: unknown;
  try {
    body = JSON.parse((await readText(path, faults)).replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    faults.refuse({ fault: 'notJson', value: error.message });
  }
  const envelope = Array.isArray(body)
    ? { values: body as unknown[], next_url: null }
    : (body as Partial<Record<string, unknown>> | null);
  const values = envelope?.values;
  if (!Array.isArray(values)) return faults.refuse({ fault: 'wrongField', column: 'values' });
  // One page of several is not the list: taking it for the whole would mark the rest as vanished.
  if (typeof envelope?.next_url === 'string')
    faults.refuse({ fault: 'truncatedPage', column: 'next_url', value: envelope.next_url });
  if (values.length === 0) faults.refuse({ fault: 'empty' });

  const rows: Row[] = [];
  const seen = new Map<string, number>();
  for (const [index, value] of (values as unknown[]).entries()) {
    try {
      const row = read({ values: [value], next_url: null }, path).rows[0]!;
      const first = seen.get(row.id);
      if (first !== undefined)
        faults.add({ fault: 'duplicateId', line: index + 1, column: 'id', value: row.id, firstLine: first });
      seen.set(row.id, index + 1);
      rows.push(row);
    } catch (error) {
      if (!(error instanceof KoladaFormatError)) throw error;
      faults.add({
        fault: 'wrongField',
        line: index + 1,
        column: error.field.replace(/^values\[0\]\.?/, ''),
        value: error.found,
      });
    }
  }
  faults.refuseIfAny();
  return rows;
}
