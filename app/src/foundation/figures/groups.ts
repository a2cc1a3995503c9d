import type { Area } from '@samband/analysis';
import type { ArchiveGroup, Municipality } from '@samband/kolada';

/** How Kolada's group titles spell the areas that have similar municipalities of their own; the rest use the overall group. */
const similarAreas: { readonly [area in Area]?: readonly string[] } = {
  preschool: ['förskola'],
  compulsorySchool: ['grundskola'],
  afterSchool: ['fritidshem'],
  upperSecondarySchool: ['gymnasieskola', 'gymnasium'],
  elderCare: ['äldreomsorg'],
  lss: ['LSS'],
  socialAssistance: ['ekonomiskt bistånd', 'IFO', 'individ- och familjeomsorg'],
};
const overall = ['övergripande'];

/** SKR's classes are told by their titles: Kolada does not carry the codes. */
const classTitles = [
  'Storstäder',
  'Pendlingskommun nära storstad',
  'Större stad',
  'Pendlingskommun nära större stad',
  'Lågpendlingskommun nära större stad',
  'Mindre stad/tätort',
  'Pendlingskommun nära mindre tätort',
  'Landsbygdskommun, ej nära större stad',
  'Landsbygdskommun med besöksnäring',
] as const;

/** Group ids are reused while members change, so whoever uses a group keeps its edition and members. */
export interface UsedGroup {
  readonly id: string;
  readonly title: string;
  readonly edition: number | null;
  readonly members: readonly string[];
}

export interface GroupIndex {
  /** Similar municipalities for an area, falling back on the overall group. */
  similar(unit: string, area: Area): UsedGroup | undefined;
  municipalityClass(unit: string): UsedGroup | undefined;
  byId(id: string): UsedGroup | undefined;
}

export function indexGroups(groups: readonly ArchiveGroup[], units: readonly Municipality[]): GroupIndex {
  const codeOf = new Map(units.map(({ id, title }) => [title, id]));
  const similar = new Map<string, UsedGroup>();
  const classOf = new Map<string, UsedGroup>();
  const all = new Map<string, UsedGroup>();
  for (const group of groups) {
    const used: UsedGroup = {
      id: group.id,
      title: group.title.replace(/ \(ovägt medel\)$/, ''),
      edition: group.edition,
      members: group.members.map(({ id }) => id),
    };
    all.set(group.id, used);
    const owner = group.kind === 'similar' && group.unitTitle ? codeOf.get(group.unitTitle) : undefined;
    if (owner && group.area) similar.set(`${owner}/${group.area}`, used);
    if (classTitles.some((title) => title === used.title)) {
      for (const member of used.members) classOf.set(member, used);
    }
  }
  return {
    similar(unit, area) {
      for (const word of [...(similarAreas[area] ?? []), ...overall]) {
        const group = similar.get(`${unit}/${word}`);
        if (group) return group;
      }
      return undefined;
    },
    municipalityClass: (unit) => classOf.get(unit),
    byId: (id) => all.get(id),
  };
}
