import { may } from '../../foundation/access/index.ts';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { writeWorkbook, xlsxType } from '../../foundation/spreadsheet/index.ts';
import { type Content, FourField } from '../../foundation/ui/index.ts';
import { readSituation, writeSituation } from './access.ts';
import { choiceQuery, readChoice } from './choice-address.rules.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { fourFieldProps } from './four-field.view.tsx';
import { pictureResponse } from './picture.ts';
import { type Situation, situationOf } from './situation.queries.ts';
import { situationSheets } from './situation.sheets.ts';
import { SituationPage } from './situation.views.tsx';
import { indexAreaOf } from './slug.rules.ts';

export interface SituationParts {
  readonly figures: FigureStore;
  /** The panel with what staff and users experience; made by the observations. */
  readonly experience: (request: SambandRequest) => Promise<Content>;
}

/** The page Nuläge, its workbook and its pictures. */
export function situationRoutes(parts: SituationParts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/nulage',
      access: readSituation,
      async handle(request) {
        const { figures, read, answer } = await ask(parts.figures, request);
        const situation = answer.ok ? answer.situation : undefined;
        const area = indexAreaOf(request.url.searchParams.get('falt') ?? '') ?? 'elderCare';
        return request.html(
          <SituationPage
            shell={request.shell()}
            figures={figures}
            choice={read.choice}
            years={read.years}
            faults={read.faults}
            situation={situation}
            refused={answer.ok ? undefined : answer.reason}
            fourFields={situation?.analysis.fourFields.find((fields) => fields.area === area)}
            mayWrite={may(request.person, writeSituation)}
            showAll={request.url.searchParams.get('visa') === 'alla'}
            experience={await parts.experience(request)}
          />,
        );
      },
    },
    {
      method: 'get',
      path: '/nulage.xlsx',
      access: readSituation,
      async handle(request) {
        const { figures, situation } = await mustAnswer(parts.figures, request);
        const name = `Nuläge ${figures.title(situation.choice.unit)} ${situation.choice.year}.xlsx`;
        return request.download(
          await writeWorkbook(situationSheets(figures, situation, request.language)),
          xlsxType,
          name,
        );
      },
    },
    {
      method: 'get',
      path: '/nulage/bild/:file',
      example: '/nulage/bild/fyrfalt-grundskola.svg',
      access: readSituation,
      async handle(request) {
        const [, slug = '', format] = /^fyrfalt-(.+)\.(svg|png)$/.exec(request.params.file ?? '') ?? [];
        const area = indexAreaOf(slug);
        if (area === undefined) throw new RefusedError(404);
        const { figures, situation } = await mustAnswer(parts.figures, request);
        const fields = situation.analysis.fourFields.find((each) => each.area === area);
        if (fields === undefined) throw new RefusedError(404);
        const { comparison } = situation.comparison;
        const chart = fourFieldProps({
          fields,
          unit: situation.choice.unit,
          similar: comparison.kind === 'all' ? [] : comparison.unitsFor(area, null),
          titleOf: (unit) => figures.title(unit),
          language: request.language,
        });
        return pictureResponse(request, figures, {
          chart: (width) => <FourField {...chart} width={width} />,
          width: 900,
          format: format === 'png' ? 'png' : 'svg',
          name: `${chart.title} ${figures.title(situation.choice.unit)} ${situation.choice.year}`,
          heading: `${chart.title}, ${figures.title(situation.choice.unit)} ${situation.choice.year}`,
          kind: 'published',
        });
      },
    },
  ];
}

async function ask(store: FigureStore, request: SambandRequest) {
  const figures = await figuresOfRequest(request, store);
  const read = readChoice(request.query(choiceQuery), figures, request.tenant?.code ?? '');
  return { figures, read, answer: situationOf(figures, read.choice, request.now.toISOString().slice(0, 10)) };
}

/** A file must not silently be about another municipality or year than asked for. */
async function mustAnswer(store: FigureStore, request: SambandRequest) {
  const { figures, read, answer } = await ask(store, request);
  if (!answer.ok || read.faults.length > 0) throw new RefusedError(404);
  return { figures, situation: answer.situation satisfies Situation };
}
