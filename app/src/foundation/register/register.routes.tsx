import { brokenConstraint, type Transaction } from '../database/index.ts';
import {
  type FormFields,
  fieldList,
  field as fieldOf,
  idParam,
  RefusedError,
  type Route,
  readListState,
  type SambandRequest,
} from '../http/index.ts';
import { isId } from '../ids/index.ts';
import type { Content, FieldError } from '../ui/index.ts';
import { bulkRoutes } from './bulk.routes.tsx';
import { rowSeen } from './comment.commands.ts';
import { errorsOf } from './fault-words.ts';
import type { Value } from './field.rules.ts';
import { RegisterConflictPage, RegisterFormPage } from './form.view.tsx';
import { hangingOn } from './hanging.queries.ts';
import { hangingRoutes } from './hanging.routes.ts';
import { Hanging, type HangingForms } from './hanging.view.tsx';
import { sheetRoutes } from './import.routes.tsx';
import type { Kernel } from './kernel.ts';
import { listPageSize, listShape } from './list.rules.ts';
import { RegisterListPage } from './list.view.tsx';
import { inputOfColumn } from './names.rules.ts';
import { type Register, writtenColumns } from './register.rules.ts';
import type { Inputs } from './row.check.ts';
import {
  changeRow,
  createRow,
  type RegisterWork,
  restoreVersion,
  rowToChange,
  type SaveResult,
  setActive,
} from './row.commands.ts';
import { formOptions, listPage, namesFor, plainRow, type RowPage, rowPage } from './row.queries.ts';
import type { Row } from './row.store.ts';
import { RegisterRowPage } from './row.view.tsx';
import { savedViewRoutes } from './saved-view.routes.tsx';
import { texts } from './texts.ts';

/** What a slice adds to the pages of its register. */
export interface RegisterSlots {
  /** What the form of a new row begins with, by field, where the address does not say otherwise. */
  readonly empty?: (request: SambandRequest, tx: Transaction) => Promise<Readonly<Record<string, readonly string[]>>>;
  /** After a form has made a row, in a transaction of its own: the row stands, whatever becomes of this. */
  readonly made?: (request: SambandRequest, tx: Transaction, id: string) => Promise<void>;
  readonly list?: (request: SambandRequest, tx: Transaction) => Promise<{ above?: Content; actions?: Content }>;
  readonly row?: (
    request: SambandRequest,
    tx: Transaction,
    page: RowPage,
  ) => Promise<{
    above?: Content;
    below?: Content;
    actions?: Content;
    crumbs?: readonly { readonly href: string; readonly label: string }[];
  }>;
}

const noId = '00000000-0000-7000-8000-000000000000';

/** The pages of a register: list, form, one row with its history. A field named in the address of a new row's form is filled in beforehand. */
export function registerRoutes(kernel: Kernel, register: Register, slots: RegisterSlots = {}): readonly Route[] {
  const { path, read, write } = register;
  const pages = new Pages(kernel, register, slots);
  const example = (rest = '') => `${path}/${noId}${rest}`;
  return [
    { method: 'get', path, access: read, handle: (request) => pages.list(request) },
    { method: 'post', path, access: write, handle: (request) => pages.create(request) },
    ...savedViewRoutes(register),
    ...bulkRoutes(kernel, register),
    ...sheetRoutes(kernel, register),
    ...hangingRoutes(kernel, register, (request, forms) => pages.row(request, forms)),
    { method: 'get', path: `${path}/ny`, access: write, handle: (request) => pages.empty(request) },
    { method: 'get', path: `${path}/:id`, example: example(), access: read, handle: (request) => pages.row(request) },
    {
      method: 'get',
      path: `${path}/:id/andra`,
      example: example('/andra'),
      access: write,
      handle: (request) => pages.edit(request),
    },
    {
      method: 'post',
      path: `${path}/:id`,
      example: example(),
      access: write,
      handle: (request) => pages.change(request),
    },
    {
      method: 'post',
      path: `${path}/:id/arkivera`,
      example: example('/arkivera'),
      access: write,
      handle: (request) => pages.setActive(request, false),
    },
    {
      method: 'post',
      path: `${path}/:id/ta-tillbaka`,
      example: example('/ta-tillbaka'),
      access: write,
      handle: (request) => pages.setActive(request, true),
    },
    {
      method: 'post',
      path: `${path}/:id/aterstall`,
      example: example('/aterstall'),
      access: write,
      handle: (request) => pages.putBack(request),
    },
  ];
}

class Pages {
  readonly #kernel: Kernel;
  readonly #register: Register;
  readonly #slots: RegisterSlots;
  constructor(kernel: Kernel, register: Register, slots: RegisterSlots) {
    this.#kernel = kernel;
    this.#register = register;
    this.#slots = slots;
  }

