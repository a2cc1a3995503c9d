import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  actions,
  branches,
  causes,
  manyActions,
  proposals,
  threadColumns,
  threadEdges,
  threadNodes,
  yearItems,
} from '../gallery/example-chain.ts';
import { freestPlace } from './before-after.rules.ts';
import { chainPageColours, chainStyle } from './chain-style.ts';
import {
  BeforeAfter,
  CauseTree,
  type ChartAt,
  chartToPng,
  EffortEffectMatrix,
  Fishbone,
  Gantt,
  GanttOverview,
  renderChartSvg,
  ThreadPicture,
  YearWheel,
} from './index.ts';

const named = { id: 'x', title: 'Titel <1>', description: 'Vad som syns' };
const years = [2019, 2020, 2021, 2022];
const long = 'Lokalförsörjningsplaneringsansvarsfördelningsproblematiken';

const pictures: Readonly<Record<string, ChartAt>> = {
  CauseTree: (width) => <CauseTree {...named} width={width} root={causes} />,
  Fishbone: (width) => <Fishbone {...named} width={width} head={long} branches={branches} />,
  EffortEffectMatrix: (width) => <EffortEffectMatrix {...named} width={width} items={proposals} />,
  Gantt: (width) => <Gantt {...named} width={width} rows={actions} today="2022-08-22" />,
  GanttOverview: (width) => <GanttOverview {...named} width={width} rows={manyActions(50)} />,
  YearWheel: (width) => <YearWheel {...named} width={width} year={2022} items={yearItems} today="2022-08-22" />,
  ThreadPicture: (width) => (
    <ThreadPicture
      {...named}
      width={width}
      columns={threadColumns}
      nodes={threadNodes}
      edges={threadEdges}
      current="t10"
    />
  ),
  BeforeAfter: (width) => (
    <BeforeAfter
      {...named}
      width={width}
      years={years}
      own={{ label: 'Vi', values: [3, 4, undefined, 2] }}
      comparison={{ label: 'De', values: [3, 3, 3, 3] }}
      expected={{ values: [undefined, 4, 4.5, 5] }}
      start={2020.5}
      startLabel={long}
      target={{ value: 2 }}
      others={[{ text: long, from: 2000, to: 2030 }]}
      unit="kr"
    />
  ),
};

const empty: Readonly<Record<string, ChartAt>> = {
  CauseTree: (width) => <CauseTree {...named} width={width} root={{ id: 'a', text: '' }} />,
  Fishbone: (width) => <Fishbone {...named} width={width} head="" branches={[{ label: '', causes: [] }]} />,
  EffortEffectMatrix: (width) => <EffortEffectMatrix {...named} width={width} items={[]} />,
  Gantt: (width) => <Gantt {...named} width={width} rows={[]} />,
  'Gantt without dates': (width) => <Gantt {...named} width={width} rows={[{ id: 'a', text: 'a' }]} />,
  GanttOverview: (width) => <GanttOverview {...named} width={width} rows={[{ id: 'a', text: 'a' }]} />,
  YearWheel: (width) => <YearWheel {...named} width={width} year={2024} items={[]} today="2024-02-29" />,
  ThreadPicture: (width) => <ThreadPicture {...named} width={width} columns={[]} nodes={[]} edges={[]} />,
  BeforeAfter: (width) => (
    <BeforeAfter
      {...named}
      width={width}
      years={[]}
      own={{ label: '', values: [] }}
      start={2020}
      startLabel=""
      unit=""
    />
  ),
};

