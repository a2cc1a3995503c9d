import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleUnits, indexValues } from '../gallery/example-figures.ts';
import { chartStyle, pageColours } from './chart-style.ts';
import { CostTree, Distribution, DotStrip, DrawnTable, FourField, GenderSplit, LineChart, Sparkline } from './index.ts';
import { overlap, placeNames, spreadApart } from './labels.ts';

const named = { id: 'x', title: 'Titel <1>', description: 'Vad som syns' };
const render = async (chart: unknown) => String(await chart);
const count = (text: string, part: string | RegExp) =>
  text.match(typeof part === 'string' ? new RegExp(part, 'g') : part)?.length ?? 0;

test('a sparkline marks its last value, keeps gaps, and draws a lone year as a dot', async () => {
  expect(
    await render(
      <Sparkline
        {...named}
        years={[2018, 2019, 2020, 2021]}
        own={[1, undefined, 3, 4]}
        comparison={[2, 2, Number.NaN, 2]}
      />,
    ),
  ).toMatchInlineSnapshot(
    `"<svg xmlns="http://www.w3.org/2000/svg" class="chart is-sparkline" role="img" aria-labelledby="x-116-title x-116-desc" viewBox="0 0 116 32" width="116" height="32"><title id="x-116-title">Titel &lt;1&gt;</title><desc id="x-116-desc">Vad som syns</desc><path class="chart-line-comparison" d="M5 19.3L40 19.3M110 19.3h.01"></path><path class="chart-line-own" d="M5 26h.01M75 12.7L110 6"></path><circle class="chart-own" cx="110" cy="6" r="3"></circle></svg>"`,
  );
});

test('a dot strip draws all municipalities in one path, and a missing own value not at all', async () => {
  const svg = await render(
    <DotStrip {...named} values={indexValues(1)} own={Number.NaN} comparison={50} domain={[0, 100]} />,
  );
  expect(count(svg, '<path')).toBe(3);
  expect(svg).not.toContain('<circle');
  expect(svg.length).toBeLessThan(4500);
});

const years = [2016, 2017, 2018, 2019];

