import { writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import { may } from '../../foundation/access/index.ts';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import type { Content } from '../../foundation/ui/index.ts';
import { readSituation, writeSituation } from './access.ts';
import { choiceQuery, readChoice } from './choice-address.rules.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { pictureResponse } from './picture.ts';
import { situationPicture } from './situation.pictures.tsx';
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
            showAll={showsAll(request)}
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
        const { figures, situation } = await mustAnswer(parts.figures, request);
        const picture = situationPicture(request.params.file ?? '', {
          situation,
          titleOf: (unit) => figures.title(unit),
          showAll: showsAll(request),
          language: request.language,
        });
        if (picture === undefined) throw new RefusedError(404);
        return pictureResponse(request, figures, picture);
      },
    },
  ];
}

function showsAll(request: SambandRequest): boolean {
  return request.url.searchParams.get('visa') === 'alla';
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
