import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { formatDate } from '../../foundation/ui/index.ts';
import { readActions, recordDecisions } from './access.ts';
import { makeActions, recordDecision } from './decision.commands.ts';
import { type DecisionPageData, decisionMakers, decisionPage } from './decision.queries.ts';
import { type DecisionFault, type DecisionForm, decisionFields, holdingDecisions } from './decision.rules.ts';
import { decisionTexts } from './decision.texts.ts';
import { DecisionPage, HandoverPage } from './decision.view.tsx';
import { mostPieces, type PieceFault, type PieceForm, wholeOf } from './handover.rules.ts';
import { personIds } from './person.queries.ts';
import { ProposalTabs } from './proposal-tabs.view.tsx';
import { proposalCrumbs } from './proposal-work.ts';

const example = '/forslag/00000000-0000-7000-8000-000000000000';

export function decisionRoutes(kernel: Kernel): readonly Route[] {
  const pages = new DecisionPages(kernel);
  const path = '/forslag/:id';
  return [
    {
      method: 'get',
      path: `${path}/beslut`,
      example: `${example}/beslut`,
      access: readActions,
      handle: (request) => pages.detail(request),
    },
    {
      method: 'post',
      path: `${path}/beslut`,
      example: `${example}/beslut`,
      access: recordDecisions,
      handle: (request) => pages.record(request),
    },
    {
      method: 'get',
      path: `${path}/atgarder`,
      example: `${example}/atgarder`,
      access: recordDecisions,
      handle: (request) => pages.handover(request),
    },
    {
      method: 'post',
      path: `${path}/atgarder`,
      example: `${example}/atgarder`,
      access: recordDecisions,
      handle: (request) => pages.makeActions(request),
    },
  ];
}

interface Typed {
  readonly form: DecisionForm;
  readonly makeAction: boolean;
  readonly corrects: string;
  readonly faults: readonly DecisionFault[];
  readonly another: boolean;
}

class DecisionPages {
  readonly #kernel: Kernel;
  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  #data(request: SambandRequest, id: string): Promise<DecisionPageData> {
    return request.transaction((tx) =>
      decisionPage({ kernel: this.#kernel, tx, actor: request.person }, id, request.language),
    );
  }

  async detail(request: SambandRequest): Promise<Response> {
    const data = await this.#data(request, idParam(request));
    const corrects = request.url.searchParams.get('rattar') ?? '';
    const corrected = data.decisions.find(({ id }) => id === corrects);
    const form: DecisionForm =
      corrected === undefined
        ? { ...emptyForm, decidedOn: formatDate(request.now) }
        : {
            ...corrected,
            committee: corrected.committee ?? '',
            person: corrected.person ?? '',
          };
    return this.#page(request, data, { form, makeAction: true, corrects, faults: [], another: false });
  }

  #page(request: SambandRequest, data: DecisionPageData, typed: Typed, status = 200): Response | Promise<Response> {
    const { row, decisions } = data;
    return request.html(
      <DecisionPage
        shell={request.shell()}
        id={row.id}
        title={row.title}
        track={row.track}
        decisions={decisions}
        actions={data.actions}
        isDecided={row.state === 'decided'}
        mayDecide={data.mayDecide}
        form={typed.form}
        makeAction={typed.makeAction}
        faults={typed.faults}
        correcting={holdingDecisions(decisions).find(({ id }) => id === typed.corrects)}
        another={typed.another}
        committees={data.committees}
        people={data.people}
        tabs={<ProposalTabs id={row.id} current="decision" language={request.language} />}
        crumbs={proposalCrumbs(request)}
      />,
      status,
    );
  }

