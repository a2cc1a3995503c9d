import { may } from '../../foundation/access/index.ts';
import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { readActions, writeActions } from './access.ts';
import { saveChildAnswers, saveImpacts } from './impact.commands.ts';
import { type Described, type ImpactPage, impactCounts, impactPage } from './impact.queries.ts';
import {
  aspects,
  type ChildAnswers,
  childQuestions,
  type ImpactChoice,
  type ImpactEntry,
  type ImpactFault,
  type ImpactSubject,
  isGroup,
  keyOf,
  mostAnswerLetters,
  newGroups,
} from './impact.rules.ts';
import { impactTexts } from './impact.texts.ts';
import { ImpactDetail, ImpactOverview, impactHref } from './impact.view.tsx';
import {
  ChildConflictPage,
  ChildFormPage,
  ImpactConflictPage,
  ImpactFormPage,
  inputName,
} from './impact-form.view.tsx';
import { proposalTexts } from './proposal.texts.ts';
import { ProposalTabs } from './proposal-tabs.view.tsx';

const noId = '00000000-0000-7000-8000-000000000000';

export function impactRoutes(kernel: Kernel): readonly Route[] {
  const pages = new ImpactPages(kernel);
  return [
    { method: 'get', path: '/konsekvenser', access: readActions, handle: (request) => pages.overview(request) },
    ...(['proposal', 'focusArea'] as const).flatMap((kind): readonly Route[] => {
      const [path, example] = [impactHref({ kind, id: ':id' }), impactHref({ kind, id: noId })];
      const route = (
        method: Route['method'],
        rest: string,
        access: Route['access'],
        handle: (request: SambandRequest, subject: ImpactSubject) => Promise<Response>,
      ): Route => ({
        method,
        path: `${path}${rest}`,
        example: `${example}${rest}`,
        access,
        handle: (request) => handle(request, { kind, id: idParam(request) }),
      });
      return [
        route('get', '', readActions, (request, subject) => pages.detail(request, subject)),
        route('get', '/andra', writeActions, (request, subject) => pages.form(request, subject)),
        route('post', '', writeActions, (request, subject) => pages.save(request, subject)),
        route('get', '/barn', writeActions, (request, subject) => pages.childForm(request, subject)),
        route('post', '/barn', writeActions, (request, subject) => pages.saveChildren(request, subject)),
      ];
    }),
  ];
}

class ImpactPages {
  readonly #kernel: Kernel;
  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  async overview(request: SambandRequest): Promise<Response> {
    const counts = await request.transaction(impactCounts);
    return request.html(<ImpactOverview shell={request.shell()} counts={counts} />);
  }

  #page(request: SambandRequest, subject: ImpactSubject): Promise<ImpactPage> {
    return request.transaction((tx) => impactPage(this.#kernel, tx, request.person, subject));
  }

  async detail(request: SambandRequest, subject: ImpactSubject): Promise<Response> {
    const page = await this.#page(request, subject);
    return request.html(
      <ImpactDetail
        shell={request.shell()}
        page={page}
        mayWrite={may(request.person, writeActions)}
        crumbs={crumbsOf(request)}
        {...(subject.kind === 'proposal'
          ? { tabs: <ProposalTabs id={subject.id} current="impacts" language={request.language} /> }
          : {})}
      />,
    );
  }

  async form(request: SambandRequest, subject: ImpactSubject): Promise<Response> {
    const page = await this.#page(request, subject);
    if (!page.mayChange) throw new RefusedError(403);
    return this.#form(request, page, entriesOf(page.described));
  }

  #form(
    request: SambandRequest,
    page: ImpactPage,
    entries: readonly ImpactEntry[],
    faults: readonly ImpactFault[] = [],
  ): Response | Promise<Response> {
    const t = impactTexts(request.language);
    const here = impactHref(page.subject);
    return request.html(
      <ImpactFormPage
        shell={request.shell()}
        title={page.subject.kind === 'proposal' ? t.titleOf(page.title) : t.nothingTitle(page.title)}
        crumbs={crumbsOf(request)}
        action={here}
        back={here}
        entries={entries}
        faults={faults}
      />,
      faults.length > 0 ? 422 : 200,
    );
  }

