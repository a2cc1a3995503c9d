import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type ChartAt,
  Checkboxes,
  type Content,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  formatDateTime,
  formatFigure,
  formatSigned,
  LinkButton,
  Missing,
  Notice,
  Page,
  Select,
  type Shell,
} from '../../foundation/ui/index.ts';
import type { LocalChange, LocalKeyFigurePage } from './local-key-figure.queries.ts';
import {
  type LocalGender,
  type LocalKeyFigureValues,
  leadOf,
  localGenders,
  localKeyFigureFields,
  placeKey,
  type UnitPlace,
  yearsOf,
} from './local-key-figure.rules.ts';
import { texts } from './local-key-figure.texts.ts';
import { path, shownField } from './local-key-figure.views.tsx';
import { reasonText } from './local-key-figure-cell.rules.ts';
import { developmentChart, distributionChart, type LocalChartProps } from './local-key-figure-charts.view.tsx';
import { vocabulary } from './vocabulary.texts.ts';

export interface LocalDetailProps extends LocalKeyFigurePage {
  readonly shell: Shell;
  readonly drawn: readonly UnitPlace[];
  readonly gender: LocalGender;
  readonly year: number;
  readonly mayWrite: boolean;
  /** What has come of it, told by the slices that follow. */
  readonly thread: Content;
  readonly facts: LocalKeyFigureValues;
}

/** One own key figure, as the pages of Kolada's are: the finding first, then development, units, all values and what it means. */
export function LocalDetailPage(props: LocalDetailProps) {
  const { shell, row, values, mayWrite } = props;
  const { language } = shell;
  const t = texts(language);
  const here = `${path}/${row.id}`;
  return (
    <Page
      shell={shell}
      title={row.title}
      crumbs={[{ href: path, label: t.title }, { label: row.code }]}
      lead={<LeadSentence {...props} />}
      actions={
        <>
          {mayWrite && row.active && (
            <LinkButton href={`${here}/varden`} variant="primary">
              {t.enter}
            </LinkButton>
          )}
          {mayWrite && <LinkButton href={`${here}/andra`}>{t.edit}</LinkButton>}
          <LinkButton href={`${here}/varden.xlsx`} download>
            {t.excel}
          </LinkButton>
          {mayWrite && (
            <form action={`${here}/${row.active ? 'arkivera' : 'ta-tillbaka'}`} method="post">
              <Button variant="secondary">{row.active ? t.archive : t.restore}</Button>
            </form>
          )}
        </>
      }
    >
      {!row.active && (
        <Notice kind="warning">
          <p>{t.archivedNotice}</p>
        </Notice>
      )}
      {props.thread}
      {values.length === 0 ? (
        <EmptyState
          title={t.valuesNone}
          action={mayWrite && row.active && <LinkButton href={`${here}/varden`}>{t.enter}</LinkButton>}
        />
      ) : (
        <Evidence {...props} here={here} />
      )}
      <About {...props} />
      <History history={props.history} language={language} />
    </Page>
  );
}

function LeadSentence({ row, values, places, gender, shell }: LocalDetailProps) {
  const { language } = shell;
  const t = texts(language).sentence;
  const lead = leadOf(values, gender);
  const write = (value: number) => formatFigure(value, language);
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name ?? '';
  const { latest, before, spread } = lead;
  const difference = latest && before ? latest.value - before.value : 0;
  const decimals =
    Math.abs(difference) >= 1000 || Number.isInteger(difference) ? 0 : Math.abs(difference) >= 10 ? 1 : 2;
  return (
    <>
      {latest === undefined ? t.none : <strong>{t.latest(row.unit, write(latest.value), latest.year)}</strong>}{' '}
      {before &&
        (difference === 0
          ? t.same(before.year)
          : t.change(formatSigned(difference, language, decimals), before.year))}{' '}
      {latest && t.trend(vocabulary(language).trend[lead.trend])}{' '}
      {spread &&
        t.spread(
          spread.n,
          spread.year,
          write(spread.low.value),
          nameOf(spread.low.unitId),
          write(spread.high.value),
          nameOf(spread.high.unitId),
        )}
    </>
  );
}

