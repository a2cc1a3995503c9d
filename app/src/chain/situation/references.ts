import type { Transaction } from '../../foundation/database/index.ts';
import { type FigureStore, FiguresMissingError } from '../../foundation/figures/index.ts';
import { type Reference, tableReference } from '../../foundation/register/index.ts';
import { figuresOfMunicipality } from '../../foundation/tenancy/index.ts';
import { readSituation } from './access.ts';
import { texts as listTexts } from './key-figure-list.texts.ts';
import { searchKeyFigures } from './key-figure-search.queries.ts';
import { allLocalKeyFigures } from './local-key-figure.store.ts';
import { texts as observationTexts } from './observation.texts.ts';

/** What registers can point at in the situation: a key figure of Kolada's or the municipality's own, and an observation. */
export function situationReferences(store: FigureStore): readonly Reference[] {
  return [
    keyFigureReference(store),
    tableReference({
      name: 'observation',
      table: 'situation.observation',
      column: 'title',
      href: (id) => `/observationer/${id}`,
      linked: { title: (language) => observationTexts(language).title, read: readSituation },
    }),
  ];
}

function keyFigureReference(store: FigureStore): Reference {
  const titles = async (tx: Transaction): Promise<(code: string) => string | undefined> => {
    const figures = await currentFigures(tx, store);
    const local = new Map((await allLocalKeyFigures(tx)).map(({ code, title }) => [code, title]));
    return (code) => local.get(code) ?? figures?.catalogue.get(code)?.title;
  };
  const label = (code: string, title: string | undefined) => (title === undefined ? code : `${code} ${title}`);
  return {
    name: 'keyFigure',
    linked: { title: (language) => listTexts(language).title, read: readSituation },
    href: (code) => `/nyckeltal/${encodeURIComponent(code)}`,
    options: () => Promise.resolve(undefined),
    async labels(tx, codes) {
      const titleOf = await titles(tx);
      return new Map(codes.map((code) => [code, label(code, titleOf(code))]));
    },
    async suggest(tx, words, limit) {
      const figures = await currentFigures(tx, store);
      const wanted = words.toLowerCase();
      const own = (await allLocalKeyFigures(tx)).filter(({ code, title }) =>
        `${code} ${title}`.toLowerCase().includes(wanted),
      );
      const found = figures === undefined ? [] : searchKeyFigures(figures, words, limit);
      return [
        ...own.map(({ code, title }) => ({ label: label(code, title) })),
        ...found.map(({ kpi, title }) => ({ label: label(kpi, title) })),
      ].slice(0, limit);
    },
    // The code is enough, and what follows it is for people; a title alone must be exact.
    async find(tx, texts) {
      const titleOf = await titles(tx);
      const figures = await currentFigures(tx, store);
      return new Map(
        texts.map((text) => {
          const code = (text.split(/\s/)[0] ?? '').toUpperCase();
          if (titleOf(code) !== undefined) return [text, [code]];
          const named = figures === undefined ? [] : searchKeyFigures(figures, text, 5);
          return [text, named.filter(({ title }) => title.toLowerCase() === text.toLowerCase()).map(({ kpi }) => kpi)];
        }),
      );
    },
  };
}

/** Key figures can be chosen without an archive too: the municipality's own ones. */
async function currentFigures(tx: Transaction, store: FigureStore) {
  return store.current(await figuresOfMunicipality(tx)).catch((error: unknown) => {
    if (error instanceof FiguresMissingError) return undefined;
    throw error;
  });
}
