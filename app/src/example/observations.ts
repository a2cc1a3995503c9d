import { keyFigureMap } from '@samband/analysis';
import { openArchive } from '@samband/kolada';
import { figureToKeep, keepFigure } from '../chain/situation/index.ts';
import type { Actor } from '../foundation/access/index.ts';
import type { Transaction } from '../foundation/database/index.ts';
import { type Figures, readFigures } from '../foundation/figures/index.ts';
import { exampleMunicipality } from './names.ts';

/** A key figure that Ekeberga has kept, with what is known and experienced about it. */
export interface ToldFigure extends Omit<Parameters<typeof keepFigure>[3], 'department'> {
  readonly kpi: string;
}

/** What Ekeberga has seen in its figures of 2024, and what staff and residents say about it. */
export const latestLook: readonly ToldFigure[] = [
  {
    kpi: 'N11033',
    title: 'Dyra lokaler i förskolan',
    area: 'forskola',
    note: 'Lokalkostnaden per barn ligger högt jämfört med liknande kommuner och har ökat varje år. Tre avdelningar har stått tomma sedan de nya förskolorna byggdes.',
    experience: 'Cheferna berättar att tomma avdelningar värms och städas som om de användes.',
    experiencedBy: 'managers',
    agreement: 'agrees',
  },
  {
    kpi: 'N23009',
    title: 'Dyrt särskilt boende, nöjda boende',
    area: 'aldreomsorg',
    note: 'Kostnaden per brukare är högre än i de flesta kommuner. Samtidigt är de boende mer nöjda än på de flesta håll.',
    experience:
      'Boende och anhöriga uppskattar att personalen har tid. Personalen säger att vikarier ofta rings in med kort varsel.',
    experiencedBy: 'staff',
    agreement: 'agrees',
  },
  {
    kpi: 'N11010',
    title: 'Personaltäthet i förskolan',
    area: 'forskola',
    note: 'Statistiken visar god täthet: färre barn per årsarbetare än i liknande kommuner.',
    experience: 'Personalen upplever brist, framför allt vid öppning och stängning.',
    experiencedBy: 'staff',
    agreement: 'disagrees',
  },
];

export const latestYear = 2024;

export async function keepStory(tx: Transaction, actor: Actor, archivePath: string): Promise<void> {
  const archive = await openArchive(archivePath);
  try {
    const figures = await readFigures(
      archive,
      keyFigureMap.map(({ kpi }) => kpi),
    );
    await keepFigures(tx, actor, figures, latestYear, latestLook);
  } finally {
    await archive.close();
  }
}

/** Keeps the figures as they stood that year; the observations' ids in the same order. */
export async function keepFigures(
  tx: Transaction,
  actor: Actor,
  figures: Figures,
  year: number,
  told: readonly ToldFigure[],
): Promise<readonly string[]> {
  const choice = { unit: exampleMunicipality.code, year, compareWith: { kind: 'similar' } } as const;
  const ids: string[] = [];
  for (const { kpi, ...values } of told) {
    const figure = figureToKeep(figures, choice, kpi, `${year + 1}-12-31`);
    const kept = figure && (await keepFigure(tx, actor, figure.keep, { department: '', ...values }));
    if (kept?.ok !== true) throw new Error(`the example cannot keep ${kpi} of ${year}`);
    ids.push(kept.id);
  }
  return ids;
}
