import { type Chart, plain, type Showing, type ShownBlock, shortened } from '@samband/documents';
import { analysisTexts } from '../../chain/causes/index.ts';
import { strongTitle } from '../part/index.ts';
import type { AreaMaterial } from './interim-report.queries.ts';
import { documented, listOf, tableOf, type Writing } from './interim-report.rules.ts';
import { capital, longestName } from './shown.rules.ts';
import { shownTexts } from './shown.texts.ts';

/** Causes that stand on the slide, and from how many on their areas are drawn. */
const [mostCauses, manyCauses] = [5, 9];

/** What was found, and where. */
export function causesShown({ report, causes: analysis }: AreaMaterial, writing: Writing): Showing | undefined {
  const { language } = writing;
  const t = shownTexts(language).causes;
  const { causes, problems, weighings } = analysis;
  if (causes.length === 0) return undefined;
  const areas = new Map(problems.map(({ row, area }) => [row.id, area]));
  const weight = (id: string) => evidenceCount(analysis, id);
  const order = inWeight(analysis);
  const supported = causes.filter(({ state }) => state === 'supported').length;
  const rejected = causes.filter(({ state }) => state === 'rejected').length;
  const finding =
    supported === 0
      ? t.none(causes.length)
      : supported === causes.length
        ? t.all(supported)
        : t.some(supported, causes.length);
  const title = finding + (rejected > 0 ? t.rejected(rejected) : '');
  const perArea = causes.length >= manyCauses ? areaChart(analysis, writing) : undefined;
  const top = order.slice(0, mostCauses);
  const evidence = causes.reduce((sum, { id }) => sum + weight(id), 0);
  const told = (cause: (typeof causes)[number]) =>
    [areas.get(cause.problem) ?? '', t.states[cause.state ?? 'hypothesis'].toLocaleLowerCase(language)]
      .filter(Boolean)
      .join(', ');
  const notes = [
    ...order
      .filter((cause, index) => index >= mostCauses || cause.title.length > longestName.row)
      .map(({ title: name }) => name),
    ...(supported > 0
      ? order.filter(({ state }) => state === 'supported').map(({ title: name, judgement }) => `${name}: ${judgement}`)
      : []),
  ].join('\n');
  const shown: readonly ShownBlock[] =
    causes.length < 3 || perArea !== undefined
      ? [
          listOf(
            top.map((cause) => [
              { ...strongTitle(shortened(cause.title, longestName.row)), strong: cause.state === 'supported' },
              ...plain(`${capital(told(cause))}.`),
            ]),
          ),
        ]
      : [
          tableOf(
            `shown-causes-${report.area.id}`,
            analysisTexts(language).tableTitle(report.area.title),
            [{ title: t.cause }, { title: t.area }, { title: t.state }, { title: t.evidence }],
            top.map(({ id, title: name, problem, state }) => [
              [{ kind: 'text', text: shortened(name, longestName.row), strong: state === 'supported' }],
              areas.get(problem) ?? '',
              t.states[state ?? 'hypothesis'],
              t.speaks(weighings.get(id)?.supports ?? 0, weighings.get(id)?.contradicts ?? 0),
            ]),
            documented(writing),
          )!,
        ];
  return {
    id: `shown-causes-of-${report.area.id}`,
    title,
    blocks: shown,
    ...(perArea !== undefined
      ? { beside: [perArea] }
      : causes.length < 3 && {
          beside: [
            {
              kind: 'numbers' as const,
              items: [
                { value: String(evidence), words: t.evidenceOf(causes.length) },
                { value: String(report.rows.proposals.length), words: t.proposalsOf(causes.length) },
              ],
              source: documented(writing),
            },
          ],
        }),
    ...(notes !== '' && { notes }),
  };
}

function evidenceCount({ weighings }: AreaMaterial['causes'], id: string): number {
  const { supports = 0, contradicts = 0 } = weighings.get(id) ?? {};
  return supports + contradicts;
}

/** Those with support first, then those with most evidence. */
export function inWeight(analysis: AreaMaterial['causes']): AreaMaterial['causes']['causes'] {
  const rank = { supported: 0, hypothesis: 1, rejected: 2 };
  return analysis.causes.toSorted(
    (a, b) =>
      rank[a.state ?? 'hypothesis'] - rank[b.state ?? 'hypothesis'] ||
      evidenceCount(analysis, b.id) - evidenceCount(analysis, a.id),
  );
}

/** Areas of causes, the largest first. */
const mostAreas = 8;

function areaChart({ problems, causes }: AreaMaterial['causes'], writing: Writing): ShownBlock | undefined {
  const t = shownTexts(writing.language).causes;
  const areas = new Map(problems.map(({ row, area }) => [row.id, area]));
  const groups = [...Map.groupBy(causes, ({ problem }) => areas.get(problem) ?? '')]
    .filter(([area]) => area !== '')
    .toSorted((a, b) => b[1].length - a[1].length)
    .slice(0, mostAreas);
  if (groups.length < 2) return undefined;
  const names = withoutPrefix(groups.map(([area]) => area));
  const chart: Chart = {
    kind: 'bar',
    unit: t.number,
    decimals: 0,
    categories: names.map((area) => shortened(area, 36)),
    series: [{ name: t.number, own: true, values: groups.map(([, some]) => some.length) }],
  };
  const alt = t.alt(groups.map(([area, some]) => `${area}: ${some.length}`).join('; '));
  return { kind: 'charts', charts: [{ title: t.perArea, alt, chart }], source: documented(writing) };
}

/** "Personal" and "Lokaler" of "Förskola - Personal" and "Förskola - Lokaler". */
function withoutPrefix(names: readonly string[]): readonly string[] {
  const [first = ''] = names;
  const prefix = first.slice(0, first.indexOf(' - ') + 3);
  return prefix.length > 3 && names.every((name) => name.startsWith(prefix) && name.length > prefix.length)
    ? names.map((name) => name.slice(prefix.length))
    : names;
}
