import type { Language } from '../../foundation/texts/index.ts';
import {
  type ChartAt,
  type Content,
  Distribution,
  type DistributionUnit,
  LineChart,
  type LineChartProps,
} from '../../foundation/ui/index.ts';
import type { LocalKeyFigureRow } from './local-key-figure.queries.ts';
import {
  type LocalGender,
  type LocalValue,
  placeKey,
  seriesOf,
  type UnitPlace,
  yearsOf,
} from './local-key-figure.rules.ts';
import { texts } from './local-key-figure.texts.ts';

export interface LocalChartProps {
  readonly row: LocalKeyFigureRow;
  readonly values: readonly LocalValue[];
  readonly drawn: readonly UnitPlace[];
  readonly places: readonly UnitPlace[];
  readonly gender: LocalGender;
  /** Of the distribution. */
  readonly year: number;
  readonly language: Language;
}

/** The municipality and its units over the years, each line named at its end. */
export function developmentChart({ row, values, drawn, gender, language }: LocalChartProps): {
  readonly chart: ChartAt;
  readonly description: string;
} {
  const t = texts(language);
  const years = yearsOf(values);
  const own = seriesOf(values, null, gender);
  const series: LineChartProps['series'] = [
    { kind: 'own', label: t.whole, values: own.values },
    ...drawn.map(({ id, name }) => ({
      kind: 'other' as const,
      label: name,
      values: seriesOf(values, id, gender).values,
    })),
  ];
  const description = t.developmentDescribe(row.title, years[0] ?? 0, years.at(-1) ?? 0, drawn.length);
  return {
    description,
    chart: (width) => (
      <LineChart
        id="utveckling"
        title={row.title}
        description={description}
        years={years}
        series={series}
        unit={row.unit}
        width={width}
        // Two lines of words for each name, so that ten find room beside each other.
        height={Math.max(width < 480 ? 300 : 340, 90 + series.length * 32)}
      />
    ),
  };
}

/** The units of one year in order of value, with the municipality's level across. */
export function distributionChart(props: LocalChartProps): {
  readonly chart: ChartAt;
  readonly units: readonly DistributionUnit[];
  readonly description: string;
} {
  const { row, values, places, gender, year, language } = props;
  const t = texts(language);
  const byPlace = new Map(values.map((value) => [placeKey(value), value.value]));
  const units = places.flatMap(({ id, name }) => {
    const value = byPlace.get(placeKey({ unitId: id, year, gender })) ?? undefined;
    return value === undefined ? [] : [{ code: id, name, value }];
  });
  const whole = byPlace.get(placeKey({ unitId: null, year, gender }));
  const description = t.distributionDescribe(units.length, year);
  return {
    units,
    description,
    chart: (width): Content => (
      <Distribution
        id="fordelning"
        title={t.distribution(year)}
        description={description}
        units={units}
        own=""
        named={units.map(({ code }) => code)}
        {...(whole === undefined || whole === null ? {} : { line: { value: whole, label: t.whole } })}
        unit={row.unit}
        width={width}
      />
    ),
  };
}
