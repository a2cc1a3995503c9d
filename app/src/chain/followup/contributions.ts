import type { FigureStore } from '../../foundation/figures/index.ts';
import type { EffectSource } from '../../foundation/home/index.ts';
import type { SearchSource } from '../../foundation/information/index.ts';
import { findRows } from '../../foundation/register/index.ts';
import { formatNumber } from '../../foundation/ui/index.ts';
import { readFollowup } from './access.ts';
import { expectedEffect } from './effect.rules.ts';
import { effectsWithOutcomes } from './outcome.queries.ts';
import { texts } from './texts.ts';

const mostShown = 5;

/** "Har det gett effekt?" on the start page: what the figures say of the effects that are followed up. */
export function homeEffects(store: FigureStore): EffectSource {
  return async (tx, { language, day }) => {
    const t = texts(language);
    const rows = (await effectsWithOutcomes(tx, store, day)).filter(({ effect }) => !effect.closed);
    return rows.slice(0, mostShown).map(({ effect, outcome }) => ({
      href: `${expectedEffect.path}/${effect.id}`,
      title: effect.title,
      sign:
        outcome?.progress.share === undefined || outcome.progress.share <= 0
          ? '…'
          : t.sign(formatNumber(Math.min(1, outcome.progress.share) * 100, language)),
      words: outcome === undefined ? t.noFigures : t.word[outcome.word],
    }));
  };
}

export const effectSearch: SearchSource = {
  title: (language) => texts(language).search,
  permission: readFollowup,
  all: (words) => `${expectedEffect.path}?q=${encodeURIComponent(words)}`,
  async search(tx, { words, limit }) {
    const wanted = words.toLowerCase();
    const rows = (await findRows(tx, expectedEffect)).filter(({ title, keyFigure }) =>
      `${title} ${keyFigure}`.toLowerCase().includes(wanted),
    );
    return rows.slice(0, limit).map(({ id, title }) => ({ href: `${expectedEffect.path}/${id}`, title }));
  },
};
