import type { Group } from '@samband/kolada';
import { type ExampleMunicipality, municipalityClasses } from './municipalities.ts';

/** What makes two municipalities alike, by the word in Kolada's title: weights of size, countryside, age and burden. */
const likeness: readonly (readonly [area: string, weights: readonly [number, number, number, number]])[] = [
  ['förskola', [1, 0.8, 0.6, 0.8]],
  ['grundskola', [1, 0.8, 0.3, 1]],
  ['fritidshem', [1, 0.8, 0.4, 0.8]],
  ['gymnasieskola', [1.2, 0.8, 0.2, 0.7]],
  ['äldreomsorg', [1, 0.5, 1.2, 0.5]],
  ['LSS', [1.1, 0.5, 0.4, 0.6]],
  ['ekonomiskt bistånd', [0.9, 0.5, 0.2, 1.4]],
  ['IFO', [1, 0.5, 0.2, 1.2]],
];
const overall = [1, 0.8, 0.7, 0.8] as const;
const edition = 2024;

/** Nine classes, all municipalities, and for each municipality its seven most similar per area. Titles have Kolada's form. */
export function createGroups(municipalities: readonly ExampleMunicipality[]): readonly Group[] {
  const member = ({ code, title }: ExampleMunicipality) => ({ id: code, title });
  const groups: Group[] = [{ id: 'G90000', title: 'Alla kommuner (ovägt medel)', members: municipalities.map(member) }];
  municipalityClasses.forEach(({ title }, at) => {
    const members = municipalities.filter(({ classIndex }) => classIndex === at).map(member);
    groups.push({ id: `G9001${at}`, title: `${title} (ovägt medel)`, members });
  });
  let next = 91_000;
  const similarTo = (title: (municipality: string) => string, weights: readonly number[]): void => {
    for (const municipality of municipalities) {
      const members = closest(municipality, municipalities, weights).map(member);
      groups.push({ id: `G${next++}`, title: title(municipality.title), members });
    }
  };
  for (const [area, weights] of likeness)
    similarTo((title) => `Liknande kommuner ${area}, ${title}, ${edition}`, weights);
  similarTo((title) => `Liknande kommuner, övergripande, ${title}, ${edition}`, overall);
  return groups;
}

function closest(
  of: ExampleMunicipality,
  all: readonly ExampleMunicipality[],
  weights: readonly number[],
): readonly ExampleMunicipality[] {
  const place = (m: ExampleMunicipality): readonly number[] => [
    Math.log(m.inhabitants) * 1.2,
    m.rural,
    m.ageing,
    m.burden,
  ];
  const own = place(of);
  return all
    .filter((other) => other.code !== of.code)
    .map((other) => ({
      other,
      distance: place(other).reduce((sum, value, i) => sum + weights[i]! * (value - own[i]!) ** 2, 0),
    }))
    .sort((a, b) => a.distance - b.distance || a.other.code.localeCompare(b.other.code))
    .slice(0, 7)
    .map(({ other }) => other);
}
