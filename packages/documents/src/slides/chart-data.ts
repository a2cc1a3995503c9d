import type { Chart, Charts, Figure, NamedChart } from '../model/index.ts';

/** A chart that nobody can read as a chart is shown as the picture that goes with it. */
const most = { categories: { bar: 20, column: 30, line: 60 }, series: 6 };

/** What the program that shows the slide is to draw: a figure's chart, if it can be read as one, or charts that are read together. */
export function chartsOf(block: Figure | Charts): readonly NamedChart[] {
  if (block.kind === 'charts') return block.charts.filter(({ chart }) => figuresOf(chart).length > 0);
  const { chart, caption, alt } = block;
  return chart !== undefined && isReadable(chart) ? [{ title: caption, alt, chart }] : [];
}

function isReadable(chart: Chart): boolean {
  return (
    chart.categories.length > 0 &&
    chart.categories.length <= most.categories[chart.kind] &&
    chart.series.length > 0 &&
    chart.series.length <= most.series &&
    figuresOf(chart).length > 0
  );
}

export function figuresOf(chart: Chart): readonly number[] {
  return chart.series.flatMap(({ values }) => values.filter((value) => value !== undefined));
}

/** "2019" where nobody has a value, "2019 (Ekeberga kommun)" where one has not. */
export function missingIn(chart: Chart): readonly string[] {
  if (areParts(chart)) return [];
  const { categories, series } = chart;
  return categories.flatMap((category, at) => {
    const without = series.filter(({ values }) => values[at] === undefined);
    if (without.length === 0) return [];
    return without.length === series.length
      ? [category]
      : [`${category} (${without.map(({ name }) => name).join(', ')})`];
  });
}

/** Each category has its value in one series only: the series are there to set bars apart, e.g. the municipality's own among the others. */
export function areParts({ kind, categories, series }: Chart): boolean {
  return (
    kind !== 'line' &&
    series.length > 1 &&
    categories.every((_, at) => series.filter(({ values }) => values[at] !== undefined).length === 1)
  );
}

export interface Scale {
  readonly least: number;
  readonly greatest: number;
  readonly step: number;
}

/** An axis in about so many round steps of 1, 2, 2.5 or 5. Bars begin at 0; a line may begin where its figures do. */
export function scaleOf(chart: Chart, steps = 5): Scale {
  const figures = figuresOf(chart);
  const low = Math.min(...figures);
  const high = Math.max(...figures);
  const fromZero = chart.kind !== 'line' || (low >= 0 && low < (high - low) * 1.5);
  const [from, to] = fromZero ? [Math.min(0, low), Math.max(0, high)] : [low, high];
  const span = to - from || Math.abs(to) || 1;
  const raw = span / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= raw * 0.999)!;
  const least = Math.floor(from / step + 1e-9) * step;
  const greatest = Math.ceil(to / step - 1e-9) * step;
  return { least: tidy(least), greatest: tidy(greatest > least ? greatest : least + step), step: tidy(step) };
}

/** From the least to the greatest, where the values are written and no axis is drawn; with room for those that are written below 0. */
export function tightScale(chart: Chart): Scale {
  const figures = figuresOf(chart);
  const [low, high] = [Math.min(0, ...figures), Math.max(0, ...figures)];
  const span = high - low || 1;
  const least = low < 0 ? low - span * 0.12 : 0;
  const greatest = high > 0 || low < 0 ? high : 1;
  return { least: tidy(least), greatest: tidy(greatest), step: tidy(span) };
}

function tidy(number: number): number {
  return Number(number.toPrecision(12));
}

/** Excel's notation. Some programs put in the signs of the language that is asked for, others those of the machine's own. */
export function languageFormat(format: string, tag: string): string {
  return `[$-${tag === 'sv-SE' ? '41D' : '809'}]${format}`;
}

/** Excel's notation. */
export function numberFormat(decimals: number): string {
  return decimals > 0 ? `#,##0.${'0'.repeat(Math.min(decimals, 10))}` : '#,##0';
}

/** As many decimals as the steps of an axis need. */
export function axisFormat({ step, least }: Scale): string {
  const decimals = [0, 1, 2, 3, 4].find((each) => isWhole(step * 10 ** each) && isWhole(least * 10 ** each)) ?? 5;
  return numberFormat(decimals);
}

function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6;
}
