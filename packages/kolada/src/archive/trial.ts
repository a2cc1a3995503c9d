import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Group, Kpi, Municipality } from '../model.ts';

/** A folder for one test, with invented lists and figures to put in it. */
export class Trial {
  readonly folder = mkdtempSync(join(tmpdir(), 'samband-archive-'));
  readonly archive = join(this.folder, 'kolada.duckdb');

  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  units(units: readonly Municipality[] = trialUnits): string {
    return this.file('municipality.json', JSON.stringify(units));
  }

  kpis(kpis: readonly Kpi[]): string {
    const rows = kpis.map((kpi) => ({
      id: kpi.id,
      title: kpi.title,
      description: kpi.description,
      is_divided_by_gender: kpi.isDividedByGender,
      municipality_type: kpi.municipalityType,
      auspice: kpi.auspice,
      operating_area: kpi.operatingArea,
      perspective: kpi.perspective,
      prel_publication_date: kpi.prelPublicationDate,
      publication_date: kpi.publicationDate,
      publ_period: kpi.publPeriod,
      has_ou_data: kpi.hasOuData,
    }));
    return this.file(
      'kpi.json',
      JSON.stringify({ values: rows, next_url: null, previous_url: null, count: rows.length }),
    );
  }

  groups(groups: readonly Group[], name = 'municipality_groups'): string {
    const rows = groups.map(({ id, title, members }) => ({
      id,
      title,
      members: members.map((member) => ({ member_id: member.id, member_title: member.title })),
    }));
    return this.file(`${name}.json`, JSON.stringify(rows));
  }

  values(...rows: readonly string[]): string {
    return this.file('values.csv', ['kpi,municipality,period,gender,value', ...rows, ''].join('\r\n'));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const trialUnits: readonly Municipality[] = [
  { id: '0000', title: 'Riket', type: 'L' },
  { id: '0101', title: 'Ekeberga', type: 'K' },
  { id: '0102', title: 'Björkhult', type: 'K' },
  { id: '0103', title: 'Lindnäs', type: 'K' },
];

export function trialKpi(id: string, more: Partial<Kpi> = {}): Kpi {
  return {
    id,
    title: `Nyckeltal ${id}`,
    description: 'Påhittat för prov.',
    isDividedByGender: false,
    municipalityType: 'K',
    auspice: null,
    operatingArea: 'Prov',
    perspective: null,
    prelPublicationDate: null,
    publicationDate: null,
    publPeriod: null,
    hasOuData: false,
    ...more,
  };
}

export function trialGroup(id: string, title: string, members: readonly string[]): Group {
  const titles = new Map(trialUnits.map((unit) => [unit.id, unit.title]));
  return { id, title, members: members.map((member) => ({ id: member, title: titles.get(member) ?? member })) };
}
