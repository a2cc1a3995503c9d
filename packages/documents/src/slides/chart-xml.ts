import type { Chart, ChartSeries } from '../model/index.ts';
import { areParts, axisFormat, languageFormat, numberFormat, type Scale, scaleOf, tightScale } from './chart-data.ts';
import { type Box, leastSize } from './look.ts';
import { leading, widthOf } from './measure.ts';
import { escaped } from './package-writer.ts';
import { emu } from './text-xml.ts';

/** What the figures of a chart are called in the workbook that goes with it. */
export const dataSheet = 'Data';

/** A chart (ECMA-376 part 1, 21.2) as wide and high as `box`, whose figures stand in a workbook of its own. */
export function chartXml(chart: Chart, box: Box, language: string, workbook: string): string {
  const plan = planOf(chart, box);
  const { size, line } = plan;
  const style: Style = (colour, strong, wrap) => textProperties(language, size, colour, strong, wrap);
  const drawn =
    chart.kind === 'line' ? lineChart(chart, plan, language, style) : barChart(chart, plan, language, style);
  const unit = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="l"><a:defRPr sz="${size * 100}" b="0"/></a:pPr><a:r><a:rPr lang="${language}" sz="${size * 100}" b="0">${fill('tx2')}</a:rPr><a:t>${escaped(chart.unit)}</a:t></a:r></a:p></c:rich></c:tx>${place(0, 0)}<c:overlay val="0"/></c:title>`;
  const legend = plan.legend
    ? `<c:legend><c:legendPos val="t"/>${place(0, line / box.h, plan.legendWidth / box.w, line / box.h)}<c:overlay val="0"/>${style('tx1')}</c:legend>`
    : '';
  const { x, y, w, h } = plan.inner;
  return `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${language}"/><c:roundedCorners val="0"/><c:chart>${unit}<c:autoTitleDeleted val="0"/><c:plotArea>${place(x / box.w, y / box.h, w / box.w, h / box.h, true)}${drawn}${axes(chart, plan, language, style)}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${style('tx1')}<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

/** Where things stand in the chart, in points. */
interface Plan {
  readonly box: Box;
  /** Of all text in it, and the height of a line. */
  readonly size: number;
  readonly line: number;
  /** Between the axes. */
  readonly inner: Box;
  readonly scale: Scale;
  readonly legend: boolean;
  readonly legendWidth: number;
  /** Values stand at the bars, and no axis is needed for them. */
  readonly valueLabels: boolean;
}

const mostValueLabels = 24;

type Style = (colour: string, strong?: boolean, wrap?: string) => string;

/** A chart that fills the slide has larger text than one beside words. */
const wide = 500;

function planOf(chart: Chart, box: Box): Plan {
  const size = box.w > wide ? leastSize + 2 : leastSize;
  const text = { face: 'text', size } as const;
  const line = leading(size) + 2;
  const isLine = chart.kind === 'line';
  const legend = !isLine && chart.series.length > 1;
  const valueLabels = !isLine && chart.series.length * chart.categories.length <= mostValueLabels;
  const scale = valueLabels
    ? tightScale(chart)
    : scaleOf(chart, Math.min(5, Math.max(2, Math.round((box.h - 3 * line) / 34))));
  const top = line + (valueLabels && chart.kind === 'column' ? line : 0) + (legend ? line + 4 : 0) + 8;
  const widest = (labels: readonly string[]) => Math.max(...labels.map((label) => widthOf(label, text)));
  const written = (value: number) => spoken(valueLabels ? value.toFixed(Math.min(chart.decimals, 10)) : String(value));
  const figure = widthOf(written(scale.greatest) + written(scale.least).slice(0, 1), text) + 8;
  const left =
    chart.kind === 'bar' ? Math.min(widest(chart.categories) + 12, box.w * 0.36) : valueLabels ? 4 : figure + 6;
  const bottom =
    chart.kind === 'bar' ? (valueLabels ? 4 : line + 6) : categoryLines(chart, box.w - left, size) * line + 8;
  const right = isLine
    ? Math.min(widest(chart.series.map((each) => endLabel(each, chart))) + 16, box.w * 0.3)
    : chart.kind === 'bar' && valueLabels
      ? figure + 12
      : 12;
  const inner = { x: left, y: top, w: box.w - left - right, h: Math.max(40, box.h - top - bottom) };
  const keys = chart.series.reduce((sum, { name }) => sum + widthOf(name, text) + 44, 0);
  return { box, size, line, inner, scale, legend, legendWidth: Math.min(box.w, keys), valueLabels };
}

/** Labels under a column are broken over lines. */
function categoryLines({ categories }: Chart, width: number, size: number): number {
  const text = { face: 'text', size } as const;
  const slot = width / categories.length;
  return Math.min(3, Math.max(1, ...categories.map((label) => Math.ceil(widthOf(label, text) / (slot * 0.9)))));
}

/** As good as upright: LibreOffice turns or breaks labels that have no angle, and those with none at all. */
const unturned = ' rot="60" vert="horz"';

/** Every so many of a line's labels have room beside each other; programs would turn them on their sides. */
function labelEvery({ categories }: Chart, { inner, size }: Plan): number {
  const widest = Math.max(...categories.map((label) => widthOf(label, { face: 'text', size }))) + 10;
  const room = inner.w / Math.max(1, categories.length - 1);
  return Math.max(1, Math.ceil(widest / room));
}

/** As wide as it is written, with room between its thousands. */
function spoken(figure: string): string {
  return figure.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}

function barChart(chart: Chart, plan: Plan, language: string, style: Style): string {
  const parts = areParts(chart);
  const series = chart.series.map((each, index) => {
    const labels = plan.valueLabels
      ? `<c:dLbls><c:numFmt formatCode="${languageFormat(numberFormat(chart.decimals), language)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${style(each.own === true ? 'accent1' : 'tx1', each.own === true)}<c:dLblPos val="outEnd"/>${shown('val')}</c:dLbls>`
      : '';
    const look = lookOf(chart, index);
    const shape = `<c:spPr>${look.fill}${look.outline}</c:spPr>`;
    return `<c:ser>${names(each, index)}${shape}<c:invertIfNegative val="0"/>${labels}${figures(chart, index)}</c:ser>`;
  });
  const together = parts ? '<c:overlap val="100"/>' : chart.series.length > 1 ? '<c:overlap val="-8"/>' : '';
  const gap = parts || chart.series.length === 1 ? 45 : 60;
  return `<c:barChart><c:barDir val="${chart.kind === 'bar' ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="${gap}"/>${together}<c:axId val="1"/><c:axId val="2"/></c:barChart>`;
}

function lineChart(chart: Chart, plan: Plan, language: string, style: Style): string {
  const nudges = nudgesOf(chart, plan);
  const series = chart.series.map((each, index) => {
    const look = lookOf(chart, index);
    const own = each.own === true || chart.series.length === 1;
    const stroke = `<c:spPr><a:ln w="${emu(own ? 2.75 : 1.75)}" cap="rnd">${look.fill}<a:prstDash val="${look.dash}"/><a:round/></a:ln></c:spPr>`;
    const marker = `<c:marker><c:symbol val="circle"/><c:size val="${own ? 6 : 5}"/><c:spPr>${look.fill}<a:ln w="${emu(0.75)}">${fill('bg1')}</a:ln></c:spPr></c:marker>`;
    const last = lastOf(each);
    const nudge = nudges[index] ?? 0;
    const moved = nudge === 0 ? '' : nudged(12 / plan.box.w, nudge / plan.box.h);
    const label =
      last !== -1
        ? `<c:dLbls><c:dLbl><c:idx val="${last}"/>${moved}<c:numFmt formatCode="${languageFormat(numberFormat(chart.decimals), language)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${style(own ? 'accent1' : 'tx2', own, ' wrap="none"')}<c:dLblPos val="r"/>${shown('ser', 'val')}<c:separator> </c:separator></c:dLbl>${shown()}${noLeaders}</c:dLbls>`
        : '';
    return `<c:ser>${names(each, index)}${stroke}${marker}${label}${figures(chart, index)}<c:smooth val="0"/></c:ser>`;
  });
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`;
}

/** A label that has been moved is beside its line all the same. */
const noLeaders =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>';

/** How far each label must move from its line's end so that none covers another. */
function nudgesOf(chart: Chart, { inner, scale, line }: Plan): readonly number[] {
  const ends = chart.series.map(({ values }, index) => {
    const value = values[lastOf(chart.series[index]!)];
    const share = value === undefined ? 0 : (scale.greatest - value) / (scale.greatest - scale.least);
    return { index, at: share * inner.h, x: lastOf(chart.series[index]!) };
  });
  const nudges = chart.series.map(() => 0);
  const sorted = ends.toSorted((a, b) => a.at - b.at || a.index - b.index);
  let taken = Number.NEGATIVE_INFINITY;
  const placed = sorted.map(({ index, at }) => {
    const y = Math.max(at, taken + line);
    taken = y;
    return { index, at, y };
  });
  // Those that were pushed below the chart come up again, together with those above them.
  let floor = inner.h;
  for (const one of placed.toReversed()) {
    const y = Math.min(one.y, floor);
    floor = y - line;
    nudges[one.index] = Math.round(y - one.at);
  }
  return nudges;
}

function lastOf({ values }: ChartSeries): number {
  return values.findLastIndex((value) => value !== undefined);
}

function endLabel(series: ChartSeries, { decimals }: Chart): string {
  const last = series.values[lastOf(series)];
  return last === undefined ? series.name : `${series.name} ${last.toFixed(Math.min(decimals, 10))} `;
}

interface SeriesLook {
  readonly fill: string;
  readonly outline: string;
  readonly dash: string;
}

/** The municipality's own in its colour, the others in greys: bars are told apart by lightness and outline, lines by dashes and by their names. */
function lookOf({ kind, series }: Chart, index: number): SeriesLook {
  if (series[index]?.own === true || series.length === 1) return { fill: fill('accent1'), outline: '', dash: 'solid' };
  const other = series.slice(0, index).filter(({ own }) => own !== true).length;
  const greys = kind === 'line' ? ['accent3', 'accent4'] : ['accent3', 'accent6', 'accent4'];
  return {
    fill: fill(greys[other % greys.length]!),
    outline: `<a:ln w="${emu(0.75)}">${fill('accent3')}</a:ln>`,
    dash: ['solid', 'sysDash', 'sysDot', 'dash', 'lgDash', 'lgDashDot'][other % 6]!,
  };
}

function names({ name }: ChartSeries, index: number): string {
  const place = `${dataSheet}!$${columnName(index + 1)}$1`;
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${place}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

/** A missing value has no point: not 0, and not an empty one. */
function figures({ categories, series, decimals }: Chart, index: number): string {
  const last = categories.length + 1;
  const column = columnName(index + 1);
  const labels = categories.map((label, at) => `<c:pt idx="${at}"><c:v>${escaped(label)}</c:v></c:pt>`).join('');
  const points = categories
    .map((_, at) => series[index]?.values[at])
    .map((value, at) => (value === undefined ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  return `<c:cat><c:strRef><c:f>${dataSheet}!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${labels}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${dataSheet}!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>${numberFormat(decimals)}</c:formatCode><c:ptCount val="${categories.length}"/>${points}</c:numCache></c:numRef></c:val>`;
}

function axes(chart: Chart, plan: Plan, language: string, style: Style): string {
  const { scale, valueLabels } = plan;
  const across = chart.kind === 'bar';
  const every = chart.kind === 'line' ? labelEvery(chart, plan) : 1;
  const skipped = every === 1 ? '' : `<c:tickLblSkip val="${every}"/><c:tickMarkSkip val="${every}"/>`;
  const axisLine = `<c:spPr><a:ln w="${emu(1)}">${fill('tx2')}</a:ln></c:spPr>`;
  const category = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${across ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${across ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${axisLine}${every === 1 ? style('tx1') : style('tx1', false, unturned)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>${skipped}<c:noMultiLvlLbl val="1"/></c:catAx>`;
  const grid = valueLabels
    ? ''
    : `<c:majorGridlines><c:spPr><a:ln w="${emu(0.75)}">${fill('accent6')}</a:ln></c:spPr></c:majorGridlines>`;
  // The categories of bars run downwards, so that their axis for values stands below only where they end.
  const value = `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="${scale.greatest}"/><c:min val="${scale.least}"/></c:scaling><c:delete val="${valueLabels ? 1 : 0}"/><c:axPos val="${across ? 'b' : 'l'}"/>${grid}<c:numFmt formatCode="${languageFormat(axisFormat(scale), language)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${style('tx2')}<c:crossAx val="1"/><c:crosses val="${across ? 'max' : 'autoZero'}"/><c:crossBetween val="${chart.kind === 'line' ? 'midCat' : 'between'}"/><c:majorUnit val="${scale.step}"/></c:valAx>`;
  return category + value;
}

function shown(...what: readonly ('val' | 'ser')[]): string {
  const is = (key: 'val' | 'ser') => (what.includes(key) ? 1 : 0);
  return `<c:showLegendKey val="0"/><c:showVal val="${is('val')}"/><c:showCatName val="0"/><c:showSerName val="${is('ser')}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
}

function textProperties(language: string, size: number, colour: string, strong = false, wrap = ''): string {
  return `<c:txPr><a:bodyPr${wrap}/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="${language}" sz="${size * 100}" b="${strong ? 1 : 0}">${fill(colour)}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="${language}"/></a:p></c:txPr>`;
}

/** Shares of the chart. */
function place(x: number, y: number, w?: number, h?: number, inner = false): string {
  const target = inner ? '<c:layoutTarget val="inner"/>' : '';
  const size = w === undefined || h === undefined ? '' : `<c:w val="${share(w)}"/><c:h val="${share(h)}"/>`;
  return `<c:layout><c:manualLayout>${target}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${share(x)}"/><c:y val="${share(y)}"/>${size}</c:manualLayout></c:layout>`;
}

/** Counted from where the program would have put it. */
function nudged(x: number, y: number): string {
  return `<c:layout><c:manualLayout><c:x val="${share(x)}"/><c:y val="${share(y)}"/></c:manualLayout></c:layout>`;
}

function share(number: number): number {
  return Number(number.toFixed(5));
}

function fill(colour: string): string {
  return `<a:solidFill><a:schemeClr val="${colour}"/></a:solidFill>`;
}

function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}