test('a line is cut at a missing year and at a method break', async () => {
  const line = (values: (number | undefined)[], breaks: { year: number }[] = []) =>
    render(
      <LineChart {...named} years={years} unit="kr" breaks={breaks} series={[{ kind: 'own', label: 'Vi', values }]} />,
    );
  const strokes = async (svg: Promise<string>) => count(/chart-line-own" d="([^"]*)"/.exec(await svg)?.[1] ?? '', /M/g);
  expect(await strokes(line([1, 2, 3, 4]))).toBe(1);
  expect(await strokes(line([1, undefined, 3, 4]))).toBe(2);
  expect(await strokes(line([1, 2, 3, 4], [{ year: 2018 }]))).toBe(2);
});

test('a preliminary year has a hollow point and says so', async () => {
  const svg = await render(
    <LineChart
      {...named}
      years={years}
      unit="kr"
      preliminary={[2019]}
      series={[{ kind: 'own', label: 'Vi', values: [1, 2, 3, 4] }]}
    />,
  );
  expect(svg).toContain('chart-own-hollow');
  expect(svg).toContain('preliminärt');
});

test('no chart draws NaN, undefined or infinity, however little there is to draw', async () => {
  const nothing = [undefined, Number.NaN, undefined, undefined];
  const point = (code: string, x: number | undefined) => ({ code, name: code, x, y: x });
  const drawings = [
    ...[nothing, [5, ...nothing.slice(1)], [5, 5, 5, 5], [0, 0, 0, 0]].flatMap((values) => [
      <Sparkline {...named} years={years} own={values} comparison={nothing} />,
      <DotStrip {...named} values={values} own={values[0]} />,
      <LineChart
        {...named}
        years={years}
        unit="kr"
        series={[{ kind: 'own', label: 'Vi', values }]}
        band={{ low: nothing, high: values }}
      />,
      <LineChart
        {...named}
        years={[2020]}
        unit="kr"
        breaks={[{ year: 2020 }]}
        series={[{ kind: 'own', label: 'Vi', values }]}
      />,
      <Distribution
        {...named}
        own="0"
        unit="kr"
        units={values.map((value, index) => ({ code: String(index), name: 'N', value }))}
      />,
      <FourField
        {...named}
        own="0"
        xLabel="x"
        yLabel="y"
        points={values.map((value, index) => point(String(index), value))}
      />,
      <GenderSplit {...named} unit="%" rows={values.map((value) => ({ label: 'r', women: value, men: undefined }))} />,
      <CostTree
        {...named}
        ownLabel="Vi"
        comparisonLabel="de"
        root={{ label: 'r', value: '1', difference: values[0], differenceText: 'saknas' }}
      />,
    ]),
    <FourField {...named} own="9" xLabel="x" yLabel="y" points={[]} />,
    <DrawnTable {...named} legend={[]} columns={[{ label: 'K', share: 1 }]} rows={[]} />,
    <DrawnTable {...named} legend={[{ text: 'L' }]} columns={[{ label: '', share: 1 }]} rows={[[{}]]} />,
    <Distribution {...named} own="9" unit="kr" units={[]} />,
    <GenderSplit {...named} unit="%" rows={[]} />,
  ];
  for (const drawing of drawings) {
    const svg = await render(drawing);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\[object/);
    expect(svg).toMatch(/role="img" aria-labelledby="x-\d+-title x-\d+-desc"/);
  }
});

test('a drawn table breaks its words within their columns, and a row is as high as its highest cell', async () => {
  const words = 'Kostnad särskilt och annat boende äldreomsorg per invånare 80 år och äldre';
  const svg = await render(
    <DrawnTable
      {...named}
      width={400}
      legend={[]}
      columns={[
        { label: 'Nyckeltal', share: 1 },
        { label: 'Värde', share: 1, kind: 'number' },
      ]}
      rows={[
        [{ lines: [{ text: words }] }, { lines: [{ text: '17' }] }],
        [{ lines: [{ text: 'LSS' }] }, { lines: [{ text: '4' }] }],
      ]}
    />,
  );
  const lines = [...svg.matchAll(/class="chart-name" x="0" y="([\d.]+)">([^<]*)</g)];
  expect(lines.map(([, , text]) => text).join(' ')).toBe(`${words} LSS`);
  expect(lines.length).toBeGreaterThan(3);
  for (const [, , text] of lines) expect(text!.length).toBeLessThan(32);
  const heights = lines.map(([, y]) => Number(y));
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(svg).toMatch(/x="400"[^>]*text-anchor="end">17</);
});

test('names never cover each other', () => {
  const points = indexValues(5, 40).map((x, index) => ({
    x: x * 5,
    y: indexValues(8, 40)[index]! * 4,
    text: `Kommun ${index}`,
    size: 12,
  }));
  const boxes = placeNames(points, [], { left: 0, top: 0, right: 500, bottom: 400 }).map(
    ({ textX, textY, anchor, text }) => {
      const width = text.length * 6;
      const left = anchor === 'start' ? textX : anchor === 'end' ? textX - width : textX - width / 2;
      return { left, right: left + width, top: textY - 6, bottom: textY + 6 };
    },
  );
  expect(boxes.length).toBeGreaterThan(20);
  boxes.forEach((box, index) => {
    for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
  });
});

test('labels are spread apart in order and stay within bounds', () => {
  expect(spreadApart([10, 11, 12, 90], 10, 0, 100)).toEqual([10, 20, 30, 90]);
  expect(spreadApart([95, 96, 97], 10, 0, 100)).toEqual([80, 90, 100]);
});

test('the field names its role models and the own municipality', async () => {
  const points = exampleUnits(3, 0, 100).map(({ code, name, value }, index) => ({
    code,
    name,
    x: value,
    y: indexValues(9)[index],
  }));
  const svg = await render(
    <FourField {...named} own="9000" roleModels={['9003', '9004']} points={points} xLabel="x" yLabel="y" />,
  );
  for (const name of ['Ekeberga', 'Dalsby', 'Fagerås']) expect(svg).toContain(`>${name}<`);
});

test('the stylesheet and the downloaded pictures draw charts by the same rules', () => {
  const squeeze = (css: string) =>
    css
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .trim();
  expect(squeeze(readFileSync(new URL('../styles/charts.css', import.meta.url), 'utf8'))).toBe(
    squeeze(chartStyle(pageColours)),
  );
});
