import { writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import { may } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { type FormFields, field, idParam, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { type RegisterSlots, registerRoutes } from '../register/index.ts';
import type { Language } from '../texts/index.ts';
import { type FieldError, formatDateTime } from '../ui/index.ts';
import { bringTables } from './access.ts';
import { ColumnsPage } from './columns.view.tsx';
import { type BringResult, bring, chooseColumns, chooseTargets, discard } from './draft.commands.ts';
import { foundTable, foundTables, goingOf, receiptOf, tableColumns, underWay } from './draft.queries.ts';
import type { TableChoice } from './draft.store.ts';
import { FoundPage } from './found.view.tsx';
import { imported, importsPath } from './import.rules.ts';
import type { Intake } from './intake.ts';
import { draftHref, pasteHref, runHref, tableHref } from './paths.ts';
import { numberParam, previewRoutes } from './preview.routes.tsx';
import { Receipt } from './receipt.view.tsx';
import { runRoutes } from './run.routes.tsx';
import { problemText } from './said.ts';
import { PastePage, StartPanel } from './start.view.tsx';
import { sheetName, sheetOfTable } from './table.sheets.ts';
import { type IntakeWork, mayBringInto } from './target.ts';
import { texts } from './texts.ts';

const noId = '00000000-0000-7000-8000-000000000000';
const largestPasted = 6 * 1024 * 1024;

/** The way in: a file or something pasted, what was found in it, its columns, its rows, and the receipt with its undoing. */
export function intakeRoutes(intake: Intake): readonly Route[] {
  const pages = new Pages(intake);
  const access = bringTables;
  const draft = (rest = '') => ({ path: draftHref(':id', rest), example: draftHref(noId, rest) });
  const table = (rest = '') => ({
    path: `${draftHref(':id')}/tabell/:number${rest}`,
    example: tableHref(noId, 1, rest),
  });
  return [
    { method: 'post', path: importsPath, access, streamed: true, handle: (request) => pages.upload(request) },
    { method: 'get', path: pasteHref(), access, handle: (request) => pages.paste(request) },
    {
      method: 'post',
      path: pasteHref(),
      access,
      maxBody: largestPasted,
      handle: (request) => pages.readPasted(request),
    },
    { method: 'get', ...draft(), access, handle: (request) => pages.found(request) },
    { method: 'post', ...draft(), access, handle: (request) => pages.choose(request) },
    { method: 'post', ...draft('/kasta'), access, handle: (request) => pages.discard(request) },
    { method: 'get', ...table(), access, handle: (request) => pages.columns(request) },
    { method: 'get', ...table('/tabell.xlsx'), access, handle: (request) => pages.excel(request) },
    { method: 'post', ...table(), access, handle: (request) => pages.match(request) },
    ...previewRoutes(intake),
    ...runRoutes(intake),
    // Last, since a row's address takes any word. Nobody writes in this register by hand.
    ...registerRoutes(intake.kernel, imported, pages.slots).filter((route) => route.access !== imported.write),
  ];
}

class Pages {
  readonly #intake: Intake;
  constructor(intake: Intake) {
    this.#intake = intake;
  }

  readonly slots: RegisterSlots = {
    list: async (request, tx) => {
      const { person, language, url } = request;
      if (!may(person, bringTables)) return {};
      const wanted = this.#wanted(url.searchParams.get('till') ?? '', language);
      const begun = await underWay(tx);
      const above = <StartPanel wanted={wanted} limit={this.#intake.fileLimit} underWay={begun} language={language} />;
      return { above };
    },
    row: async (request, tx, { row }) => {
      const { person: actor, language } = request;
      const receipt = await receiptOf(this.#intake, { tx, actor }, row.id);
      const undoneOn = typeof row.undoneOn === 'string' ? row.undoneOn : null;
      return { above: <Receipt id={row.id} {...receipt} undoneOn={undoneOn} language={language} /> };
    },
  };

  /** With scripts the page goes on by itself once all has been sent; without, the browser is sent there. */
  async upload(request: SambandRequest): Promise<Response> {
    const { language } = request;
    let wanted = '';
    let result: BringResult | undefined;
    for await (const part of request.upload({ maxBytes: this.#intake.fileLimit, maxFiles: 1 })) {
      if (part.kind === 'field' && part.name === 'till') wanted = part.value;
      if (part.kind !== 'file') continue;
      result = await this.#bring(request, { source: 'file', name: part.fileName, content: part.stream, wanted });
    }
    const asJson = request.headers.get('accept') === 'application/json';
    if (result?.ok === true) {
      const location = draftHref(result.id);
      return asJson ? request.json({ location }) : request.redirect(location);
    }
    const problem = result;
    const text = problem === undefined ? texts(language).problem.empty : this.#problem(problem, language);
    if (asJson)
      throw new RefusedError(422, (said) =>
        problem === undefined ? texts(said).problem.empty : this.#problem(problem, said),
      );
    return request.redirect(this.#start(wanted), { kind: 'error', text });
  }

  #bring(request: SambandRequest, brought: Parameters<typeof bring>[3]): Promise<BringResult> {
    const { person: actor, language } = request;
    const work = { kernel: this.#intake.kernel, actor, language };
    return bring(this.#intake, (run) => request.transaction(run), work, brought);
  }

  #problem({ problem }: Extract<BringResult, { ok: false }>, language: Language): string {
    return problemText(problem, this.#intake.fileLimit, language);
  }

  #start(wanted: string): string {
    return this.#wanted(wanted, 'sv') === undefined ? importsPath : `${importsPath}?till=${encodeURIComponent(wanted)}`;
  }

  #wanted(key: string, language: Language): { readonly key: string; readonly title: string } | undefined {
    const target = this.#intake.targets.find((one) => one.key === key);
    return target && { key, title: target.title(language) };
  }

  paste(
    request: SambandRequest,
    text = '',
    errors: readonly FieldError[] = [],
    wanted = request.url.searchParams.get('till') ?? '',
  ) {
    const page = (
      <PastePage shell={request.shell()} wanted={this.#wanted(wanted, request.language)} text={text} errors={errors} />
    );
    return request.html(page, errors.length > 0 ? 422 : 200);
  }

  async readPasted(request: SambandRequest): Promise<Response> {
    const { language, now } = request;
    const t = texts(language).paste;
    const fields = await request.fields();
    const [text, wanted] = [field(fields, 'tabell'), field(fields, 'till')];
    if (text.trim() === '') return this.paste(request, text, [{ field: 'tabell', text: t.nothing }], wanted);
    const name = t.name(formatDateTime(now).replace(':', '.'));
    const result = await this.#bring(request, { source: 'pasted', name, content: text, wanted });
    if (result.ok) return request.redirect(draftHref(result.id));
    return this.paste(request, text, [{ field: 'tabell', text: this.#problem(result, language) }], wanted);
  }

  async found(request: SambandRequest, error?: string): Promise<Response> {
    const id = idParam(request);
    const { language, person } = request;
    const found = await request.transaction((tx) => foundTables(this.#intake, this.#work(request, tx), id));
    if (found.draft.state === 'done') return request.redirect(`${importsPath}/${id}`);
    if (found.draft.state === 'running') return request.redirect(runHref(id));
    const targets = this.#intake.targets
      .filter((target) => mayBringInto(target, person))
      .map(({ key, title }) => ({ key, title: title(language) }));
    return request.html(
      <FoundPage shell={request.shell()} {...found} targets={targets} error={error} />,
      error === undefined ? 200 : 422,
    );
  }

  async choose(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const fields = await request.fields();
    const chosen = new Map(
      Object.keys(fields).flatMap((name) => {
        const number = /^tabell-(\d{1,6})$/.exec(name)?.[1];
        return number === undefined ? [] : [[Number(number), field(fields, name)] as const];
      }),
    );
    const { numbers, kept } = await request.transaction(async (tx) => {
      await chooseTargets(this.#intake, this.#work(request, tx), id, chosen);
      return goingOf(this.#intake, tx, id);
    });
    if (numbers[0] !== undefined) return request.redirect(tableHref(id, numbers[0]));
    if (kept > 0) return request.redirect(draftHref(id, '/granska'));
    return this.found(request, texts(request.language).found.nothingChosen);
  }

  async discard(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    await request.transaction((tx) => discard(tx, id));
    return request.redirect(importsPath, { kind: 'success', text: texts(request.language).found.discarded });
  }

  async columns(request: SambandRequest, errors: readonly FieldError[] = []): Promise<Response> {
    const [id, number] = [idParam(request), numberParam(request)];
    const page = await request.transaction((tx) => tableColumns(this.#intake, this.#work(request, tx), id, number));
    if (page === undefined) return request.redirect(draftHref(id));
    return request.html(
      <ColumnsPage shell={request.shell()} {...page} errors={errors} />,
      errors.length > 0 ? 422 : 200,
    );
  }

  async match(request: SambandRequest): Promise<Response> {
    const [id, number] = [idParam(request), numberParam(request)];
    const { language } = request;
    const fields = await request.fields();
    const { missing, next } = await request.transaction(async (tx) => {
      const work = this.#work(request, tx);
      const seen = await tableColumns(this.#intake, work, id, number);
      if (seen === undefined) throw new RefusedError(409);
      const choice = readChoice(fields, seen.kept.choice, seen.matched.columns.length);
      await chooseColumns(tx, id, number, choice);
      const chosen = await tableColumns(this.#intake, work, id, number);
      const { numbers } = await goingOf(this.#intake, tx, id);
      return { missing: chosen!.matched.missing, next: numbers.find((other) => other > number) };
    });
    if (missing.length > 0) {
      const t = texts(language).columns;
      return this.columns(
        request,
        missing.map(({ key, label, once }) =>
          once === 'no'
            ? { field: 'kolumn-0', text: t.lacksColumn(label) }
            : { field: `alla-${key}`, text: t.lacksOnce(label) },
        ),
      );
    }
    return request.redirect(next === undefined ? draftHref(id, '/granska') : tableHref(id, next));
  }

  async excel(request: SambandRequest): Promise<Response> {
    const [id, number] = [idParam(request), numberParam(request)];
    const { language } = request;
    const kept = await request.transaction((tx) => foundTable(tx, id, number));
    const content = await writeWorkbook([sheetOfTable(kept, language)]);
    return request.download(content, xlsxType, `${sheetName(kept, language)}.xlsx`);
  }

  #work(request: SambandRequest, tx: Transaction): IntakeWork {
    const { person: actor, language } = request;
    return { kernel: this.#intake.kernel, tx, actor, language };
  }
}

function readChoice(fields: FormFields, before: TableChoice, columns: number): TableChoice {
  const said = Array.from({ length: columns }, (_, index) => [String(index), `kolumn-${index}`] as const);
  const year = Number(field(fields, 'ar'));
  const order = (['dayFirst', 'monthFirst', 'yearFirst'] as const).find((one) => one === field(fields, 'ordning'));
  return {
    columns: Object.fromEntries(
      said.flatMap(([index, name]) => (name in fields ? [[index, field(fields, name)]] : [])),
    ),
    once: Object.fromEntries(
      Object.keys(fields).flatMap((name) =>
        name.startsWith('alla-') ? [[name.slice('alla-'.length), field(fields, name).slice(0, 1000)]] : [],
      ),
    ),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2200 && { year }),
    ...(order !== undefined && { order }),
    sameName: field(fields, 'samma') === 'add' ? 'add' : 'change',
    ...(before.leaveOut !== undefined && { leaveOut: before.leaveOut }),
    ...(before.mended !== undefined && { mended: before.mended }),
    ...(before.out !== undefined && { out: before.out }),
  };
}
