import { listHref } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  ChartFigure,
  EmptyState,
  formatDay,
  formatNumber,
  Page,
  type Shell,
  TextField,
  YearWheel,
} from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionTexts } from './action.texts.ts';
import { viewTexts } from './action-views.texts.ts';
import { ActionFilters, ActionTabs, viewPaths } from './action-views.view.tsx';
import { actionHref } from './status.view.tsx';
import type { Year } from './year-wheel.queries.ts';
import type { YearAction, YearEvent } from './year-wheel.rules.ts';

/** More arcs than this cannot be told apart. */
const mostArcs = 36;
const mostEvents = 400;
const wheelWidth = 1000;

export function yearPicture({ year, actions, today }: Year, language: Language) {
  const t = viewTexts(language).wheelPage;
  const title = t.heading(year);
  const shown = actions.slice(0, mostArcs);
  return {
    title,
    width: wheelWidth,
    chart: (width: number) => (
      <YearWheel
        id="arshjul"
        title={title}
        description={t.description(year, formatNumber(shown.length, language))}
        width={width}
        year={year}
        today={today}
        items={shown.map(yearItem)}
      />
    ),
  };
}

function yearItem({ id, title, starts, ends }: YearAction) {
  return { id, text: title, start: starts ?? ends ?? '', end: ends ?? undefined, href: actionHref(id) };
}

export function yearHref(path: string, { state, year }: Year, other: number = year): string {
  return `${listHref(path, state)}&ar=${other}`;
}

export function YearWheelPage({ shell, page }: { shell: Shell; page: Year }) {
  const { language } = shell;
  const t = viewTexts(language);
  const w = t.wheelPage;
  const { year, actions } = page;
  const number = (value: number) => formatNumber(value, language);
  return (
    <Page
      shell={shell}
      title={w.title(year)}
      lead={w.lead(number(actions.length), number(page.ends))}
      crumbs={[{ href: action.path, label: actionTexts(language).title }]}
      actions={
        <nav class="year-steps" aria-label={w.years}>
          <a href={yearHref(viewPaths.yearWheel, page, year - 1)}>{w.earlier(year - 1)}</a>
          <a href={yearHref(viewPaths.yearWheel, page, year + 1)}>{w.later(year + 1)}</a>
        </nav>
      }
    >
      <ActionTabs view="yearWheel" state={page.state} language={language} />
      <ActionFilters asked={page} view="yearWheel" language={language}>
        <TextField name="ar" label={w.years} value={year} inputmode="numeric" size={6} plain />
      </ActionFilters>
      {actions.length === 0 ? <EmptyState title={w.empty} /> : <Wheel page={page} language={language} />}
    </Page>
  );
}

function Wheel({ page, language }: { page: Year; language: Language }) {
  const t = viewTexts(language).wheelPage;
  const fields = actionTexts(language).fields;
  const { chart, title, width } = yearPicture(page, language);
  const { actions, events } = page;
  const number = (value: number) => formatNumber(value, language);
  const months = Map.groupBy(events.slice(0, mostEvents), ({ day }) => day.slice(0, 7));
  const nameOf = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { month: 'long', timeZone: 'UTC' });
  return (
    <>
      <ChartFigure
        heading={title}
        finding={actions.length > mostArcs ? t.more(number(mostArcs), number(actions.length)) : undefined}
        chart={chart}
        width={width}
        table={{
          caption: title,
          rows: actions.slice(0, mostArcs),
          columns: [
            { key: 'title', label: fields.title, cell: (row) => <a href={actionHref(row.id)}>{row.title}</a> },
            { key: 'starts', label: fields.starts, cell: ({ starts }) => starts ?? '' },
            { key: 'ends', label: fields.ends, cell: ({ ends }) => ends ?? '' },
          ],
        }}
        downloads={(['svg', 'png'] as const).map((format) => ({
          label: format.toUpperCase(),
          href: yearHref(`${viewPaths.yearWheel}/hjul.${format}`, page),
        }))}
      />
      <h2>{t.months}</h2>
      {events.length > mostEvents && <p class="muted">{t.limited(number(mostEvents))}</p>}
      <div class="year-months">
        {[...months].map(([month, of]) => (
          <section aria-labelledby={`manad-${month}`}>
            <h3 id={`manad-${month}`}>{nameOf.format(new Date(`${month}-01T00:00:00Z`))}</h3>
            <ul>
              {of.map((event) => (
                <li>
                  <EventView event={event} language={language} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function EventView({ event, language }: { event: YearEvent; language: Language }) {
  const { day, kind, title } = event;
  return (
    <>
      <time datetime={day}>{formatDay(day, language)}</time>{' '}
      <a href={actionHref(event.action.id)}>{event.action.title}</a>{' '}
      <span class="muted">
        {viewTexts(language).wheelPage[kind]}
        {title !== undefined && `: ${title}`}
      </span>
    </>
  );
}
