/** The few faults a caller can meet. `code` is stable; the message is for people and names the endpoint. */
export abstract class KoladaError extends Error {
  abstract readonly code: 'http' | 'timeout' | 'format' | 'query' | 'unreachable';
  override get name(): string {
    return this.constructor.name;
  }
}

/** Kolada answered, but with a status other than 200 that retries did not cure (or that no retry can cure). */
export class KoladaHttpError extends KoladaError {
  readonly code = 'http';
  readonly endpoint: string;
  readonly status: number;
  readonly body: string;
  constructor(endpoint: string, status: number, body: string, advice = '') {
    super(`Kolada svarade ${status} på ${endpoint}${advice ? `: ${advice}` : ''}${beginning(body)}`);
    this.endpoint = endpoint;
    this.status = status;
    this.body = body;
  }
}

/** No complete answer within the time-out, in any attempt. */
export class KoladaTimeoutError extends KoladaError {
  readonly code = 'timeout';
  readonly endpoint: string;
  readonly timeoutMs: number;
  constructor(endpoint: string, timeoutMs: number) {
    super(`Kolada svarade inte på ${endpoint} inom ${timeoutMs / 1000} s`);
    this.endpoint = endpoint;
    this.timeoutMs = timeoutMs;
  }
}

/** The answer is not what API v3 promises: HTML, half a body, a wrong type, a page loop, rows nobody asked for. */
export class KoladaFormatError extends KoladaError {
  readonly code = 'format';
  readonly endpoint: string;
  /** Where in the answer, for example `values[17].period`. */
  readonly field: string;
  /** What stood there, shortened. */
  readonly found: string;
  constructor(endpoint: string, field: string, expected: string, found: unknown) {
    const shown = shorten(typeof found === 'string' ? JSON.stringify(found) : (JSON.stringify(found) ?? 'undefined'));
    super(`Svaret från ${endpoint} följer inte Koladas format: ${field} skulle vara ${expected} men är ${shown}`);
    this.endpoint = endpoint;
    this.field = field;
    this.found = shown;
  }
}

/** A question refused before it was sent, since Kolada would have answered it with silence or nonsense. */
export class KoladaQueryError extends KoladaError {
  readonly code = 'query';
  readonly field: string;
  constructor(field: string, sentence: string) {
    super(sentence);
    this.field = field;
  }
}

/** No connection, or it broke in every attempt. */
export class KoladaUnreachableError extends KoladaError {
  readonly code = 'unreachable';
  readonly endpoint: string;
  constructor(endpoint: string, cause: unknown) {
    super(`Kolada går inte att nå (${endpoint}): ${reasonOf(cause)}`, { cause });
    this.endpoint = endpoint;
  }
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function beginning(body: string): string {
  const text = body.trim().replaceAll(/\s+/g, ' ');
  return text === '' ? '' : ` – ${shorten(text)}`;
}

/** `fetch` says only "fetch failed"; the useful word (ECONNREFUSED) is in the cause. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  if (inner instanceof Error) return 'code' in inner ? `${String(inner.code)} ${inner.message}`.trim() : inner.message;
  return cause.message;
}
