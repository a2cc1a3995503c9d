import { keyFigureMap } from '@samband/analysis';
import type { FigureTable, Gender, Group, Kpi, Municipality } from '@samband/kolada';
import { catalogueEntry } from './catalogue.ts';
import { disability } from './disability.ts';
import { economy } from './economy.ts';
import { elderCare } from './elder-care.ts';
import { byGender, dividedByGender } from './genders.ts';
import { createGroups } from './groups.ts';
import { publishIndices } from './indices.ts';
import { Model } from './model.ts';
import { createMunicipalities } from './municipalities.ts';
import { exampleMunicipality } from './names.ts';
import { otherFigures } from './other-figures.ts';
import { population } from './population.ts';
import { preschool } from './preschool.ts';
import { leaveOut } from './reporting.ts';
import { riketOf } from './riket.ts';
import { afterSchool, compulsorySchool } from './school.ts';
import { socialServices } from './social-services.ts';
import { staff } from './staff.ts';
import { upperSecondarySchool } from './upper-secondary-school.ts';

export interface ExampleFigures {
  readonly kpis: readonly Kpi[];
  /** Riket first, then the 290 municipalities by code: the order of `units` in every table. */
  readonly units: readonly Municipality[];
  readonly groups: readonly Group[];
  readonly tables: Readonly<Record<Gender, FigureTable>>;
}

const firstYear = 2013;
const lastYear = 2024;
const defaultSeed = 20_240_911;

/** A country that does not exist: the same seed gives the same figures, to the last decimal. */
export function generateExampleFigures(seed: number = defaultSeed): ExampleFigures {
  const municipalities = createMunicipalities(seed);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  const storyteller = municipalities.findIndex(({ code }) => code === exampleMunicipality.code);
  const model = new Model(seed, years, municipalities, storyteller);
  for (const make of [
    population,
    preschool,
    compulsorySchool,
    afterSchool,
    upperSecondarySchool,
    elderCare,
    disability,
    socialServices,
    economy,
    staff,
    otherFigures,
  ]) {
    make(model);
  }
  leaveOut(model, keyFigureMap, storyteller);
  publishIndices(model);

  const kpis = keyFigureMap.map(({ kpi }) => kpi);
  const units: readonly Municipality[] = [
    { id: '0000', title: 'Riket', type: 'L' },
    ...municipalities.map(({ code, title }): Municipality => ({ id: code, title, type: 'K' })),
  ];
  const table = (ids: readonly string[], of: (kpi: string) => (u: number, total: number) => number): FigureTable => {
    const values = new Float64Array(ids.length * years.length * units.length).fill(Number.NaN);
    ids.forEach((kpi, k) => {
      const at = model.get(kpi);
      const value = of(kpi);
      const riket = riketOf(kpi, model);
      years.forEach((_, t) => {
        const start = (k * years.length + t) * units.length;
        values[start] = value(-1, riket(t));
        municipalities.forEach((_, u) => {
          values[start + 1 + u] = value(u, at(u, t));
        });
      });
    });
    return { kpis: ids, units: units.map(({ id }) => id), years, values };
  };
  return {
    kpis: keyFigureMap.map((figure) => catalogueEntry(figure, lastYear)),
    units,
    groups: createGroups(municipalities),
    tables: {
      T: table(kpis, () => (_, total) => total),
      K: table(dividedByGender, (kpi) => byGender(model, kpi, 'K')),
      M: table(dividedByGender, (kpi) => byGender(model, kpi, 'M')),
    },
  };
}
