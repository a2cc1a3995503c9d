import { type ListState, listHref } from '../../foundation/http/index.ts';
import { RegisterFilters } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { type Content, Tabs } from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import type { Asked } from './action-views.queries.ts';
import { viewTexts } from './action-views.texts.ts';

export const viewPaths = {
  list: action.path,
  board: `${action.path}/tavla`,
  timeline: `${action.path}/tidslinje`,
  yearWheel: `${action.path}/arshjul`,
  mine: `${action.path}/mina`,
} as const;

type View = keyof typeof viewPaths;

/** The same actions in other ways; what has been filtered goes along. */
export function ActionTabs({ view, state, language }: { view: View; state?: ListState; language: Language }) {
  const t = viewTexts(language);
  const href = (path: string) => (state === undefined ? path : listHref(path, state));
  return (
    <Tabs
      label={t.views}
      tabs={(Object.keys(viewPaths) as View[]).map((one) => ({
        href: href(viewPaths[one]),
        label: t[one],
        current: one === view,
      }))}
    />
  );
}

export function ActionFilters({
  asked,
  view,
  language,
  children,
}: {
  asked: Asked;
  view: View;
  language: Language;
  children?: Content;
}) {
  return (
    <RegisterFilters
      register={action}
      state={asked.state}
      options={asked.options}
      language={language}
      action={viewPaths[view]}
    >
      {children}
    </RegisterFilters>
  );
}
