import type { WheelSource } from '../../foundation/home/index.ts';
import type { SearchSource } from '../../foundation/information/index.ts';
import { readCauses } from './access.ts';
import { analysisTexts } from './analysis.texts.ts';
import { countCauses, searchAnalysis } from './causes.store.ts';

/** "Sök orsaker" on the wheel. */
export const causesWheel: WheelSource = async (tx, { language }) => {
  const count = await countCauses(tx);
  return [
    { segment: 'causes', href: '/orsaker', ...(count > 0 ? { count: analysisTexts(language).count(count) } : {}) },
  ];
};

export const causesSearch: SearchSource = {
  title: (language) => analysisTexts(language).searchGroup,
  permission: readCauses,
  all: (words) => `/orsaker/orsak?q=${encodeURIComponent(words)}`,
  search: async (tx, { words, limit, language }) =>
    (await searchAnalysis(tx, words, limit)).map(({ id, title, kind }) => ({
      href: kind === 'problem' ? `/orsaker/${id}` : `/orsaker/orsak/${id}`,
      title,
      detail: analysisTexts(language).found[kind],
    })),
};
