import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memorySource } from '../simulator/memory-source.ts';
import { startSimulator } from '../simulator/server.ts';
import { allRows } from './all-rows.ts';
import { createKoladaClient } from './client.ts';
import { valueFor } from './figure.ts';
import { groupsFromJson, kpisFromJson, municipalitiesFromJson, readDataPage } from './wire.ts';

const folder = fileURLToPath(new URL('../../../../../shared/kolada/', import.meta.url));
const present = existsSync(folder);
const why = present ? '' : ' (skipped: the folder ../shared/kolada with the real files is not here)';

function json(file: string): unknown {
  const bytes = readFileSync(folder + file);
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

describe.skipIf(!present)(`the real catalogue${why}`, () => {
  it('is read whole, å ä ö unharmed', () => {
    expect(kpisFromJson(json('kpi-catalogue-v3-2026-03.json.gz'), 'catalogue')).toHaveLength(6099);
    expect(groupsFromJson(json('municipality_groups-v3-2026-03.json.gz'), 'groups')).toHaveLength(3630);
    const units = municipalitiesFromJson(json('municipality-v3-2026-03.json'), 'units');
    expect(units.filter((unit) => unit.type === 'K')).toHaveLength(290);
    expect(units.find((unit) => unit.id === '0319')?.title).toBe('Älvkarleby');
  });

  it('and its data come the same through the simulator as they stand in the file', async () => {
    const fixture = (name: string) => json(`fixtures-v3-reconstructed/${name}.json`);
    const everything = { kpis: undefined, units: undefined, years: undefined, keepGroups: true };
    const { rows } = readDataPage({ ...(fixture('data') as object), next_url: null }, 'data.json', everything);
    const kpis = kpisFromJson(fixture('kpi'), 'kpi.json');
    const municipalities = municipalitiesFromJson(fixture('municipality'), 'municipality.json');
    const groups = groupsFromJson(fixture('municipality_groups'), 'municipality_groups.json');
    const simulator = await startSimulator(memorySource({ kpis, municipalities, groups, rows }), { perPage: 97 });
    onTestFinished(() => simulator.close());
    const client = createKoladaClient({ baseUrl: simulator.url });
    const received = await allRows(
      client.data({ kpis: kpis.map((kpi) => kpi.id), municipalities: municipalities.map((unit) => unit.id) }),
    );
    const byKey = (list: typeof rows) =>
      new Map(
        list.map((row) => [
          `${row.kpi}/${row.municipality}/${row.period}`,
          [valueFor(row, 'T'), valueFor(row, 'K'), valueFor(row, 'M')],
        ]),
      );
    expect(received).toHaveLength(609);
    expect(byKey(received)).toEqual(byKey(rows));
    expect(await client.municipalityGroups()).toEqual(groups);
  });
});
