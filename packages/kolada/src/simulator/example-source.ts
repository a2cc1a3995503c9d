import type { DataRow, DataValue, Gender, Group, Kpi, Municipality } from '../model.ts';
import { type MemoryContents, memorySource } from './memory-source.ts';
import type { SimulatorSource } from './source.ts';

/** A Kolada of three key figures and ten units, all invented, for a first try without network and for tests. */
export function exampleSource(): SimulatorSource {
  return memorySource(exampleContents());
}

export function exampleContents(): MemoryContents {
  const { kpis, municipalities } = { kpis: exampleKpis, municipalities: exampleUnits };
  const rows: DataRow[] = [];
  for (const kpi of kpis) {
    for (const year of [2021, 2022, 2023]) {
      for (const [index, unit] of municipalities.entries()) {
        const fits = kpi.municipalityType === 'A' || unit.id === '0000' || unit.type === kpi.municipalityType;
        if (fits) rows.push(rowOf(kpi, unit.id, year, index));
      }
    }
  }
  return { kpis, municipalities, groups: exampleGroups, kpiGroups: exampleKpiGroups, rows };
}

function rowOf(kpi: Kpi, municipality: string, period: number, index: number): DataRow {
  const genders: readonly Gender[] = kpi.isDividedByGender ? ['K', 'M', 'T'] : ['T'];
  const base = 100 * (index + 1) + (period - 2021);
  const offset: Record<Gender, number> = { K: 10, M: -10, T: 0 };
  const values = genders.map((gender): DataValue => {
    // The last unit has reported nothing, and the last but one is too small to show.
    const hidden = index >= exampleUnits.length - 2;
    const status = hidden ? (index === exampleUnits.length - 1 ? 'Missing' : 'Privacy') : '';
    return { gender, count: 1, status, value: hidden ? null : base + offset[gender], isDeleted: false };
  });
  return { kpi: kpi.id, municipality, period, values };
}

const exampleUnits: readonly Municipality[] = [
  { id: '0000', title: 'Riket', type: 'L' },
  { id: '0099', title: 'Region Exempel', type: 'L' },
  ...['Ekeberga', 'Åsmarken', 'Älvsbo', 'Örnäs', 'Björklid', 'Granvik', 'Havslida', 'Norrmora'].map(
    (title, index): Municipality => ({ id: String(9001 + index), title, type: 'K' }),
  ),
];

const exampleKpis: readonly Kpi[] = [
  kpiOf('N90001', 'Kostnad exempelomsorg, kr/inv', 'K', false),
  kpiOf('U90002', 'Nöjda med exempelomsorgen, andel (%)', 'A', true),
  kpiOf('N90003', 'Kostnad exempelvård region, kr/inv', 'L', false),
];

function kpiOf(id: string, title: string, municipalityType: Kpi['municipalityType'], isDividedByGender: boolean): Kpi {
  return {
    id,
    title,
    description: 'Påhittat nyckeltal.',
    isDividedByGender,
    municipalityType,
    auspice: 'T',
    operatingArea: 'Exempel',
    perspective: id.startsWith('N') ? 'Resurser' : 'Kvalitet och resultat',
    prelPublicationDate: '2025-04-01',
    publicationDate: '2025-09-30',
    publPeriod: '2024',
    hasOuData: false,
  };
}

const exampleGroups: readonly Group[] = [
  groupOf('G90010', 'Liknande kommuner exempelomsorg, Ekeberga, 2024', ['9002', '9003', '9008']),
  groupOf('G90011', 'Alla exempelkommuner (ovägt medel)', ['9001', '9002', '9003', '9004']),
];

function groupOf(id: string, title: string, members: readonly string[]): Group {
  const nameOf = (unit: string) => exampleUnits.find((each) => each.id === unit)?.title ?? unit;
  return { id, title, members: members.map((member) => ({ id: member, title: nameOf(member) })) };
}

const exampleKpiGroups: readonly Group[] = [
  {
    id: 'G2KPI90020',
    title: 'Exempelomsorg',
    members: exampleKpis.slice(0, 2).map(({ id, title }) => ({ id, title })),
  },
];