function Evidence(props: LocalDetailProps & { here: string }) {
  const { row, values, drawn, gender, year, here, places, shell } = props;
  const { language } = shell;
  const t = texts(language);
  const charts: LocalChartProps = { row, values, drawn, places, gender, year, language };
  const development = developmentChart(charts);
  const distribution = distributionChart(charts);
  const query = `?kon=${gender}&ar=${year}${drawn.map(({ id }) => `&enhet=${id}`).join('')}`;
  const downloads = (name: string) =>
    ['svg', 'png'].map((format) => ({ label: format.toUpperCase(), href: `${here}/bild/${name}.${format}${query}` }));
  return (
    <>
      <Picture
        heading={t.development}
        finding={development.description}
        chart={development.chart}
        table={<ValueTable {...props} places={drawn} />}
        downloads={downloads('utveckling')}
        source={t.source(row.source)}
        language={language}
      />
      <Chooser {...props} />
      {distribution.units.length < 2 ? (
        <section>
          <h2>{t.distribution(year)}</h2>
          <p>{t.distributionEmpty(year)}</p>
        </section>
      ) : (
        <Picture
          heading={t.distribution(year)}
          finding={distribution.description}
          chart={distribution.chart}
          table={
            <DataTable
              caption={t.distribution(year)}
              quietCaption
              rows={distribution.units}
              columns={[
                { key: 'unit', label: t.columns.unit, cell: ({ name }) => name },
                {
                  key: 'value',
                  label: String(year),
                  unit: row.unit,
                  kind: 'number',
                  cell: ({ value }) => (value === undefined ? <Missing /> : formatFigure(value, language)),
                },
              ]}
            />
          }
          downloads={downloads('fordelning')}
          source={t.source(row.source)}
          language={language}
        />
      )}
      <section>
        <h2>{t.values}</h2>
        <ValueTable {...props} />
        <p class="source-line">{t.source(row.source)}</p>
      </section>
    </>
  );
}

interface PictureProps {
  readonly heading: string;
  readonly finding: string;
  readonly chart: ChartAt;
  readonly table: Content;
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
  readonly source: string;
  readonly language: Language;
}

/** As ChartFigure is, but with the key figure's own source under it: these figures are not Kolada's. */
function Picture({ heading, finding, chart, table, downloads, source, language }: PictureProps) {
  const t = texts(language);
  return (
    <figure class="chart-figure">
      <figcaption>
        <h2>{heading}</h2>
      </figcaption>
      <p class="chart-finding">{finding}</p>
      <chart-tip class="chart-wide">{chart(900)}</chart-tip>
      <chart-tip class="chart-narrow">{chart(350)}</chart-tip>
      <div class="chart-below">
        <details class="chart-table">
          <summary>{t.showTable}</summary>
          {table}
        </details>
        <p class="chart-downloads">
          <span class="muted">{t.download} </span>
          {downloads.map(({ label, href }) => (
            <a href={href} download="" data-turbo="false">
              {label}
            </a>
          ))}
        </p>
      </div>
      <p class="source-line">{source}</p>
    </figure>
  );
}