test.each(Object.entries({ ...pictures, ...empty }))(
  '%s draws only numbers, on a phone and wide',
  async (_, picture) => {
    for (const width of [350, 1100]) {
      const svg = String(await picture(width));
      expect(svg).not.toMatch(/NaN|Infinity|undefined|\[object/);
      expect(svg).toMatch(/<title id="x-\d+-title">Titel &lt;1&gt;<\/title><desc/);
    }
  },
);

test.each(Object.entries(pictures))(
  '%s is the same each time, and a picture of its own as a file',
  async (_, picture) => {
    expect(String(await picture(720))).toBe(String(await picture(720)));
    const svg = await renderChartSvg(picture, {
      width: 1240,
      fonts: 'static',
      heading: 'Rubrik',
      source: 'Källa: Kolada.',
    });
    expect(svg).not.toContain('var(--');
    expect(svg).toContain('.chain-words');
    expect(chartToPng(svg, 1).length).toBeGreaterThan(5000);
  },
);

test.each(Object.entries(pictures))('%s draws no part in a class that has no look', async (_, picture) => {
  const looks = ['charts', 'chain-pictures', 'chain-figures']
    .map((name) => readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8'))
    .join('');
  const svg = String(await picture(1100));
  for (const [, name] of svg.matchAll(/class="(chain-[\w-]+)/g)) expect(looks).toContain(`.${name}`);
});

test('a picture whose parts lead somewhere is a group of links, one each; otherwise an image', async () => {
  const svg = String(await pictures.EffortEffectMatrix!(1100));
  expect(svg).toContain('role="group"');
  expect(svg.match(/<a /g)).toHaveLength(proposals.length);
  const unlinked = proposals.map((item) => ({ ...item, href: undefined }));
  expect(String(await (<EffortEffectMatrix {...named} items={unlinked} />))).toContain('role="img"');
});

test('state and status are said in words and shapes, not by colour alone', async () => {
  const tree = String(await pictures.CauseTree!(1100));
  for (const word of ['hypotes', 'har stöd', 'förkastad']) expect(tree).toContain(`>${word}<`);
  const gantt = String(await pictures.Gantt!(1100));
  for (const word of ['enligt plan', 'risk för avvikelse', 'avviker']) expect(gantt).toContain(`, ${word}, `);
});

test('the current card of the thread is marked and says so', async () => {
  const svg = String(await pictures.ThreadPicture!(1240));
  expect(svg.match(/aria-current="true"/g)).toHaveLength(1);
  expect(svg).toContain('Förslag · här');
});

test('ten thousand actions are a handful of paths', async () => {
  const svg = String(await (<GanttOverview {...named} rows={manyActions(10_000)} today="2022-08-22" />));
  expect(svg.match(/chain-density/g)!.length).toBeLessThan(10);
  expect(svg.match(/h\d/g)!.length).toBeGreaterThanOrEqual(10_000);
  expect(svg.length).toBeLessThan(250_000);
});

test('an overview of ten thousand actions and a page of a hundred of them take less than 200 ms', async () => {
  const rows = manyActions(10_000);
  const spent: number[] = [];
  for (let round = 0; round < 3; round++) {
    // The processor's own time, since others may use the machine.
    const began = process.cpuUsage();
    await (<GanttOverview {...named} rows={rows} today="2022-08-22" />);
    await (<Gantt {...named} rows={rows.slice(0, 100)} from="2021-01-01" to="2025-03-31" today="2022-08-22" />);
    const { user, system } = process.cpuUsage(began);
    spent.push((user + system) / 1000);
  }
  expect(Math.min(...spent)).toBeLessThan(200);
});

test('the words of a target stand where no line runs', () => {
  const plot = { left: 0, right: 400, top: 0, bottom: 300, x: Number, y: Number, yTicks: [] };
  const line = [
    { x: 0, y: 150 },
    { x: 200, y: 150 },
    { x: 400, y: 20 },
  ];
  expect(freestPlace(160, 60, [line], plot).x).toBeGreaterThan(200);
});

test('the stylesheet and the downloaded pictures draw the chain by the same rules', () => {
  const squeeze = (css: string) =>
    css
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .trim();
  expect(squeeze(readFileSync(new URL('../styles/chain-pictures.css', import.meta.url), 'utf8'))).toBe(
    squeeze(chainStyle(chainPageColours)),
  );
});
