import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Gender } from '../model.ts';
import { type AnswerPage, answerData, answerList, type Place } from './answer.ts';
import { drawFault, type Fault, type Faults, seededRandom } from './faults.ts';
import { parseQuestion, type SimulatedQuestion } from './request.ts';
import { type Revision, Revisions } from './revisions.ts';
import type { SimulatorSource } from './source.ts';

export interface SimulatorOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  readonly seed?: number;
  readonly faults?: Faults;
  /** Default and maximum of `per_page`; Kolada has 5 000. */
  readonly perPage?: number;
}

export interface SimulatedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly fault: Fault | undefined;
}

export interface Simulator {
  /** With `/v3`: what a client takes as its base. */
  readonly url: string;
  /** The last 10 000 requests, oldest first. */
  requests(): readonly SimulatedRequest[];
  /** A new value from now on; `date` is what `from_date` sees, default today. */
  revise(
    kpi: string,
    unit: string,
    year: number,
    gender: Gender,
    value: number | null,
    more?: Partial<Omit<Revision, 'value'>>,
  ): void;
  setFaults(faults: Faults): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A local server that speaks Kolada's API v3, on the loopback interface only. */
export async function startSimulator(source: SimulatorSource, options: SimulatorOptions = {}): Promise<Simulator> {
  const random = seededRandom(options.seed ?? 1);
  const perPage = options.perPage ?? 5000;
  const revisions = new Revisions();
  const places = new PlaceMemory();
  const log: SimulatedRequest[] = [];
  let faults = options.faults ?? {};
  let faulty = 0;
  let origin = '';

  async function answer(question: Exclude<SimulatedQuestion, { kind: 'refused' }>, url: URL): Promise<string> {
    let page: AnswerPage;
    if (question.kind === 'list') page = await answerList(source, question);
    else {
      const key = pageAddress('', url, null);
      const data = await answerData(source, revisions, question, faults, random, places.get(key, question.page));
      if (data.next) places.set(key, question.page + 1, data.next);
      page = data;
    }
    const next = page.more ? JSON.stringify(pageAddress(origin, url, question.page + 1)) : null;
    const previous = question.page > 1 ? JSON.stringify(pageAddress(origin, url, question.page - 1)) : null;
    return `{"values":[${page.rows.join()}],"next_url":${next},"previous_url":${previous},"count":${page.rows.length}}`;
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const method = request.method ?? 'GET';
    const fault = faulty < (faults.limit ?? Number.POSITIVE_INFINITY) ? drawFault(faults, random) : undefined;
    const send = (status: number, body: string, headers: Record<string, string> = {}) => {
      log.push({ method, path, status, fault });
      if (log.length > 20_000) log.splice(0, 10_000);
      const bytes = Buffer.from(body);
      const all = { 'content-type': 'application/json', 'content-length': bytes.length, ...headers };
      response.writeHead(status, all);
      if (fault !== 'cutOff') response.end(bytes);
      else response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    };
    if (fault) faulty++;
    if (faults.slowMs) await sleep(faults.slowMs);
    if (fault === 'tooManyRequests')
      return send(429, '{"detail":"Too Many Requests"}', { 'retry-after': faults.retryAfter ?? '1' });
    if (fault === 'serverError') return send(500, 'Internal Server Error', { 'content-type': 'text/plain' });
    if (fault === 'html') return send(200, '<!doctype html><title>Underhåll</title>', { 'content-type': 'text/html' });
    if (method !== 'GET') return send(405, '{"detail":"Method Not Allowed"}', { allow: 'GET' });
    const url = new URL(path, origin);
    const question = parseQuestion(url, perPage);
    if (question.kind === 'refused') return send(question.status, JSON.stringify({ detail: question.detail }));
    let body = await answer(question, url);
    if (fault === 'wrongTypes' && question.kind === 'data') body = body.replace(/"value":[^,]+/, '"value":"12,5"');
    if (faults.doubleEncoding && question.kind === 'list') body = Buffer.from(body).toString('latin1');
    send(200, body);
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `${origin}/v3`,
    requests: () => log.slice(-10_000),
    revise(
      kpi,
      unit,
      year,
      gender,
      value,
      { status = '', deleted = false, date = new Date().toISOString().slice(0, 10) } = {},
    ) {
      revisions.revise(kpi, unit, year, gender, { value, status, deleted, date });
    },
    setFaults(next) {
      faults = next;
      faulty = 0;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function pageAddress(origin: string, url: URL, page: number | null): string {
  const parameters = new URLSearchParams(url.searchParams);
  if (page === null) parameters.delete('page');
  else parameters.set('page', String(page));
  const query = parameters.toString();
  return `${origin}${url.pathname}${query === '' ? '' : `?${query}`}`;
}

/** Where the pages of recent questions begin; the oldest are forgotten and then found again by counting. */
class PlaceMemory {
  readonly #places = new Map<string, Place>();

  get(key: string, page: number): Place | undefined {
    return this.#places.get(`${page} ${key}`);
  }

  set(key: string, page: number, place: Place): void {
    this.#places.set(`${page} ${key}`, place);
    if (this.#places.size <= 1000) return;
    const oldest = this.#places.keys().next();
    if (!oldest.done) this.#places.delete(oldest.value);
  }
}
