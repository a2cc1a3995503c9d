import {
  type DataRow,
  type DataValue,
  type Gender,
  type Group,
  genders,
  type Kpi,
  type Municipality,
} from '../model.ts';
import type { SimulatorSource } from './source.ts';

export interface GeneratedSourceOptions {
  readonly kpis: number;
  /** Riket first, then (from 30 units on) 21 regions, then municipalities. */
  readonly units: number;
  readonly years: readonly number[];
  readonly seed?: number;
  /** Share of explicit null values, 0–1; default 0.2. */
  readonly missingShare?: number;
  /** Every third KPI divided by gender; default false. */
  readonly genders?: boolean;
  /** "Liknande kommuner" groups of seven; default 0. */
  readonly groups?: number;
}

/** Invented figures of any amount: each value is computed from its place when it is asked for, so nothing is held in memory. */
export function generatedSource(options: GeneratedSourceOptions): SimulatorSource {
  const { years, seed = 1, missingShare = 0.2 } = options;
  const municipalities = Array.from({ length: options.units }, (_, index) => unitAt(index, options.units));
  const kpis = Array.from({ length: options.kpis }, (_, index) => kpiAt(index, options.genders ?? false));
  const indexOfKpi = new Map(kpis.map((kpi, index) => [kpi.id, index]));
  const known = new Set(years);
  const groups = Array.from({ length: options.groups ?? 0 }, (_, index) => groupAt(index, municipalities));

  function valueAt(kpi: number, year: number, unit: number, gender: Gender): DataValue {
    const place = mix(mix(mix(seed, kpi), unit), year * 4 + genderNumber[gender]);
    if (place / 2 ** 32 < missingShare) return { gender, count: 1, status: '', value: null, isDeleted: false };
    const level = 100 + (mix(seed, kpi) % 90_000);
    const spread = 0.7 + 0.6 * (mix(mix(seed, unit), kpi) / 2 ** 32);
    const value = Math.round(level * spread * (1 + 0.02 * (year - 2010)) + (place % 100)) / 10;
    return { gender, count: 1, status: '', value, isDeleted: false };
  }

  return {
    kpis: () => kpis,
    municipalities: () => municipalities,
    groups: () => groups,
    kpiGroups: () => [],
    years: () => years,
    rows(kpi, year, units) {
      const index = indexOfKpi.get(kpi);
      if (index === undefined || !known.has(year)) return [];
      const divided = kpis[index]?.isDividedByGender ? genders : total;
      const rows: DataRow[] = [];
      for (let unit = 0; unit < municipalities.length; unit++) {
        const municipality = municipalities[unit]!.id;
        if (units && !units.has(municipality)) continue;
        const values = divided.map((gender) => valueAt(index, year, unit, gender));
        rows.push({ kpi, municipality, period: year, values });
      }
      return rows;
    },
  };
}

const total: readonly Gender[] = ['T'];
const genderNumber: Record<Gender, number> = { T: 0, K: 1, M: 2 };

/** A 32-bit hash of two numbers (the finalizer of MurmurHash3), the same on every machine. */
function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function unitAt(index: number, units: number): Municipality {
  if (index === 0) return { id: '0000', title: 'Riket', type: 'L' };
  const regions = units >= 30 ? 21 : 0;
  if (index <= regions) return { id: String(index).padStart(4, '0'), title: `Region ${index}`, type: 'L' };
  return { id: String(100 + index).padStart(4, '0'), title: `Påhittad kommun ${index}`, type: 'K' };
}

function kpiAt(index: number, divideSome: boolean): Kpi {
  return {
    id: `N${String(index + 1).padStart(5, '0')}`,
    title: `Påhittat nyckeltal ${index + 1}, kr/inv`,
    description: 'Framräknade värden för prov och mätning.',
    isDividedByGender: divideSome && index % 3 === 0,
    municipalityType: 'A',
    auspice: 'T',
    operatingArea: 'Exempel',
    perspective: 'Resurser',
    prelPublicationDate: null,
    publicationDate: null,
    publPeriod: null,
    hasOuData: false,
  };
}

function groupAt(index: number, units: readonly Municipality[]): Group {
  const municipalities = units.filter((unit) => unit.type === 'K');
  const own = municipalities[index % municipalities.length];
  const members = Array.from({ length: 7 }, (_, step) => municipalities[(index + step + 1) % municipalities.length]!);
  const title = `Liknande kommuner övergripande, ${own?.title ?? ''}, 2025`;
  return { id: `G${10_000 + index}`, title, members: members.map(({ id, title: name }) => ({ id, title: name })) };
}
