import type { HtmlEscapedString } from 'hono/utils/html';
import type { z } from 'zod';
import type { Actor, Permission } from '../access/index.ts';
import type { Database, Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import type { Flash, Shell, ShellTenant } from '../ui/index.ts';
import type { UploadLimits, UploadPart } from './upload.ts';

/** What a JSX view evaluates to. */
export type View = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * The route table is data: the server is built from it, and so is the test that visits every route as every role.
 * `anyone` needs no sign-in, `signedIn` any account; a permission needs one of its roles.
 */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Hono path, e.g. `/nyckeltal/:kpi`. */
  readonly path: string;
  readonly access: 'anyone' | 'signedIn' | Permission;
  /** A path with every parameter filled in, for the test that visits all; only where the path has parameters. */
  readonly example?: string;
  /** Largest body taken, in bytes; 1 MiB unless said. */
  readonly maxBody?: number;
  /** The handler reads the body as it comes, by `upload()`, whose limits then hold instead of `maxBody`. */
  readonly streamed?: true;
  readonly handle: (request: SambandRequest) => Promise<Response> | Response;
}

/** What a handler holds: who asks, in which language, and the few things it may do about it. */
export interface SambandRequest {
  readonly requestId: string;
  readonly language: Language;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly now: Date;
  /** Address of the person's machine, for the audit trail and rate limits. */
  readonly origin: string;
  readonly actor: Actor | undefined;
  /** The signed-in person; throws a RefusedError when there is none (the route's access says that there is one). */
  readonly person: Actor;
  readonly tenant:
    | (ShellTenant & { readonly id: string; readonly code: string; readonly figures: 'kolada' | 'example' })
    | undefined;
  readonly database: Database;
  /** One transaction, seeing only the tenant's rows, with the person in the audit trail. */
  transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
  /** The posted fields; a field that came several times is a list. Files come by `files()`. */
  fields(): Promise<FormFields>;
  files(): Promise<Readonly<Record<string, File>>>;
  /** The parts of a form with files one by one, as they come; only on a route that is `streamed`, and instead of `fields()` and `files()`. */
  upload(limits: UploadLimits): AsyncIterable<UploadPart>;
  /** What a program sent, read as JSON; refused when it is something else. */
  jsonBody(): Promise<unknown>;
  /** Query parameters through a schema; what does not fit falls back to the schema's own defaults or is a 400 page. */
  query<T extends z.ZodType>(schema: T): z.infer<T>;
  shell(flashes?: readonly Flash[]): Shell;
  /** A page; status 200 unless said. */
  html(page: View, status?: number): Response | Promise<Response>;
  json(value: unknown, status?: number): Response;
  /** A file to save. `name` may hold å, ä, ö. */
  download(content: Uint8Array | ReadableStream<Uint8Array>, type: string, name: string): Response;
  /** 303 after a post, with a message on the next page. */
  redirect(path: string, flash?: Flash): Response;
  /** Sets or clears a cookie on whatever response the handler returns. */
  setCookie(name: string, value: string, options: { readonly maxAgeSeconds?: number }): void;
}

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Something the person asked for that cannot be: becomes a page that says what, where and what to do. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 428 | 429 | 503;
  /** Said to the person, in their language, when the general text of the status is not enough. */
  readonly explanation: ((language: Language) => string) | undefined;
  constructor(status: RefusedError['status'], explanation?: (language: Language) => string) {
    super(`refused with ${status}${explanation ? `: ${explanation('en')}` : ''}`);
    this.status = status;
    this.explanation = explanation;
  }
}

export function field(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

export function fieldList(fields: FormFields, name: string): readonly string[] {
  const value = fields[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
