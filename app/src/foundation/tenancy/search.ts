import type { SearchSource } from '../information/index.ts';
import { entityPath, kindPath } from './paths.ts';
import { readOrganisation } from './permissions.rules.ts';
import { searchOrganisation } from './search.store.ts';
import { tenancyTexts } from './texts.ts';

/** People and the parts of the organisation, for the search page. */
export const organisationSearch: SearchSource = {
  title: (language) => tenancyTexts(language).organisation,
  permission: readOrganisation,
  async search(tx, { words, language, limit }) {
    const texts = tenancyTexts(language);
    const found = await searchOrganisation(tx, words, limit);
    return found.map(({ kind, id, name, detail }) => ({
      href: entityPath(kind, id),
      title: name,
      detail: detail || texts.kind[kind],
    }));
  },
  all: (words) => `${kindPath('person')}?q=${encodeURIComponent(words)}`,
};
