import { brokenConstraint, type Transaction } from '../database/index.ts';
import { idParam, problem, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { apiTexts } from './api.texts.ts';
import { type Body, type BodyFault, readBody, versionOfTag } from './api-body.rules.ts';
import { apiHangingRoutes } from './api-hanging.routes.ts';
import { type ApiListState, apiList, readApiList } from './api-list.queries.ts';
import { apiRow, shownRows } from './api-row.queries.ts';
import { rowJson } from './api-value.rules.ts';
import { faultWords } from './fault-words.ts';
import type { Kernel } from './kernel.ts';
import { openApiRoutes } from './openapi.routes.tsx';
import { apiRoot } from './openapi.rules.ts';
import { type Register, writtenColumns } from './register.rules.ts';
import { changeRow, createRow, type RegisterWork, type SaveResult, setActive } from './row.commands.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** Every register for programs: what its pages do, by the same commands, permissions and rules. */
export function apiRoutes(
  kernel: Kernel,
  parts: { readonly version: string; readonly address: () => string },
): readonly Route[] {
  const faces = kernel.registers.map((register) => new Face(kernel, register));
  // One register's list may lie where another's rows do, /fokus/kandidater under /fokus/:id, and must be met first.
  return [
    ...openApiRoutes(kernel, parts),
    ...faces.flatMap((face) => face.ofAll()),
    ...faces.flatMap((face) => face.ofOne()),
    ...kernel.registers.flatMap((register) => apiHangingRoutes(kernel, register)),
  ];
}

class Face {
  readonly #kernel: Kernel;
  readonly #register: Register;
  constructor(kernel: Kernel, register: Register) {
    this.#kernel = kernel;
    this.#register = register;
  }

  ofAll(): readonly Route[] {
    const { read, write } = this.#register;
    const path = apiRoot + this.#register.path;
    return [
      { method: 'get', path, access: read, handle: (request) => this.list(request) },
      { method: 'post', path, access: write, handle: (request) => this.create(request) },
    ];
  }

  ofOne(): readonly Route[] {
    const { read, write } = this.#register;
    const path = `${apiRoot}${this.#register.path}/:id`;
    const example = path.replace(':id', noId);
    const rest = '/restore';
    return [
      { method: 'get', path, example, access: read, handle: (request) => this.row(request) },
      { method: 'patch', path, example, access: write, handle: (request) => this.change(request) },
      { method: 'delete', path, example, access: write, handle: (request) => this.setActive(request, false) },
      {
        method: 'post',
        path: path + rest,
        example: example + rest,
        access: write,
        handle: (request) => this.setActive(request, true),
      },
    ];
  }

  async list(request: SambandRequest): Promise<Response> {
    const { language, url } = request;
    return request.transaction(async (tx) => {
      const { state, faults } = await readApiList(this.#kernel, tx, this.#register, url.searchParams, language);
      if (faults.length > 0) {
        const t = apiTexts(language);
        const errors = faults.map(({ parameter, code, value }) => ({
          ...{ parameter, code },
          message: t[code](parameter, value),
        }));
        return problem(request, 400, { detail: t.parameters, errors });
      }
      const { rows, total, names } = await apiList(this.#kernel, tx, this.#register, state, language);
      const next = nextPage(url, state, total);
      const { page, pageSize } = state;
      const shown = rows.map((row) => rowJson(names, this.#register, row));
      const response = request.json({ total, page, pageSize, next, rows: shown });
      if (next !== null) response.headers.set('Link', `<${next}>; rel="next"`);
      return response;
    });
  }

  async row(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    return request.transaction((tx) => this.#answer(request, tx, id, 200));
  }

  async create(request: SambandRequest): Promise<Response> {
    const body = await this.#body(request);
    if (body instanceof Response) return body;
    const nothing = Object.fromEntries(writtenColumns(this.#register).map(({ key }) => [key, '']));
    return this.#save(request, 201, (work) => createRow(work, { ...nothing, ...body.inputs }));
  }

  async change(request: SambandRequest): Promise<Response> {
    const id = idParam(request);
    const body = await this.#body(request);
    if (body instanceof Response) return body;
    const version = versionSeen(request, body);
    if (version === undefined) return problem(request, 428);
    return this.#save(request, 200, (work) => changeRow(work, id, version, body.inputs));
  }

  async setActive(request: SambandRequest, active: boolean): Promise<Response> {
    const id = idParam(request);
    const version = versionSeen(request);
    return this.#save(request, 200, (work) => setActive(work, id, active, version));
  }

  async #body(request: SambandRequest): Promise<Body | Response> {
    const body = readBody(this.#register, await request.jsonBody());
    if (body === undefined) throw new RefusedError(400, (language) => apiTexts(language).notAnObject);
    if (body.faults.length === 0) return body;
    const errors = body.faults.map((fault) => ({
      ...{ field: fault.field, code: fault.code },
      message: bodyFaultWords(fault, request),
    }));
    return problem(request, 422, { errors });
  }

  #save(
    request: SambandRequest,
    status: 200 | 201,
    act: (work: RegisterWork) => Promise<SaveResult>,
  ): Promise<Response> {
    const { person: actor, language } = request;
    const saved = request.transaction(async (tx) => {
      const result = await act({ kernel: this.#kernel, tx, actor, register: this.#register, language });
      if (result.ok) return this.#answer(request, tx, result.id, status);
      return result.reason === 'invalid' ? refusal(request, result) : this.#conflict(request, tx, result);
    });
    return saved.catch((error: unknown) => {
      // Each value is right by itself, but the table knows of something that they must agree on.
      const constraint = brokenConstraint(error);
      if (constraint === undefined) throw error;
      const said = this.#register.refusals?.[constraint];
      const errors = said && [{ field: said.field, code: 'rule', message: said.text(language) }];
      return problem(request, 422, { detail: apiTexts(language).disagrees, ...(errors && { errors }) });
    });
  }

  async #answer(request: SambandRequest, tx: Transaction, id: string, status: 200 | 201): Promise<Response> {
    const row = await apiRow(this.#kernel, tx, this.#register, id, request.language);
    if (row === undefined) throw new RefusedError(404);
    const response = request.json(row.shown, status);
    response.headers.set('ETag', `"${row.version}"`);
    if (status === 201) response.headers.set('Location', `${apiRoot}${this.#register.path}/${id}`);
    return response;
  }

  /** Both versions, and the one that the program began with: it decides, nothing has been written. */
  async #conflict(
    request: SambandRequest,
    tx: Transaction,
    { mine, theirs, base }: Extract<SaveResult, { reason: 'conflict' }>,
  ): Promise<Response> {
    const rows = base === undefined ? [mine, theirs] : [mine, theirs, base];
    const shown = await shownRows(this.#kernel, tx, this.#register, rows, request.language);
    const [shownMine, shownTheirs, shownBase = null] = shown;
    const response = problem(request, 409, { mine: shownMine, theirs: shownTheirs, base: shownBase });
    response.headers.set('ETag', `"${theirs.version}"`);
    return response;
  }
}

/** The version that the program says it saw; undefined when it says none. */
function versionSeen(request: SambandRequest, body?: Body): number | undefined {
  const header = request.headers.get('if-match');
  const said = [
    ...(header === null ? [] : [versionOfTag(header)]),
    ...(body?.version === undefined ? [] : [body.version]),
  ];
  const [version] = said;
  if (version === undefined && said.length === 0) return undefined;
  const whole = Number.isInteger(version) && (version as number) >= 0 && (version as number) <= 2_147_483_647;
  if (!whole || said.some((one) => one !== version)) {
    throw new RefusedError(400, (language) => apiTexts(language).badVersion);
  }
  return version as number;
}

function nextPage(url: URL, { page, pageSize }: ApiListState, total: number): string | null {
  if (page * pageSize >= total) return null;
  const query = new URLSearchParams(url.searchParams);
  query.set('page', String(page + 1));
  return `${url.pathname}?${query}`;
}

function bodyFaultWords(fault: BodyFault, { language }: SambandRequest): string {
  const t = apiTexts(language);
  return fault.code === 'wrongType' ? t.wrongType[fault.expected] : t[fault.code](fault.field);
}

function refusal(request: SambandRequest, { faults, broken }: Extract<SaveResult, { reason: 'invalid' }>): Response {
  const errors = [
    ...faults.map((fault) => {
      const { field, reason: code, value, limit } = fault;
      return { field, code, message: faultWords(fault, request.language), value, limit };
    }),
    ...broken.map(({ field, text }) => ({ field, code: 'rule', message: text(request.language) })),
  ];
  return problem(request, 422, { errors });
}
