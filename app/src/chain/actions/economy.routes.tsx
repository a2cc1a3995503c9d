import { may } from '../../foundation/access/index.ts';
import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import { type Kernel, mayChange, readRow, rowToChange } from '../../foundation/register/index.ts';
import { formatMoney } from '../../foundation/ui/index.ts';
import { readActions, setFrame, writeActions } from './access.ts';
import { saveProposalEconomy } from './economy.commands.ts';
import { calculate, economyOfProposal } from './economy.queries.ts';
import {
  amountName,
  drawnForm,
  type EconomyForm,
  type EconomyList,
  economyLists,
  type FormLine,
  formOf,
  shownYears,
} from './economy.rules.ts';
import { economyTexts } from './economy.texts.ts';
import { EconomyDetail, rateWords } from './economy.view.tsx';
import { EconomyFormPage, type EconomyFormProps } from './economy-form.view.tsx';
import { saveFrame } from './frame.commands.ts';
import { currentFrame } from './frame.queries.ts';
import { type FrameForm, frameForm } from './frame.rules.ts';
import { FrameFormPage, type FrameFormProps } from './frame.view.tsx';
import { proposal } from './proposal.rules.ts';
import { ProposalTabs } from './proposal-tabs.view.tsx';
import { proposalCrumbs, proposalWork } from './proposal-work.ts';

const example = '/forslag/00000000-0000-7000-8000-000000000000';

export function economyRoutes(kernel: Kernel): readonly Route[] {
  const pages = new EconomyPages(kernel);
  return [
    { method: 'get', path: '/forslag/ram', access: setFrame, handle: (request) => pages.frame(request) },
    { method: 'post', path: '/forslag/ram', access: setFrame, handle: (request) => pages.saveFrame(request) },
    {
      method: 'get',
      path: '/forslag/:id/ekonomi',
      example: `${example}/ekonomi`,
      access: readActions,
      handle: (request) => pages.detail(request),
    },
    {
      method: 'get',
      path: '/forslag/:id/ekonomi/andra',
      example: `${example}/ekonomi/andra`,
      access: writeActions,
      handle: (request) => pages.form(request),
    },
    {
      method: 'post',
      path: '/forslag/:id/ekonomi',
      example: `${example}/ekonomi`,
      access: writeActions,
      handle: (request) => pages.save(request),
    },
  ];
}