  async save(request: SambandRequest, subject: ImpactSubject): Promise<Response> {
    const entries = readEntries(await request.fields());
    const result = await request.transaction((tx) => saveImpacts(this.#kernel, tx, request.person, subject, entries));
    const here = impactHref(subject);
    if (result.ok) return request.redirect(here, { kind: 'success', text: impactTexts(request.language).saved });
    if (result.reason === 'invalid')
      return this.#form(request, await this.#page(request, subject), entries, result.faults);
    return request.html(
      <ImpactConflictPage
        shell={request.shell()}
        crumbs={crumbsOf(request)}
        action={here}
        clashes={result.clashes}
        others={result.others}
      />,
      409,
    );
  }

  async childForm(request: SambandRequest, subject: ImpactSubject): Promise<Response> {
    const page = await this.#page(request, subject);
    if (!page.mayChange) throw new RefusedError(403);
    return this.#childForm(request, page, page.described.childrenVersion, page.described.children);
  }

  #childForm(request: SambandRequest, page: ImpactPage, version: number, answers: ChildAnswers) {
    const here = impactHref(page.subject);
    const t = impactTexts(request.language);
    const errors = childQuestions
      .filter((question) => answers[question].length > mostAnswerLetters)
      .map((question) => ({ field: question, text: t.faultIn(t.childQuestions[question], t.faults.tooLong) }));
    return request.html(
      <ChildFormPage
        shell={request.shell()}
        title={page.title}
        crumbs={crumbsOf(request)}
        action={`${here}/barn`}
        back={here}
        version={version}
        answers={answers}
        errors={errors}
      />,
      errors.length > 0 ? 422 : 200,
    );
  }

  async saveChildren(request: SambandRequest, subject: ImpactSubject): Promise<Response> {
    const fields = await request.fields();
    const version = wholeNumber(field(fields, 'version'));
    const answers = Object.fromEntries(
      childQuestions.map((question) => [question, normalised(field(fields, question))]),
    ) as ChildAnswers;
    if (childQuestions.some((question) => answers[question].length > mostAnswerLetters)) {
      return this.#childForm(request, await this.#page(request, subject), version, answers);
    }
    const result = await request.transaction((tx) =>
      saveChildAnswers(this.#kernel, tx, request.person, subject, version, answers),
    );
    const here = impactHref(subject);
    if (result.ok) return request.redirect(here, { kind: 'success', text: impactTexts(request.language).saved });
    return request.html(
      <ChildConflictPage
        shell={request.shell()}
        crumbs={crumbsOf(request)}
        action={`${here}/barn`}
        version={result.version}
        mine={answers}
        theirs={result.theirs}
        base={result.base}
      />,
      409,
    );
  }
}

function crumbsOf(request: SambandRequest) {
  return [
    { href: '/forslag', label: proposalTexts(request.language).title },
    { href: '/konsekvenser', label: impactTexts(request.language).overview.title },
  ];
}

/** What stands now as the form holds it, with room for some new groups. */
function entriesOf({ impacts }: Described): readonly ImpactEntry[] {
  const standing = new Map(
    impacts.map((impact): [string, ImpactEntry] => {
      const { id, version, affected, choice, words } = impact;
      return [keyOf(impact), { key: keyOf(impact), row: id, version, affected, choice, words }];
    }),
  );
  const groups = [...standing.values()].filter(({ key }) => isGroup(key));
  return [
    ...aspects.map((aspect) => standing.get(aspect) ?? emptyEntry(aspect)),
    ...groups,
    ...Array.from({ length: newGroups }, (_, index) => emptyEntry(`group-${index + 1}`)),
  ];
}

function emptyEntry(key: string): ImpactEntry {
  return { key, row: '', version: 0, affected: '', choice: '', words: '' };
}

/** A form has some ten groups; more than this are not read. */
const mostGroups = 200;

function readEntries(fields: FormFields): readonly ImpactEntry[] {
  const groups = Object.keys(fields)
    .filter((name) => isGroup(name) && name.endsWith('.version'))
    .map((name) => name.slice(0, -'.version'.length))
    .slice(0, mostGroups);
  return [...aspects, ...groups].map((key) => ({
    key,
    row: field(fields, inputName(key, 'row')),
    version: wholeNumber(field(fields, inputName(key, 'version')) || '0'),
    affected: isGroup(key) ? field(fields, inputName(key, 'affected')).trim().replace(/\s+/g, ' ') : '',
    choice: field(fields, inputName(key, 'choice')) as ImpactChoice,
    words: normalised(field(fields, inputName(key, 'words'))),
  }));
}

function normalised(input: string): string {
  return input.replaceAll('\r\n', '\n').trim();
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 2_147_483_647) throw new RefusedError(400);
  return value;
}
