import { type ListState, listHref } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  type ChartAt,
  ChartFigure,
  EmptyState,
  formatNumber,
  Gantt,
  GanttOverview,
  type GanttRow,
  Notice,
  Page,
  Pager,
  Select,
  type Shell,
} from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionTexts } from './action.texts.ts';
import { actionWords } from './action-page.texts.ts';
import { viewTexts } from './action-views.texts.ts';
import { ActionFilters, ActionTabs, viewPaths } from './action-views.view.tsx';
import type { Timeline } from './gantt.queries.ts';
import { ganttRow, groupings, mostTimed, timelinePageSize } from './gantt.rules.ts';

const pictureWidth = 1240;

export interface TimelinePicture {
  readonly title: string;
  readonly width: number;
  readonly chart: ChartAt;
}

/** All of them as thin bars, or the page's with names, milestones and arrows. */
export function timelinePicture(kind: 'overview' | 'page', timeline: Timeline, language: Language): TimelinePicture {
  const t = viewTexts(language).timelinePage;
  const number = (value: number) => formatNumber(value, language);
  const { rows, page, range, today, late } = timeline;
  const description = t.description(number(rows.length), number(late));
  if (kind === 'overview') {
    const title = t.overview(number(rows.length));
    const all = rows.map((row) => ganttRow({ ...row, group: row.group || groupless(timeline, language) }));
    return {
      title,
      width: pictureWidth,
      chart: (width) => (
        <GanttOverview
          id="atgarder-oversikt"
          title={title}
          description={description}
          width={width}
          rows={all}
          today={today}
          {...range}
        />
      ),
    };
  }
  const title = rows.length > page.length ? partOf(timeline, language) : t.heading;
  const shown = page.map((row) => ({ ...row, group: row.group ?? (groupless(timeline, language) || undefined) }));
  return {
    title,
    width: pictureWidth,
    chart: (width) => (
      <Gantt
        id="atgarder-tidslinje"
        title={title}
        description={description}
        width={width}
        rows={shown}
        today={today}
        {...range}
      />
    ),
  };
}

/** What the last group is called, when some belong to a group and others to none. */
function groupless({ grouping }: Timeline, language: Language): string {
  if (grouping === undefined) return '';
  const field = actionTexts(language).fields[grouping].toLowerCase();
  return `${viewTexts(language).timelinePage.without} ${field}`;
}

function partOf({ rows, state, page }: Timeline, language: Language): string {
  const first = (state.page - 1) * timelinePageSize;
  const number = (value: number) => formatNumber(value, language);
  return viewTexts(language).timelinePage.part(number(Math.min(first + 1, rows.length)), number(first + page.length));
}

export function timelineHref(path: string, timeline: Timeline, state: ListState = timeline.state): string {
  return `${listHref(path, timeline.state, { page: state.page })}&grupp=${timeline.grouping ?? 'ingen'}`;
}

export function TimelinePage({ shell, timeline }: { shell: Shell; timeline: Timeline }) {
  const { language } = shell;
  const t = viewTexts(language);
  const number = (value: number) => formatNumber(value, language);
  const { rows, page, state } = timeline;
  const many = rows.length > timelinePageSize;
  return (
    <Page
      shell={shell}
      title={t.timelinePage.title}
      lead={t.timelinePage.finding(number(timeline.open), number(timeline.late))}
      crumbs={[{ href: action.path, label: actionTexts(language).title }]}
    >
      <ActionTabs view="timeline" state={state} language={language} />
      <ActionFilters asked={timeline} view="timeline" language={language}>
        <Select
          name="grupp"
          label={t.timelinePage.group}
          plain
          value={timeline.grouping ?? 'ingen'}
          options={[
            ...groupings.map((value) => ({ value, label: actionTexts(language).fields[value] })),
            { value: 'ingen', label: t.timelinePage.noGroup },
          ]}
        />
      </ActionFilters>
      {rows.length >= mostTimed && (
        <Notice>
          <p>{t.timelinePage.limited(number(mostTimed))}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t.noHits}>{t.noHitsHelp}</EmptyState>
      ) : (
        <>
          {many && <Figure kind="overview" timeline={timeline} language={language} />}
          <Figure kind="page" timeline={timeline} language={language} />
          {many && (
            <Pager
              page={state.page}
              pageSize={timelinePageSize}
              total={rows.length}
              href={(target) => timelineHref(viewPaths.timeline, timeline, { ...state, page: target })}
            />
          )}
          {page.length === 0 && <EmptyState title={t.noHits} />}
        </>
      )}
    </Page>
  );
}

function Figure({ kind, timeline, language }: { kind: 'overview' | 'page'; timeline: Timeline; language: Language }) {
  const { chart, title, width } = timelinePicture(kind, timeline, language);
  const file = `${viewPaths.timeline}/${kind === 'overview' ? 'oversikt' : 'sida'}`;
  return (
    <ChartFigure
      heading={title}
      chart={chart}
      width={width}
      table={{
        caption: title,
        rows: kind === 'overview' ? countedIn(timeline) : timeline.page,
        columns: columnsOf(kind, timeline, language),
      }}
      downloads={(['svg', 'png'] as const).map((format) => ({
        label: format.toUpperCase(),
        href: timelineHref(`${file}.${format}`, timeline),
      }))}
    />
  );
}

type TableRow = GanttRow & { readonly count?: number };

/** Ten thousand actions are told as a count for each group. */
function countedIn({ rows }: Timeline): readonly TableRow[] {
  const groups = Map.groupBy(rows, ({ group }) => group);
  return [...groups].map(([group, of]) => ({ id: group, text: group, count: of.length }));
}

function columnsOf(kind: 'overview' | 'page', timeline: Timeline, language: Language) {
  const t = actionTexts(language);
  const words = actionWords(language);
  const { grouping } = timeline;
  if (kind === 'overview') {
    return [
      {
        key: 'group',
        label: grouping === undefined ? t.title : t.fields[grouping],
        cell: ({ text }: TableRow) => text || groupless(timeline, language) || t.title,
      },
      {
        key: 'count',
        label: t.title,
        kind: 'number' as const,
        cell: ({ count }: TableRow) => formatNumber(count ?? 0, language),
      },
    ];
  }
  return [
    { key: 'title', label: t.fields.title, cell: ({ text, href }: TableRow) => <a href={href}>{text}</a> },
    ...(grouping === undefined
      ? []
      : [{ key: 'group', label: t.fields[grouping], cell: ({ group }: TableRow) => group ?? '' }]),
    { key: 'starts', label: t.fields.starts, cell: ({ start }: TableRow) => start ?? '' },
    { key: 'ends', label: t.fields.ends, cell: ({ end }: TableRow) => end ?? '' },
    {
      key: 'status',
      label: t.fields.status,
      cell: ({ status }: TableRow) => (status === undefined ? '' : words.colour[status]),
    },
  ];
}
