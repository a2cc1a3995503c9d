import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import { errorsOf, type Kernel, type RegisterSlots } from '../../foundation/register/index.ts';
import { Button } from '../../foundation/ui/index.ts';
import { readInterviews, writeCauses } from './access.ts';
import { exampleId, workOf } from './address.routes.ts';
import { analysisTexts } from './analysis.texts.ts';
import { codePassage, keepStartGuide, saveInterviewAnswers, type WrittenAnswer } from './interview.commands.ts';
import { type InterviewPage, interviewPage, interviewsPage } from './interview-page.queries.ts';
import { interviewPageTexts } from './interview-page.texts.ts';
import {
  AnswersConflictPage,
  CodingPage,
  InterviewBelow,
  InterviewLead,
  InterviewsListPage,
} from './interview-page.view.tsx';

const path = '/orsaker/intervjuer';
const longestNote = 20_000;

/** Interviews of a focus area: the list with its counts, what was answered, and passages that become evidence. */
export function interviewRoutes(kernel: Kernel): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/fokus/:id/orsaker/intervjuer',
      example: `/fokus/${exampleId}/orsaker/intervjuer`,
      access: readInterviews,
      async handle(request) {
        const page = await request.transaction((tx) => interviewsPage(kernel, tx, idParam(request), request.language));
        if (page === undefined) throw new RefusedError(404);
        const mayWrite = may(request.person, writeCauses);
        return request.html(<InterviewsListPage shell={request.shell()} page={page} mayWrite={mayWrite} />);
      },
    },
    {
      method: 'post',
      path: '/orsaker/guider/start',
      access: writeCauses,
      async handle(request) {
        const id = await request.transaction((tx) => keepStartGuide(workOf(kernel, request, tx)));
        const text = interviewPageTexts(request.language).start.done;
        return request.redirect(`/orsaker/guider/${id}`, { kind: 'success', text });
      },
    },
    {
      method: 'post',
      path: `${path}/:id/svar`,
      example: `${path}/${exampleId}/svar`,
      access: writeCauses,
      handle: (request) => answers(kernel, request),
    },
    {
      method: 'post',
      path: `${path}/:id/koda`,
      example: `${path}/${exampleId}/koda`,
      access: writeCauses,
      handle: (request) => code(kernel, request),
    },
  ];
}

export const guideSlots: RegisterSlots = {
  list: async (request) => ({
    actions: may(request.person, writeCauses) && (
      <form action="/orsaker/guider/start" method="post">
        <Button variant="secondary">{interviewPageTexts(request.language).start.button}</Button>
      </form>
    ),
  }),
};

export const interviewSlots: RegisterSlots = {
  row: async (request, tx, { row, mayChange }) => {
    const page = await ask(request, tx, row.id);
    const { language } = request;
    return {
      crumbs: [
        { href: `/fokus/${page.focus.id}`, label: page.focus.title },
        { href: `/fokus/${page.focus.id}/orsaker/intervjuer`, label: analysisTexts(language).interviews },
      ],
      above: <InterviewLead page={page} language={language} />,
      below: <InterviewBelow page={page} mayWrite={mayChange} language={language} />,
    };
  },
};

async function ask(request: SambandRequest, tx: Transaction, id: string): Promise<InterviewPage> {
  const page = await interviewPage(tx, id, request.language);
  if (page === undefined) throw new RefusedError(404);
  return page;
}

async function answers(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const written = answersIn(await request.fields());
  const t = interviewPageTexts(request.language).answers;
  if (written.some(({ note }) => note.length > longestNote)) {
    throw new RefusedError(422, (language) => interviewPageTexts(language).answers.tooLong);
  }
  const conflicts = await request.transaction((tx) => saveInterviewAnswers(workOf(kernel, request, tx), id, written));
  if (conflicts.size === 0) return request.redirect(`${path}/${id}`, { kind: 'success', text: t.saved });
  const page = await request.transaction((tx) => ask(request, tx, id));
  const mine = new Map(written.map(({ place, note }) => [place, note]));
  const questions = page.questions.map((one) => ({ ...one, note: mine.get(one.place) ?? one.note }));
  return request.html(
    <AnswersConflictPage shell={request.shell()} page={{ ...page, questions }} conflicts={conflicts} />,
    409,
  );
}

function answersIn(fields: FormFields): readonly WrittenAnswer[] {
  return Object.keys(fields).flatMap((name) => {
    const place = Number(/^svar-(\d{1,3})$/.exec(name)?.[1] ?? Number.NaN);
    const question = field(fields, `fraga-${place}`).trim().slice(0, 1000);
    if (Number.isNaN(place) || question === '') return [];
    const version = Number(field(fields, `version-${place}`));
    const note = field(fields, name).replaceAll('\r\n', '\n').trim();
    return [{ place, question, note, version: Number.isInteger(version) ? version : 0 }];
  });
}

async function code(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const coded = {
    passage: field(fields, 'title'),
    cause: field(fields, 'cause'),
    stance: field(fields, 'stance'),
    strength: field(fields, 'strength'),
  };
  const result = await request.transaction((tx) => codePassage(workOf(kernel, request, tx), id, coded));
  if (result.ok) {
    const text = interviewPageTexts(request.language).coding.saved;
    return request.redirect(`${path}/${id}`, { kind: 'success', text });
  }
  if (result.reason !== 'invalid') throw new RefusedError(409);
  const page = await request.transaction((tx) => ask(request, tx, id));
  const errors = errorsOf(result, request.language);
  return request.html(<CodingPage shell={request.shell()} page={page} coded={coded} errors={errors} />, 422);
}
