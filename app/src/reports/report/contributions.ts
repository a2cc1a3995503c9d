import type { SearchSource } from '../../foundation/information/index.ts';
import { findRows } from '../../foundation/register/index.ts';
import { readAdopted, readReports } from './access.ts';
import { searchEditions } from './edition.store.ts';
import { report } from './report.rules.ts';
import { adoptedPath, reportHref } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';

/** Reports that are being written, for those who may read them. */
const draftSearch: SearchSource = {
  title: (language) => partTexts(language).searchGroup,
  permission: readReports,
  all: (words) => `${report.path}?q=${encodeURIComponent(words)}`,
  async search(tx, { words, limit }) {
    const wanted = words.toLowerCase();
    const rows = (await findRows(tx, report)).filter(({ title, author, registryNumber }) =>
      `${title} ${author} ${registryNumber}`.toLowerCase().includes(wanted),
    );
    return rows.slice(0, limit).map(({ id, title }) => ({ href: reportHref(id), title }));
  },
};

/** What has been adopted, for everybody. */
const adoptedSearch: SearchSource = {
  title: (language) => partTexts(language).searchAdopted,
  permission: readAdopted,
  all: (words) => `${adoptedPath}?q=${encodeURIComponent(words)}`,
  async search(tx, { words, limit, language }) {
    const rows = await searchEditions(tx, words, limit);
    return rows.map(({ id, title, number, adoptedOn, body }) => ({
      href: `${adoptedPath}/${id}`,
      title,
      detail: partTexts(language).editions.line(number, adoptedOn, body),
    }));
  },
};

export const reportSearch: readonly SearchSource[] = [draftSearch, adoptedSearch];