  async list(request: SambandRequest): Promise<Response> {
    const state = readListState(request.url.searchParams, listShape(this.#register));
    const [page, slot] = await request.transaction(async (tx) => [
      await listPage(this.#kernel, tx, request.person, this.#register, state, listPageSize, request.language),
      await this.#slots.list?.(request, tx),
    ]);
    return request.html(
      <RegisterListPage shell={request.shell()} register={this.#register} state={state} page={page!} {...slot} />,
    );
  }

  /** `forms` is what was typed about the row and could not be taken. */
  async row(request: SambandRequest, forms: HangingForms = {}): Promise<Response> {
    const id = idParam(request);
    const { person, language } = request;
    const [page, parts, slot] = await request.transaction(async (tx) => {
      const found = await rowPage(this.#kernel, tx, person, this.#register, id, language);
      if (found === undefined) throw new RefusedError(404);
      const all = request.url.searchParams.get('kommentarer') === 'alla';
      const hanging = await hangingOn(this.#kernel, tx, person, this.#register, id, language, all);
      if (isSeen(request)) await rowSeen(tx, this.#register, id);
      return [found, hanging, await this.#slots.row?.(request, tx, found)] as const;
    });
    const { row, mayChange } = page;
    const hanging = { register: this.#register, row, parts, forms, mayChange, personId: person.personId, language };
    return request.html(
      <RegisterRowPage
        shell={request.shell()}
        register={this.#register}
        page={page}
        hanging={<Hanging {...hanging} />}
        {...slot}
      />,
      Object.keys(forms).length > 0 ? 422 : 200,
    );
  }

  async empty(request: SambandRequest): Promise<Response> {
    const query = request.url.searchParams;
    const inputs = await request.transaction(async (tx) => {
      const beginnings = (await this.#slots.empty?.(request, tx)) ?? {};
      const given = writtenColumns(this.#register).map(async ({ key, field }) => {
        const said = query.has(key) ? query.getAll(key) : (beginnings[key] ?? []);
        const values = said.map((value) => value.replaceAll('\0', ''));
        const reference = field.kind === 'reference' ? this.#kernel.references.get(field.to) : undefined;
        const ids = values.filter((value) => isId(value));
        const labels = reference && ids.length > 0 ? await reference.labels(tx, ids, request.language) : new Map();
        return [key, values.map((value) => labels.get(value) ?? value).join('\n')] as const;
      });
      return Object.fromEntries(await Promise.all(given)) as Inputs;
    });
    return this.#form(request, { id: undefined, version: undefined, inputs });
  }

  async create(request: SambandRequest): Promise<Response> {
    const inputs = readInputs(this.#register, await request.fields());
    const form = { id: undefined, version: undefined, inputs };
    const result = await this.#saved(request, (tx) => createRow(this.#work(request, tx), inputs));
    if ('refused' in result) return this.#refused(request, form, result.refused);
    if (result.ok) await request.transaction(async (tx) => this.#slots.made?.(request, tx, result.id));
    const done = texts(request.language).created(this.#register.texts(request.language).create);
    return this.#answer(request, result, form, done);
  }

  async edit(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const [row, inputs] = await request.transaction(async (tx) => {
      const found = await rowToChange(this.#work(request, tx), id);
      return [found, await this.#inputsOf(request, tx, found)] as const;
    });
    return this.#form(request, { id, version: row.version, inputs });
  }

  async change(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const fields = await request.fields();
    const version = wholeNumber(fields, 'version');
    const inputs = withoutElsewhere(this.#register, readInputs(this.#register, fields));
    const form = { id, version, inputs };
    const result = await this.#saved(request, (tx) => changeRow(this.#work(request, tx), id, version, inputs));
    if ('refused' in result) return this.#refused(request, form, result.refused);
    return this.#answer(request, result, form, texts(request.language).saved);
  }

  async setActive(request: SambandRequest, active: boolean): Promise<Response> {
    const id = idParam(request);
    const result = await request.transaction((tx) => setActive(this.#work(request, tx), id, active));
    if (!result.ok) throw new RefusedError(409);
    const t = texts(request.language);
    return this.#toRow(request, id, active ? t.restored : t.archived);
  }

  async putBack(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const fields = await request.fields();
    const [seen, wanted] = [wholeNumber(fields, 'version'), wholeNumber(fields, 'till')];
    const result = await this.#saved(request, (tx) => restoreVersion(this.#work(request, tx), id, seen, wanted));
    if ('refused' in result) {
      const said = this.#register.refusals?.[result.refused];
      const text = said?.text(request.language) ?? texts(request.language).impossible;
      return request.redirect(`${this.#register.path}/${id}`, { kind: 'error', text });
    }
    if (result.ok) return this.#toRow(request, id, texts(request.language).putBack);
    throw new RefusedError(409);
  }

  /** What the table itself refuses is something that the fields cannot be together, by the name of the constraint. */
  async #saved(
    request: SambandRequest,
    save: (tx: Transaction) => Promise<SaveResult>,
  ): Promise<SaveResult | { readonly refused: string }> {
    try {
      return await request.transaction(save);
    } catch (error) {
      const refused = brokenConstraint(error);
      if (refused === undefined) throw error;
      return { refused };
    }
  }

  #refused(request: SambandRequest, form: FormState, constraint: string): Promise<Response> {
    const { heads, refusals = {} } = this.#register;
    const said = refusals[constraint];
    const text = said?.text(request.language) ?? texts(request.language).impossible;
    return this.#form(request, form, [{ field: said?.field ?? heads, text }]);
  }

  #work(request: SambandRequest, tx: Transaction): RegisterWork {
    const { person: actor, language } = request;
    return { kernel: this.#kernel, tx, actor, register: this.#register, language };
  }

  #toRow(request: SambandRequest, id: string, text: string): Response {
    return request.redirect(`${this.#register.path}/${id}`, { kind: 'success', text });
  }

  async #inputsOf(request: SambandRequest, tx: Transaction, row: Row): Promise<Inputs> {
    const names = await namesFor(this.#kernel, tx, this.#register, [row], request.language);
    return Object.fromEntries(
      writtenColumns(this.#register).map((column) => [
        column.key,
        inputOfColumn(names, column, row[column.key] as Value),
      ]),
    );
  }

  async #form(request: SambandRequest, form: FormState, errors: readonly FieldError[] = []): Promise<Response> {
    const options = await request.transaction(async (tx) => {
      const found = new Map<string, readonly { value: string; label: string }[]>();
      for (const column of writtenColumns(this.#register)) {
        const row = { id: form.id, input: form.inputs[column.key] ?? '' };
        const choices = await formOptions(this.#kernel, tx, this.#register, column, row, request.language);
        if (choices) found.set(column.key, choices);
      }
      return found;
    });
    const standing = await this.#standing(request, form.id);
    const words = this.#register.texts(request.language);
    const heading = form.id === undefined ? words.create : `${texts(request.language).edit} ${words.one}`;
    const page = (
      <RegisterFormPage
        shell={request.shell()}
        register={this.#register}
        {...form}
        options={options}
        standing={standing}
        errors={errors}
        heading={heading}
      />
    );
    return request.html(page, errors.length > 0 ? 422 : 200);
  }

  /** Of a row whose form only shows some of its fields: what stands in them now. */
  async #standing(request: SambandRequest, id: string | undefined): Promise<Inputs | undefined> {
    if (id === undefined || this.#register.elsewhere === undefined) return undefined;
    return request.transaction(async (tx) => this.#inputsOf(request, tx, await plainRow(tx, this.#register, id)));
  }

  async #answer(request: SambandRequest, result: SaveResult, form: FormState, done: string): Promise<Response> {
    if (result.ok) return this.#toRow(request, result.id, done);
    if (result.reason === 'invalid') return this.#form(request, form, errorsOf(result, request.language));
    const { mine, theirs, base } = result;
    const [myInputs, theirInputs, baseInputs] = await request.transaction(async (tx) => [
      await this.#inputsOf(request, tx, mine),
      await this.#inputsOf(request, tx, theirs),
      base && (await this.#inputsOf(request, tx, base)),
    ]);
    return request.html(
      <RegisterConflictPage
        shell={request.shell()}
        register={this.#register}
        id={theirs.id}
        version={theirs.version}
        mine={myInputs!}
        theirs={theirInputs!}
        base={baseInputs}
      />,
      409,
    );
  }
}

/** A page that the browser fetches in case the person should click has not been opened. */
function isSeen({ headers }: SambandRequest): boolean {
  return headers.get('x-sec-purpose') !== 'prefetch' && !headers.get('sec-purpose')?.startsWith('prefetch');
}

interface FormState {
  readonly id: string | undefined;
  readonly version: number | undefined;
  readonly inputs: Inputs;
}

function readInputs(register: Register, fields: FormFields): Inputs {
  return Object.fromEntries(
    writtenColumns(register)
      // An unticked list of boxes sends nothing at all; the form says by the version or its absence that it is whole.
      .map(({ key }) => [key, fieldList(fields, key).join('\n')]),
  );
}

function wholeNumber(fields: FormFields, name: string): number {
  const value = Number(fieldOf(fields, name));
  if (!Number.isInteger(value) || value < 0 || value > 2_147_483_647) throw new RefusedError(400);
  return value;
}

/** A form does not ask for what is changed elsewhere, so it does not empty it either. */
function withoutElsewhere(register: Register, inputs: Inputs): Inputs {
  const shown = new Set(Object.keys(register.elsewhere ?? {}));
  return Object.fromEntries(Object.entries(inputs).filter(([key]) => !shown.has(key)));
}