class EconomyPages {
  readonly #kernel: Kernel;
  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  async detail(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const { row, page, changeable } = await request.transaction(async (tx) => {
      const found = await readRow(tx, proposal, id);
      if (found === undefined) throw new RefusedError(404);
      return {
        row: found,
        page: await economyOfProposal(tx, id),
        changeable: await mayChange(this.#kernel, tx, request.person, proposal, found),
      };
    });
    return request.html(
      <EconomyDetail
        shell={request.shell()}
        id={id}
        title={row.title}
        page={page}
        mayChange={changeable}
        tabs={<ProposalTabs id={id} current="economy" language={request.language} />}
        crumbs={proposalCrumbs(request)}
      />,
    );
  }

  async form(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const { title, economy } = await this.#opened(request, id);
    const thisYear = request.now.getUTCFullYear();
    const form = economy === undefined ? emptyForm(thisYear) : formOf(economy);
    return this.#form(request, id, { title, version: economy?.version ?? 0, form: drawnForm(form) });
  }

  #opened(request: SambandRequest, id: string) {
    return request.transaction(async (tx) => {
      const row = await rowToChange(proposalWork(this.#kernel, request, tx), id);
      return { title: String(row.title), ...(await economyOfProposal(tx, id)) };
    });
  }

  async #form(
    request: SambandRequest,
    id: string,
    shown: Pick<EconomyFormProps, 'title' | 'version' | 'form'> & Partial<Pick<EconomyFormProps, 'faults' | 'theirs'>>,
    status = 200,
  ): Promise<Response> {
    const { discountRate } = await request.transaction(currentFrame);
    const here = `/forslag/${id}/ekonomi`;
    return request.html(
      <EconomyFormPage
        shell={request.shell()}
        crumbs={proposalCrumbs(request)}
        action={here}
        back={here}
        ownRate={discountRate}
        faults={[]}
        {...shown}
      />,
      status,
    );
  }

  /** The button that was pressed says whether to save, to show other years, or to make room for a line. */
  async save(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const fields = await request.fields();
    const version = wholeNumber(field(fields, 'version'));
    const form = readForm(fields);
    const pressed = field(fields, 'do');
    const adding = economyLists.find((list) => pressed === `add-${list}`);
    if (pressed === 'years' || adding !== undefined) {
      const { title } = await this.#opened(request, id);
      return this.#form(request, id, { title, version, form: drawnForm(form, adding) });
    }
    const result = await request.transaction((tx) =>
      saveProposalEconomy(proposalWork(this.#kernel, request, tx), id, version, form),
    );
    if (result.ok) {
      const text = economyTexts(request.language).form.saved;
      return request.redirect(`/forslag/${id}/ekonomi`, { kind: 'success', text });
    }
    const { title, frame } = await this.#opened(request, id);
    if (result.reason === 'invalid') {
      return this.#form(request, id, { title, version, form: drawnForm(form), faults: result.faults }, 422);
    }
    const { theirs } = result;
    const shown = { economy: theirs, calculated: calculate(theirs, frame) };
    return this.#form(request, id, { title, version: theirs.version, form: drawnForm(form), theirs: shown }, 409);
  }

  async frame(request: SambandRequest): Promise<Response> {
    const frame = await request.transaction(currentFrame);
    return this.#frameForm(request, { form: frameForm(frame), version: frame.version });
  }

  async saveFrame(request: SambandRequest): Promise<Response> {
    const fields = await request.fields();
    const form: FrameForm = {
      discountRate: field(fields, 'discountRate'),
      budget: field(fields, 'budget'),
      from: field(fields, 'from'),
      to: field(fields, 'to'),
    };
    const version = wholeNumber(field(fields, 'version'));
    const result = await request.transaction((tx) => saveFrame(tx, request.person, version, form));
    const t = economyTexts(request.language).frame;
    if (result.ok) return request.redirect('/forslag/portfolj', { kind: 'success', text: t.saved });
    if (result.reason === 'invalid') return this.#frameForm(request, { form, version, faults: result.faults }, 422);
    const { theirs } = result;
    const budget = theirs.budget === undefined ? t.noBudget : formatMoney(theirs.budget.kronor, request.language);
    const conflict = t.conflict(rateWords(theirs.discountRate, request.language), budget);
    return this.#frameForm(request, { form, version: theirs.version, conflict }, 409);
  }

  #frameForm(
    request: SambandRequest,
    shown: Pick<FrameFormProps, 'form' | 'version'> & Partial<Pick<FrameFormProps, 'faults' | 'conflict'>>,
    status = 200,
  ): Response | Promise<Response> {
    if (!may(request.person, setFrame, [])) throw new RefusedError(403);
    return request.html(
      <FrameFormPage shell={request.shell()} crumbs={proposalCrumbs(request)} faults={[]} {...shown} />,
      status,
    );
  }
}

function emptyForm(thisYear: number): EconomyForm {
  const [startYear, priceLevelYear] = [String(thisYear + 1), String(thisYear)];
  return { startYear, years: '5', priceLevelYear, discountRate: '', note: '', lines: [] };
}

/** More lines than this in one list are no calculation that anybody reads. */
const mostLines = 100;

function readForm(fields: FormFields): EconomyForm {
  const years = shownYears(field(fields, 'years'));
  return {
    startYear: field(fields, 'startYear'),
    years: field(fields, 'years'),
    priceLevelYear: field(fields, 'priceLevelYear'),
    discountRate: field(fields, 'discountRate'),
    note: field(fields, 'note').replaceAll('\r\n', '\n').trim(),
    lines: economyLists.flatMap((list) =>
      keysOf(fields, list).map(
        (key): FormLine => ({
          key,
          list,
          id: field(fields, `${key}.id`),
          kind: field(fields, `${key}.kind`),
          title: field(fields, `${key}.title`),
          // A column that the form did not have yet begins with nought; one that was emptied is asked about.
          amounts:
            list === 'red'
              ? []
              : Array.from({ length: years }, (_, index) =>
                  amountName(key, index) in fields ? field(fields, amountName(key, index)) : '0',
                ),
          removed: field(fields, `${key}.remove`) !== '',
        }),
      ),
    ),
  };
}

function keysOf(fields: FormFields, list: EconomyList): readonly string[] {
  return Array.from({ length: mostLines }, (_, place) => `${list}-${place}`).filter((key) => `${key}.title` in fields);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 2_147_483_647) throw new RefusedError(400);
  return value;
}
