import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { type FormFields, field, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { returnPath } from '../../foundation/identity/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import type { Content } from '../../foundation/ui/index.ts';
import { answerGuidance, readGuidance } from './access.ts';
import { type GivenAnswer, hidePanel, saveAnswers } from './guidance.commands.ts';
import { documentationOf, guidanceFor } from './guidance.queries.ts';
import { DocumentationPage, GuidanceConflictPage, GuidancePanel, PhasePage } from './guidance.view.tsx';
import { type Phase, phaseOf } from './phase.rules.ts';
import { texts } from './texts.ts';

const longestAnswer = 20_000;

/** What is answered beside the work, and the page where all answers can be read and printed. */
export function guidanceRoutes(kernel: Kernel): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/vagledning',
      access: readGuidance,
      async handle(request) {
        const id = focusIn(request.url.searchParams.get('fokus') ?? '');
        const { language } = request;
        const [documentation, focus] = await request.transaction(async (tx) => [
          await documentationOf(tx, id, language),
          id === null ? undefined : await focusNamed(kernel, tx, id, language),
        ]);
        return request.html(
          <DocumentationPage
            shell={request.shell()}
            documentation={documentation}
            focus={focus}
            mayAnswer={may(request.person, answerGuidance)}
          />,
        );
      },
    },
    {
      method: 'post',
      path: '/vagledning/panel',
      access: readGuidance,
      async handle(request) {
        const fields = await request.fields();
        await request.transaction((tx) => hidePanel(tx, request.person, field(fields, 'dold') === 'ja'));
        return request.redirect(returnPath(field(fields, 'back')));
      },
    },
    {
      method: 'get',
      path: '/vagledning/:phase',
      example: '/vagledning/orsaker',
      access: readGuidance,
      async handle(request) {
        const { language, person } = request;
        const phase = phaseOf(request.params.phase ?? '');
        if (phase === undefined) throw new RefusedError(404);
        const focusArea = focusIn(request.url.searchParams.get('fokus') ?? '');
        const [guidance, focus] = await request.transaction(async (tx) => [
          await guidanceFor(tx, person, { phase, focusArea, language }),
          focusArea === null ? undefined : await focusNamed(kernel, tx, focusArea, language),
        ]);
        return request.html(<PhasePage shell={request.shell()} guidance={guidance} focus={focus} />);
      },
    },
    {
      method: 'post',
      path: '/vagledning/:phase',
      example: '/vagledning/orsaker',
      access: answerGuidance,
      handle: answer,
    },
  ];
}

/** For the page of a focus area further on: its questions of a phase, folded below what the page is about. */
export function guidanceSlot(phase: Phase) {
  return async (request: SambandRequest, tx: Transaction, focusArea: string): Promise<Content> => {
    const { language, person, url } = request;
    const guidance = await guidanceFor(tx, person, { phase, focusArea, language });
    return <GuidancePanel guidance={guidance} back={url.pathname} language={language} folded />;
  };
}

async function focusNamed(kernel: Kernel, tx: Transaction, id: string, language: Language) {
  const area = kernel.references.get('focus.area')!;
  const title = (await area.labels(tx, [id], language)).get(id);
  if (title === undefined) throw new RefusedError(404);
  return { id, title, href: area.href(id) ?? '/fokus' };
}

async function answer(request: SambandRequest): Promise<Response> {
  const phase = phaseOf(request.params.phase ?? '');
  if (phase === undefined) throw new RefusedError(404);
  const { language } = request;
  const fields = await request.fields();
  const asked = { phase, focusArea: focusIn(field(fields, 'fokus')), language };
  const given = answersIn(fields);
  if (given.some((one) => one.answer.length > longestAnswer)) {
    throw new RefusedError(422, (read) => texts(read).tooLong);
  }
  const conflicts = await request.transaction((tx) => saveAnswers(tx, request.person, asked, given));
  const back = returnPath(field(fields, 'back'));
  if (conflicts.size === 0) return request.redirect(back, { kind: 'success', text: texts(language).saved });
  const guidance = await request.transaction((tx) => guidanceFor(tx, request.person, asked));
  const written = new Map(given.map((one) => [one.code, one.answer]));
  const questions = guidance.questions.map((one) => ({ ...one, answer: written.get(one.code) ?? one.answer }));
  return request.html(
    <GuidanceConflictPage
      shell={request.shell()}
      guidance={{ ...guidance, questions }}
      conflicts={conflicts}
      back={back}
      language={language}
    />,
    409,
  );
}

function focusIn(text: string): string | null {
  if (text === '') return null;
  if (!isId(text)) throw new RefusedError(404);
  return text;
}

function answersIn(fields: FormFields): readonly GivenAnswer[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith('svar-'))
    .map((name) => {
      const code = name.slice('svar-'.length);
      const version = Number(field(fields, `version-${code}`));
      const answer = field(fields, name).replaceAll('\r\n', '\n').trim();
      return { code, answer, version: Number.isInteger(version) && version > 0 && version < 2 ** 31 ? version : 0 };
    });
}
