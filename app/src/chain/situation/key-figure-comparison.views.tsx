import type { Figures } from '../../foundation/figures/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { nearestSentence } from '../../foundation/texts/index.ts';
import {
  Button,
  ChartFigure,
  type Column,
  Form,
  FormRow,
  formatFigure,
  LineChart,
  type LineChartProps,
  LinkButton,
  Missing,
  Notice,
  Page,
  Select,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import { texts as keyFigureTexts } from './key-figure.texts.ts';
import type { ComparedKeyFigure, UnitComparison } from './key-figure-comparison.queries.ts';
import { mostCompared } from './key-figure-comparison.rules.ts';
import { texts } from './key-figure-comparison.texts.ts';
import { sourceOfReport } from './key-figure-evidence.view.tsx';
import { withUnit } from './key-figure-lead.view.tsx';

export const comparisonPath = '/nyckeltal/jamfor';

export interface ComparisonPageProps {
  readonly shell: Shell;
  readonly figures: Figures;
  readonly comparison: UnitComparison;
  /** Similar to the own municipality, to add with one click. */
  readonly similar: readonly string[];
}

export function comparisonHref(path: string, keyFigure: string, units: readonly string[]): string {
  return `${path}?${new URLSearchParams({ nyckeltal: keyFigure, kommuner: units.join(',') })}`;
}

export function ComparisonPage(props: ComparisonPageProps) {
  const { shell, figures, comparison } = props;
  const { language } = shell;
  const t = texts(language);
  const { keyFigure, units } = comparison;
  return (
    <Page
      shell={shell}
      title={keyFigure ? t.titleOf(keyFigure.title) : t.title}
      crumbs={[{ href: '/nyckeltal', label: keyFigureTexts(language).catalogue }]}
      lead={leadOf(props)}
      actions={
        keyFigure &&
        keyFigure.years.length > 0 && (
          <>
            <LinkButton href={comparisonHref(`${comparisonPath}.xlsx`, keyFigure.kpi.id, units.units)} download>
              {t.excel}
            </LinkButton>
            <LinkButton href={`/nyckeltal/${keyFigure.kpi.id}`}>{t.open}</LinkButton>
          </>
        )
      }
    >
      <ComparisonForm {...props} />
      <Remarks {...props} />
      {keyFigure && keyFigure.years.length > 0 && (
        <Lines keyFigure={keyFigure} own={comparison.asked.own} figures={figures} language={language} />
      )}
    </Page>
  );
}

function leadOf({ shell, figures, comparison }: ComparisonPageProps): string {
  const t = texts(shell.language);
  const { keyFigure, units } = comparison;
  if (!keyFigure || units.units.length === 0) return t.leadEmpty;
  const at = keyFigure.years.length - 1;
  const ends = keyFigure.series
    .map(({ unit, values }) => ({ unit, value: values[at] ?? Number.NaN }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.value - b.value);
  const [low, high] = [ends[0], ends.at(-1)];
  if (!low || !high) return t.none;
  const write = (value: number) => withUnit(value, keyFigure.unit, shell.language);
  return ends.length === 1
    ? `${figures.title(low.unit)} ${keyFigure.years[at]!}: ${write(low.value)}.`
    : t.lead(
        keyFigure.years[at]!,
        write(low.value),
        figures.title(low.unit),
        write(high.value),
        figures.title(high.unit),
      );
}

function ComparisonForm({ shell, figures, comparison, similar }: ComparisonPageProps) {
  const t = texts(shell.language);
  const { units, asked, keyFigure } = comparison;
  const kpi = keyFigure?.kpi.id ?? asked.keyFigure;
  const names = units.units.map((unit) => figures.title(unit)).join(', ');
  const free = figures.municipalities
    .filter((unit) => !units.units.includes(unit))
    .map((unit) => ({ value: unit, label: figures.title(unit) }))
    .sort((a, b) => swedish.compare(a.label, b.label));
  const withSimilar = [...new Set([...units.units, ...similar])].slice(0, mostCompared);
  return (
    <>
      <Form action={comparisonPath} method="get" label={t.form}>
        <FormRow filter actions={<Button>{t.show}</Button>}>
          <TextField name="nyckeltal" label={t.keyFigure} plain value={kpi} />
          <TextField name="kommuner" label={t.municipalities} plain value={names} />
          <Select name="till" label={t.add} plain placeholder={t.addNone} options={free} />
        </FormRow>
      </Form>
      <p>
        {units.units.length > 1 &&
          units.units.map((unit) => (
            <>
              {figures.title(unit)}{' '}
              <small>
                <a
                  href={comparisonHref(
                    comparisonPath,
                    kpi,
                    units.units.filter((each) => each !== unit),
                  )}
                  aria-label={t.removeLabel(figures.title(unit))}
                >
                  {t.remove}
                </a>
              </small>
              {' · '}
            </>
          ))}
        {withSimilar.length > units.units.length && (
          <a href={comparisonHref(comparisonPath, kpi, withSimilar)}>{t.addSimilar}</a>
        )}
      </p>
    </>
  );
}

const swedish = new Intl.Collator('sv');

function Remarks({ shell, figures, comparison }: ComparisonPageProps) {
  const t = texts(shell.language);
  const { units, others, asked } = comparison;
  const askedWords = asked.keyFigure.slice(0, 60);
  return (
    <>
      {units.left.length > 0 && (
        <Notice kind="warning">
          {t.tooMany(mostCompared, units.left.map((unit) => figures.title(unit)).join(', '))}
        </Notice>
      )}
      {units.unknown.map(({ text, nearest }) => (
        <Notice kind="warning">{t.unknown(text, nearestSentence(nearest, shell.language))}</Notice>
      ))}
      {comparison.nearest && (
        <Notice kind="warning">
          {t.unknownKeyFigure(askedWords, nearestSentence(comparison.nearest, shell.language))}
        </Notice>
      )}
      {others.length > 0 && (
        <Notice>
          <p>{t.several(askedWords)}</p>
          <ul>
            {others.map(({ kpi, shortTitle, title }) => (
              <li>
                <a href={comparisonHref(comparisonPath, kpi, units.units)}>{shortTitle ?? title}</a>{' '}
                <small>{kpi}</small>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** The same drawing for the page and the picture. */
export function comparisonChart(
  keyFigure: ComparedKeyFigure,
  own: string,
  figures: Figures,
  language: Language,
): LineChartProps {
  const t = texts(language);
  const { years, series, title, unit } = keyFigure;
  const names = series.map((each) => figures.title(each.unit)).join(', ');
  const highlighted = series.some((each) => each.unit === own) ? own : series[0]?.unit;
  return {
    id: 'jamfor',
    title: `${title}: ${t.chart.toLowerCase()}`,
    description: t.describe(title, names, years[0]!, years.at(-1)!),
    years,
    unit,
    height: 380 + series.length * 14,
    series: series.map((each) => ({
      kind: each.unit === highlighted ? ('own' as const) : ('other' as const),
      label: figures.title(each.unit),
      values: each.values.map((value) => (Number.isNaN(value) ? undefined : value)),
    })),
  };
}

function Lines({
  keyFigure,
  own,
  figures,
  language,
}: {
  keyFigure: ComparedKeyFigure;
  own: string;
  figures: Figures;
  language: Language;
}) {
  const t = texts(language);
  const { kpi, years, series, riket } = keyFigure;
  const chart = comparisonChart(keyFigure, own, figures, language);
  const units = series.map(({ unit }) => unit);
  const rows = [...series, ...(riket.some((value) => !Number.isNaN(value)) ? [{ unit: '0000', values: riket }] : [])];
  type Row = (typeof rows)[number];
  return (
    <ChartFigure
      heading={t.chart}
      chart={(width) => <LineChart {...chart} width={width} />}
      width={1000}
      downloads={['svg', 'png'].map((format) => ({
        label: format.toUpperCase(),
        href: comparisonHref(`${comparisonPath}/bild.${format}`, kpi.id, units),
      }))}
      table={{
        caption: t.caption,
        rows,
        grid: true,
        highlight: ({ unit }) => unit === own,
        columns: [
          {
            key: 'unit',
            label: t.municipality,
            heads: true,
            cell: ({ unit }: Row) => figures.title(unit),
          },
          ...years.map(
            (year, at): Column<Row> => ({
              key: String(year),
              label: String(year),
              kind: 'number',
              cell: ({ values }) => {
                const value = values[at] ?? Number.NaN;
                return Number.isNaN(value) ? <Missing /> : formatFigure(value, language);
              },
            }),
          ),
        ],
      }}
      source={sourceOfReport(keyFigure, figures, 'published')}
    />
  );
}