function Chooser({ row, values, places, drawn, gender, year, shell }: LocalDetailProps) {
  const t = texts(shell.language);
  const filled = new Set(values.flatMap(({ unitId, value }) => (value === null ? [] : [unitId])));
  const there = places.filter(({ id }) => filled.has(id));
  const years = yearsOf(values).toReversed();
  return (
    <details>
      <summary>{t.choose}</summary>
      <Form action={`${path}/${row.id}`} method="get" label={t.choose}>
        {row.divided_by_gender && (
          <Select
            plain
            name="kon"
            label={t.gender}
            value={gender}
            options={localGenders.map((value) => ({ value, label: t.entry.genders[value] }))}
          />
        )}
        <Select
          plain
          name="ar"
          label={t.entry.year}
          value={String(year)}
          options={years.map((each) => ({ value: String(each), label: String(each) }))}
        />
        {there.length > 0 && (
          <Checkboxes
            plain
            inline
            name="enhet"
            label={t.choose}
            values={drawn.map(({ id }) => id)}
            options={there.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormActions>
          <Button variant="secondary">{t.show}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

/** Rows are the municipality and the units that anything is entered for; columns are years. What is missing says why. */
function ValueTable({ row, values, places, gender, shell }: LocalDetailProps) {
  const { language } = shell;
  const t = texts(language);
  const byPlace = new Map(values.map((value) => [placeKey(value), value]));
  const entered = new Set(values.map(({ unitId }) => unitId));
  const rows: readonly (UnitPlace | undefined)[] = [undefined, ...places.filter(({ id }) => entered.has(id))];
  return (
    <DataTable
      caption={t.values}
      quietCaption
      grid
      rows={rows}
      highlight={(place) => place === undefined}
      columns={[
        {
          key: 'unit',
          label: t.columns.unit,
          heads: true,
          cell: (place) => (
            <>
              {place?.name ?? t.whole}
              {place !== undefined && <small>{place.department}</small>}
            </>
          ),
        },
        ...yearsOf(values).map((year) => ({
          key: String(year),
          label: String(year),
          unit: row.unit,
          kind: 'number' as const,
          cell: (place: UnitPlace | undefined) => {
            const found = byPlace.get(placeKey({ unitId: place?.id ?? null, year, gender }));
            if (found === undefined) return <Missing reason={t.notEntered} />;
            return found.value === null ? (
              <Missing reason={reasonText(found.missingReason ?? 'unknown', language)} />
            ) : (
              formatFigure(found.value, language)
            );
          },
        })),
      ]}
    />
  );
}

function About({ row, facts, shell }: LocalDetailProps) {
  const { language } = shell;
  const t = texts(language);
  const rows = [
    { label: t.columns.code, content: row.code },
    ...localKeyFigureFields
      .filter((name) => name !== 'title')
      .map((name) => ({ label: t.fields[name], content: shownField(name, facts[name], language) })),
  ];
  return (
    <section>
      <h2>{t.about}</h2>
      <DataTable
        caption={t.about}
        quietCaption
        rows={rows}
        columns={[
          { key: 'label', label: t.fact, heads: true, cell: ({ label }) => label },
          { key: 'content', label: t.content, cell: ({ content }) => <span class="plain-text">{content || '–'}</span> },
        ]}
      />
    </section>
  );
}

const columnFields: Readonly<Record<string, keyof LocalKeyFigureValues>> = {
  title: 'title',
  definition: 'definition',
  unit: 'unit',
  area: 'area',
  perspective: 'perspective',
  direction: 'direction',
  source: 'source',
  divided_by_gender: 'genders',
};

function History({ history, language }: { history: readonly LocalChange[]; language: Language }) {
  const t = texts(language);
  return (
    <section>
      <h2>{t.history}</h2>
      <ul>
        {history.map(({ version, at, by, changes }) => (
          <li>
            {t.historyBy(formatDateTime(at), by)}:{' '}
            {version === 1 ? t.defined : changes.map((change) => changeWords(change, language)).join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function changeWords({ field, after }: LocalChange['changes'][number], language: Language): string {
  const t = texts(language);
  if (field === 'active') return after === true ? t.restore : t.archive;
  const name = columnFields[field];
  if (name === undefined) return field;
  const stored = name === 'genders' ? (after === true ? 'TKM' : '') : typeof after === 'string' ? after : '';
  return t.changedTo(t.fields[name], shownField(name, stored, language) || '–');
}