  async record(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const fields = await request.fields();
    const form = Object.fromEntries(
      decisionFields.map((name) => [name, field(fields, name).replaceAll('\r\n', '\n')]),
    ) as DecisionForm;
    const [makeAction, corrects] = [field(fields, 'makeAction') !== '', field(fields, 'rattar')];
    const result = await request.transaction(async (tx) => {
      const work = { kernel: this.#kernel, tx, actor: request.person };
      return recordDecision(work, id, {
        form,
        makers: await decisionMakers(work, form, request.language),
        seen: wholeNumber(field(fields, 'seen')),
        corrects: corrects || null,
        makeAction,
        today: formatDate(request.now),
      });
    });
    const t = decisionTexts(request.language);
    if (result.ok) {
      const text = result.action === undefined ? t.saved : t.savedAction;
      return request.redirect(`/forslag/${id}/beslut`, { kind: 'success', text });
    }
    if (result.reason === 'trackNeeded') {
      return request.redirect(`/forslag/${id}/beslutsvag`, { kind: 'warning', text: t.trackNeeded });
    }
    const faults = result.reason === 'invalid' ? result.faults : [];
    const another = result.reason === 'another';
    const typed = { form, makeAction, corrects, faults, another };
    return this.#page(request, await this.#data(request, id), typed, another ? 409 : 422);
  }

  async handover(request: SambandRequest): Promise<Response> {
    const data = await this.#data(request, idParam(request));
    if (!data.mayDecide) throw new RefusedError(403);
    const { title, owner, starts, ends } = wholeOf(data.row);
    const first = { title, owner: owner ?? '', starts: starts ?? '', ends: ends ?? '' };
    return this.#handover(request, data, data.actions.length === 0 ? [first] : [emptyPiece]);
  }

  #handover(
    request: SambandRequest,
    data: DecisionPageData,
    pieces: readonly PieceForm[],
    shown: { readonly faults?: readonly PieceFault[]; readonly another?: boolean } = {},
  ): Response | Promise<Response> {
    const { faults = [], another = false } = shown;
    return request.html(
      <HandoverPage
        shell={request.shell()}
        id={data.row.id}
        title={data.row.title}
        pieces={pieces}
        faults={faults}
        seen={data.actions.length}
        isDecided={data.row.state === 'decided'}
        another={another}
        people={data.people}
        crumbs={proposalCrumbs(request)}
      />,
      another ? 409 : faults.length > 0 ? 422 : 200,
    );
  }

  async makeActions(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const fields = await request.fields();
    const pieces = readPieceForms(fields);
    if (field(fields, 'do') === 'add') {
      const data = await this.#data(request, id);
      return this.#handover(request, data, [...pieces, emptyPiece].slice(0, mostPieces));
    }
    const result = await request.transaction(async (tx) =>
      makeActions({ kernel: this.#kernel, tx, actor: request.person }, id, {
        pieces,
        people: await personIds(
          this.#kernel,
          tx,
          pieces.map(({ owner }) => owner),
        ),
        seen: wholeNumber(field(fields, 'seen')),
      }),
    );
    if (result.ok) {
      const text = decisionTexts(request.language).handover.made(result.actions.length);
      return request.redirect(`/forslag/${id}/beslut`, { kind: 'success', text });
    }
    if (result.reason === 'notDecided') throw new RefusedError(409);
    const shown = result.reason === 'invalid' ? { faults: result.faults } : { another: true };
    return this.#handover(request, await this.#data(request, id), pieces, shown);
  }
}

const emptyForm = Object.fromEntries(decisionFields.map((name) => [name, ''])) as DecisionForm;
const emptyPiece: PieceForm = { title: '', owner: '', starts: '', ends: '' };

function readPieceForms(fields: FormFields): readonly PieceForm[] {
  const count = Math.min(mostPieces, wholeNumber(field(fields, 'pieces')));
  return Array.from({ length: count }, (_, index) => ({
    title: field(fields, `title-${index}`),
    owner: field(fields, `owner-${index}`).trim(),
    starts: field(fields, `starts-${index}`).trim(),
    ends: field(fields, `ends-${index}`).trim(),
  }));
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 2_147_483_647) throw new RefusedError(400);
  return value;
}
