import { writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { CostTree } from '../../foundation/ui/index.ts';
import { readSituation } from './access.ts';
import { choiceQuery, readChoice } from './choice-address.rules.ts';
import { costTreeOf } from './cost-tree.queries.ts';
import { texts } from './cost-tree.texts.ts';
import {
  CostTreePage,
  costTreeProps,
  flatten,
  type TreeId,
  treeFinding,
  treeIds,
  treeSlugs,
} from './cost-tree.view.tsx';
import { figuresOfRequest } from './figures-of-request.ts';
import { pictureResponse } from './picture.ts';
import { vocabulary } from './vocabulary.texts.ts';

/** The page Kostnadsträd, its workbook and its picture. */
export function costTreeRoutes(store: FigureStore): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/kostnadstrad',
      access: readSituation,
      async handle(request) {
        const { figures, read, tree, answer } = await ask(store, request);
        return request.html(
          <CostTreePage
            shell={request.shell()}
            figures={figures}
            choice={read.choice}
            years={read.years}
            faults={read.faults}
            tree={tree}
            answer={answer}
          />,
        );
      },
    },
    { method: 'get', path: '/kostnadstrad.xlsx', access: readSituation, handle: (request) => workbook(store, request) },
    {
      method: 'get',
      path: '/kostnadstrad/:file{bild\\.(?:svg|png)}',
      example: '/kostnadstrad/bild.svg',
      access: readSituation,
      async handle(request) {
        const { figures, read, tree, answer } = await ask(store, request);
        const chart = answer.ok ? costTreeProps(answer.view, tree, request.language) : undefined;
        if (!chart || !answer.ok) throw new RefusedError(404);
        return pictureResponse(request, figures, {
          chart: (width) => <CostTree {...chart} width={width} />,
          width: 960,
          format: request.params.file === 'bild.png' ? 'png' : 'svg',
          name: texts(request.language).title(figures.title(read.choice.unit), read.choice.year),
          heading: treeFinding(answer.view, tree, read.choice, request.language),
          kind: 'computed',
        });
      },
    },
  ];
}

async function ask(store: FigureStore, request: SambandRequest) {
  const figures = await figuresOfRequest(request, store);
  const read = readChoice(request.query(choiceQuery), figures, request.tenant?.code ?? '');
  const slug = request.url.searchParams.get('trad');
  const tree: TreeId = treeIds.find((id) => treeSlugs[id] === slug) ?? 'elderCare';
  return { figures, read, tree, answer: costTreeOf(figures, read.choice, tree) };
}

async function workbook(store: FigureStore, request: SambandRequest): Promise<Response> {
  const { figures, read, tree: id, answer } = await ask(store, request);
  if (!answer.ok || !answer.view.tree.ok) throw new RefusedError(404);
  const { tree } = answer.view;
  const t = texts(request.language);
  const words = vocabulary(request.language);
  const kronor = '#,##0';
  const content = await writeWorkbook([
    {
      name: t.trees[id],
      columns: [
        { header: t.columns.part, width: 34 },
        { header: 'Kolada', width: 10 },
        { header: `${t.columns.own}, ${tree.unit}`, width: 16, format: kronor },
        { header: `${t.columns.other}, ${tree.unit}`, width: 16, format: kronor },
        { header: t.columns.difference, width: 12, format: kronor },
        { header: t.columns.kronor, width: 16, format: kronor },
        { header: t.users, width: 22, format: kronor },
        { header: t.price, width: 22, format: kronor },
      ],
      rows: flatten(tree.root).map(({ part, depth }) => [
        `${'  '.repeat(depth)}${part.title}`,
        part.kpi,
        part.own,
        part.other,
        part.difference,
        part.kronor,
        part.byFactor?.volumeKronor ?? null,
        part.byFactor?.priceKronor ?? null,
      ]),
      notes: [
        t.note(tree.members.map((code) => figures.title(code)).join(', '), String(Math.round(tree.inhabitants))),
        figures.info.exampleData ? words.source.example : words.source.computed,
      ],
    },
  ]);
  return request.download(content, xlsxType, `${t.title(figures.title(read.choice.unit), read.choice.year)}.xlsx`);
}
