import { type FigureStore, FiguresMissingError } from '../../foundation/figures/index.ts';
import type { FirstStepSource, WheelSource } from '../../foundation/home/index.ts';
import type { SearchSource } from '../../foundation/information/index.ts';
import { figuresOfMunicipality } from '../../foundation/tenancy/index.ts';
import { defineTexts } from '../../foundation/texts/index.ts';
import { readSituation } from './access.ts';
import { searchKeyFigures } from './key-figure-search.queries.ts';
import { countObservations, searchObservations } from './observation.store.ts';

const texts = defineTexts(
  {
    observations: (n: number) => (n === 1 ? '1 observation' : `${n} observationer`),
    keyFigures: 'Nyckeltal',
    observationGroup: 'Observationer',
    fetch: 'Hämta nyckeltal från Kolada',
    fetchHelp: 'Nuläget bygger på dem. Hämtningen tar några minuter och kan lämnas.',
    keep: 'Behåll det som sticker ut',
    keepHelp: 'Öppna Nuläge och välj Behåll vid det ni vill undersöka.',
  },
  {
    observations: (n) => (n === 1 ? '1 observation' : `${n} observations`),
    keyFigures: 'Key figures',
    observationGroup: 'Observations',
    fetch: 'Fetch key figures from Kolada',
    fetchHelp: 'The situation analysis is built on them. The fetch takes some minutes and can be left.',
    keep: 'Keep what stands out',
    keepHelp: 'Open Situation and choose Keep on what you want to look into.',
  },
);

/** "Samla ihop" on the wheel. */
export const situationWheel: WheelSource = async (tx, { language }) => {
  const count = await countObservations(tx);
  return [{ segment: 'gather', href: '/nulage', ...(count > 0 ? { count: texts(language).observations(count) } : {}) }];
};

/** What a municipality does first: figures, then what stands out in them. */
export function situationFirstSteps(store: FigureStore): FirstStepSource {
  return async (tx, { language }) => {
    const t = texts(language);
    const source = await figuresOfMunicipality(tx);
    const hasFigures = await store.current(source).then(
      () => true,
      (error: unknown) => {
        if (error instanceof FiguresMissingError) return false;
        throw error;
      },
    );
    return [
      { title: t.fetch, help: t.fetchHelp, href: '/administration/kolada', done: hasFigures },
      { title: t.keep, help: t.keepHelp, href: '/nulage', done: (await countObservations(tx)) > 0 },
    ];
  };
}

export function situationSearch(store: FigureStore): readonly SearchSource[] {
  return [
    {
      title: (language) => texts(language).keyFigures,
      permission: readSituation,
      all: (words) => `/nyckeltal?q=${encodeURIComponent(words)}`,
      async search(tx, { words, limit }) {
        const figures = await store.current(await figuresOfMunicipality(tx)).catch((error: unknown) => {
          if (error instanceof FiguresMissingError) return undefined;
          throw error;
        });
        return (figures ? searchKeyFigures(figures, words, limit) : []).map(({ kpi, title, shortTitle }) => ({
          href: `/nyckeltal/${kpi}`,
          title: shortTitle ?? title,
          detail: `${kpi} · ${title}`,
        }));
      },
    },
    {
      title: (language) => texts(language).observationGroup,
      permission: readSituation,
      all: (words) => `/observationer?q=${encodeURIComponent(words)}`,
      search: async (tx, { words, limit }) =>
        (await searchObservations(tx, words, limit)).map(({ id, title }) => ({ href: `/observationer/${id}`, title })),
    },
  ];
}
