import { exampleMunicipality, municipalityNames } from './names.ts';
import { normalStream, uniformStream } from './random.ts';

/** What an invented municipality is like beneath its figures. Traits are standardised: 0 is usual, ±1 one spread away. */
export interface ExampleMunicipality {
  readonly code: string;
  readonly title: string;
  /** Place in `municipalityClasses`. */
  readonly classIndex: number;
  readonly inhabitants: number;
  /** Population growth a year. */
  readonly growth: number;
  readonly rural: number;
  readonly ageing: number;
  /** Social burden: low education, low income. */
  readonly burden: number;
  /** How dear the same service becomes here, by area. */
  readonly dearness: Readonly<Record<TraitArea, number>>;
  readonly quality: Readonly<Record<TraitArea, number>>;
}

export const traitAreas = [
  'preschool',
  'compulsorySchool',
  'afterSchool',
  'upperSecondarySchool',
  'elderCare',
  'lss',
  'socialAssistance',
  'staff',
] as const;
export type TraitArea = (typeof traitAreas)[number];

interface MunicipalityClass {
  readonly title: string;
  readonly members: number;
  readonly medianInhabitants: number;
  /** Spread of the logarithm. */
  readonly spread: number;
  readonly rural: number;
  readonly ageing: number;
  readonly growth: number;
}

/** SKR's nine classes with their titles and sizes; what is typical of each is our own guess. */
export const municipalityClasses: readonly MunicipalityClass[] = [
  { title: 'Storstäder', members: 3, medianInhabitants: 520_000, spread: 0.45, rural: -2, ageing: -1.4, growth: 0.013 },
  {
    title: 'Pendlingskommun nära storstad',
    members: 43,
    medianInhabitants: 38_000,
    spread: 0.6,
    rural: -1.2,
    ageing: -0.9,
    growth: 0.013,
  },
  {
    title: 'Större stad',
    members: 23,
    medianInhabitants: 108_000,
    spread: 0.35,
    rural: -1.1,
    ageing: -0.6,
    growth: 0.009,
  },
  {
    title: 'Pendlingskommun nära större stad',
    members: 63,
    medianInhabitants: 14_000,
    spread: 0.5,
    rural: 0.1,
    ageing: 0,
    growth: 0.005,
  },
  {
    title: 'Lågpendlingskommun nära större stad',
    members: 24,
    medianInhabitants: 15_000,
    spread: 0.5,
    rural: 0.3,
    ageing: 0.4,
    growth: 0.002,
  },
  {
    title: 'Mindre stad/tätort',
    members: 27,
    medianInhabitants: 33_000,
    spread: 0.4,
    rural: -0.1,
    ageing: 0.2,
    growth: 0.004,
  },
  {
    title: 'Pendlingskommun nära mindre tätort',
    members: 51,
    medianInhabitants: 9_500,
    spread: 0.35,
    rural: 0.5,
    ageing: 0.5,
    growth: 0,
  },
  {
    title: 'Landsbygdskommun, ej nära större stad',
    members: 35,
    medianInhabitants: 8_000,
    spread: 0.5,
    rural: 1.3,
    ageing: 0.9,
    growth: -0.004,
  },
  {
    title: 'Landsbygdskommun med besöksnäring',
    members: 21,
    medianInhabitants: 9_000,
    spread: 0.5,
    rural: 1.2,
    ageing: 0.8,
    growth: -0.001,
  },
];
const commutingNearLargerTown = 3;

const firstCode = 9001;

/** 290 municipalities in the order of their codes, 9001–9290. */
export function createMunicipalities(seed: number): readonly ExampleMunicipality[] {
  const classes = shuffledClasses(seed);
  return municipalityNames.map((title, at): ExampleMunicipality => {
    const code = String(firstCode + at);
    const normal = normalStream(seed, `municipality ${code}`);
    const classIndex = classes[at]!;
    const kind = municipalityClasses[classIndex]!;
    const size = normal();
    const rural = kind.rural + 0.5 * normal();
    const ageing = kind.ageing + 0.6 * normal();
    const burden = 0.2 * rural + 0.95 * normal();
    // What a municipality is good at hangs together a little; cost and quality hang together hardly at all.
    const ownDearness = normal();
    const ownQuality = normal();
    const traits = (own: number, share: number) =>
      Object.fromEntries(
        traitAreas.map((area) => [area, share * own + Math.sqrt(1 - share * share) * normal()]),
      ) as Record<TraitArea, number>;
    const municipality: ExampleMunicipality = {
      code,
      title,
      classIndex,
      inhabitants: Math.round(Math.max(2_300, kind.medianInhabitants * Math.exp(kind.spread * size))),
      growth: kind.growth - 0.002 * ageing + 0.004 * normal(),
      rural,
      ageing,
      burden,
      dearness: traits(ownDearness, 0.4),
      quality: traits(ownQuality, 0.4),
    };
    return code === exampleMunicipality.code ? ordinary(municipality) : municipality;
  });
}

/** The example municipality is an ordinary one: what is special about it is in its story, not in its conditions. */
function ordinary(municipality: ExampleMunicipality): ExampleMunicipality {
  const middle = Object.fromEntries(traitAreas.map((area) => [area, 0])) as Record<TraitArea, number>;
  return {
    ...municipality,
    classIndex: commutingNearLargerTown,
    inhabitants: 14_180,
    growth: 0.006,
    rural: 0.2,
    ageing: 0.1,
    burden: -0.2,
    dearness: middle,
    quality: middle,
  };
}

/** Which class stands at which place; the example municipality's place always holds its own class. */
function shuffledClasses(seed: number): number[] {
  const classes = municipalityClasses.flatMap((kind, at) => Array.from({ length: kind.members }, () => at));
  const uniform = uniformStream(seed, 'classes');
  for (let i = classes.length - 1; i > 0; i -= 1) {
    const j = Math.floor(uniform() * (i + 1));
    [classes[i], classes[j]] = [classes[j]!, classes[i]!];
  }
  const place = Number(exampleMunicipality.code) - firstCode;
  const other = classes.indexOf(commutingNearLargerTown);
  [classes[place], classes[other]] = [classes[other]!, classes[place]!];
  return classes;
}
