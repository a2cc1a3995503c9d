import type { FirstStepSource, WheelSource } from '../../foundation/home/index.ts';
import type { SearchSource } from '../../foundation/information/index.ts';
import { findRows } from '../../foundation/register/index.ts';
import { readFocus } from './access.ts';
import { focusArea } from './area.rules.ts';
import { countAreas } from './focus.queries.ts';
import { texts } from './focus.texts.ts';

/** "Fokusera" on the wheel. */
export const focusWheel: WheelSource = async (tx, { language }) => {
  const count = await countAreas(tx);
  return [{ segment: 'focus', href: focusArea.path, ...(count > 0 ? { count: texts(language).count(count) } : {}) }];
};

export const focusFirstSteps: FirstStepSource = async (tx, { language }) => {
  const t = texts(language);
  return [{ title: t.choose, help: t.chooseLead, href: focusArea.path, done: (await countAreas(tx)) > 0 }];
};

export const focusSearch: SearchSource = {
  title: (language) => texts(language).areas,
  permission: readFocus,
  all: (words) => `${focusArea.path}?q=${encodeURIComponent(words)}`,
  async search(tx, { words, limit }) {
    const wanted = words.toLowerCase();
    const rows = (await findRows(tx, focusArea)).filter(({ title, purpose }) =>
      `${title} ${purpose}`.toLowerCase().includes(wanted),
    );
    return rows.slice(0, limit).map(({ id, title }) => ({ href: `${focusArea.path}/${id}`, title }));
  },
};
