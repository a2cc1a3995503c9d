import { keyFigureMap } from '@samband/analysis';

/** The size of all of Kolada: as many key figures, units and years as its catalogue has, a fifth of the figures missing. */
export const fullSize = { kpis: 6000, regions: 20, municipalities: 290, firstYear: 2003, years: 22, missing: 0.2 };

const first = 10_000;

/** Units as Kolada has them: Riket and regions among the municipalities' codes, 311 in all. */
export function units() {
  const regions = Array.from({ length: fullSize.regions }, (_, i) => unit(i + 1, `Region ${i + 1}`, 'L'));
  const municipalities = Array.from({ length: fullSize.municipalities }, (_, i) =>
    unit(101 + i, `Mätkommun ${i + 1}`, 'K'),
  );
  return [unit(0, 'Riket', 'L'), ...regions, ...municipalities];
}

function unit(code, title, type) {
  return { id: String(code).padStart(4, '0'), title, type };
}

/** The key figures of the map, and invented ones up to full size; those have a direction, so that every one must be judged. */
export function keyFigures() {
  const invented = Array.from({ length: fullSize.kpis - keyFigureMap.length }, (_, i) => ({
    kpi: `N${90_000 + i}`,
    title: `Mätvärde ${i + 1}`,
    area: ['preschool', 'compulsorySchool', 'elderCare', 'lss', 'economy'][i % 5],
    perspective: i % 2 === 0 ? 'resource' : 'quality',
    direction: i % 2 === 0 ? 'low' : 'high',
    unit: 'kr/inv',
    costBase: null,
    denominator: null,
    noVolumeReason: 'notMoney',
    phenomenon: '',
    weight: 1,
  }));
  return [...keyFigureMap, ...invented];
}

/** Seven similar municipalities each. */
export function similar() {
  const municipalities = units().filter(({ type }) => type === 'K');
  return municipalities.map((own, i) => ({
    own,
    members: Array.from({ length: 7 }, (_, step) => municipalities[(i + 13 * step + 1) % municipalities.length]),
  }));
}

/** What `createArchive` takes. Forty key figures at a time share a cause, so that some say the same thing, as Kolada's do. */
export function fullSizeContent() {
  const allUnits = units();
  const figures = keyFigures();
  const years = Array.from({ length: fullSize.years }, (_, i) => fullSize.firstYear + i);
  const values = new Float64Array(figures.length * years.length * allUnits.length);
  const random = generator(20_240_101);
  const cause = new Float64Array(allUnits.length);
  const own = new Float64Array(allUnits.length);
  let at = 0;
  figures.forEach(({ kpi }, k) => {
    if (k % 40 === 0) for (let u = 0; u < cause.length; u++) cause[u] = bell(random);
    for (let u = 0; u < own.length; u++) own[u] = 0.8 * cause[u] + 0.6 * bell(random);
    // Inhabitants are what kronor are counted by; a fifth of them missing would not be Kolada.
    const [level, missing] = kpi === 'N01951' ? [35_000, 0] : [10 ** (1 + 3 * random()), fullSize.missing];
    const slope = 0.03 * (random() - 0.3);
    for (let y = 0; y < years.length; y++) {
      for (let u = 0; u < own.length; u++, at++) {
        const value = level * (1 + 0.15 * own[u] + slope * (y - 11) + 0.04 * (random() - 0.5));
        values[at] = random() < missing ? Number.NaN : Math.round(value * 100) / 100;
      }
    }
  });
  return {
    kpis: figures.map(catalogueEntry),
    units: allUnits,
    groups: similar().map(({ own: { title }, members }, i) => ({
      id: `G${first + i}`,
      title: `Liknande kommuner övergripande, ${title}, 2025`,
      members: members.map(({ id, title: name }) => ({ id, title: name })),
    })),
    tables: { T: { kpis: figures.map(({ kpi }) => kpi), units: allUnits.map(({ id }) => id), years, values } },
  };
}

function catalogueEntry({ kpi, title, unit: counted }) {
  return {
    id: kpi,
    title: `${title}, ${counted}`,
    description: 'Framräknade värden för mätning.',
    isDividedByGender: false,
    municipalityType: 'K',
    auspice: 'T',
    operatingArea: 'Mätning',
    perspective: null,
    prelPublicationDate: null,
    publicationDate: null,
    publPeriod: null,
    hasOuData: false,
  };
}

/** Marsaglia's xorshift: the same numbers on every machine, and quick enough for forty million of them. */
function generator(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Near enough a normal distribution with deviation 1. */
function bell(random) {
  return (random() + random() + random() + random() - 2) * 1.732;
}
