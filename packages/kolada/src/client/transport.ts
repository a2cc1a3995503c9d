import type { KoladaClientOptions, RequestEvent } from './client.ts';
import {
  type KoladaError,
  KoladaFormatError,
  KoladaHttpError,
  KoladaTimeoutError,
  KoladaUnreachableError,
} from './errors.ts';
import { createQueue, waitFor } from './queue.ts';
import { retryDelay } from './retry.ts';

export interface Transport {
  /** The JSON of one answer with status 200, after as many attempts as it takes and may take. */
  get(url: URL, signal?: AbortSignal): Promise<unknown>;
  readonly concurrency: number;
}

type Outcome =
  | { readonly done: unknown }
  | { readonly again: KoladaError; readonly reason: string; readonly retryAfter: string | null };

export function createTransport(options: KoladaClientOptions, baseUrl: URL): Transport {
  const send = options.fetch ?? fetch;
  const timeoutMs = options.timeoutMs ?? 60_000;
  const { attempts = 5, baseMs = 500, maxMs = 30_000 } = options.retry ?? {};
  const concurrency = options.concurrency ?? 3;
  const polite = isOwnMachine(baseUrl) ? Number.POSITIVE_INFINITY : 5;
  const queue = createQueue({ concurrency, requestsPerSecond: options.requestsPerSecond ?? polite });
  const tell = (event: RequestEvent) => options.onRequest?.(event);

  async function attemptOnce(url: URL, attempt: number, signal: AbortSignal): Promise<Outcome> {
    const endpoint = url.pathname + url.search;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    const started = performance.now();
    try {
      const response = await send(url, {
        signal: AbortSignal.any([deadline.signal, signal]),
        headers: { accept: 'application/json', 'user-agent': 'samband-kolada' },
      });
      const body = new Uint8Array(await response.arrayBuffer());
      const ms = performance.now() - started;
      tell({ kind: 'answered', endpoint, attempt, status: response.status, ms, bytes: body.length });
      return judge(endpoint, response, body);
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.signal.aborted) {
        return { again: new KoladaTimeoutError(endpoint, timeoutMs), reason: 'timeout', retryAfter: null };
      }
      if (!(error instanceof TypeError)) throw error;
      return { again: new KoladaUnreachableError(endpoint, error), reason: 'network', retryAfter: null };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    concurrency,
    async get(url, signal) {
      const signals = [options.signal, signal].filter((each) => each !== undefined);
      const cancel = AbortSignal.any(signals);
      for (let attempt = 1; ; attempt++) {
        const outcome = await queue.run(() => attemptOnce(url, attempt, cancel), cancel);
        if ('done' in outcome) return outcome.done;
        const { again, reason, retryAfter } = outcome;
        const moment = { attempt, baseMs, maxMs, random: Math.random(), retryAfter, now: Date.now() };
        const delayMs = attempt < attempts ? retryDelay(moment) : undefined;
        if (delayMs === undefined) throw again;
        tell({ kind: 'retrying', endpoint: url.pathname + url.search, attempt, delayMs, reason });
        // A 429 is about us, not about this question: the others hold still too.
        if (reason === 'status 429') queue.pause(delayMs);
        await waitFor(delayMs, cancel);
      }
    },
  };
}

function judge(endpoint: string, response: Response, body: Uint8Array): Outcome {
  const { status } = response;
  if (status !== 200) {
    const text = new TextDecoder().decode(body.subarray(0, 2000));
    const refusal = new KoladaHttpError(endpoint, status, text, adviceFor(status));
    if (status !== 429 && status < 500) throw refusal;
    return { again: refusal, reason: `status ${status}`, retryAfter: response.headers.get('retry-after') };
  }
  try {
    return { done: JSON.parse(strictUtf8.decode(body)) };
  } catch {
    const start = new TextDecoder().decode(body.subarray(0, 200));
    // HTML from a proxy in between and half a body both look like this, and both usually pass.
    return {
      again: new KoladaFormatError(endpoint, 'svaret', 'JSON i UTF-8', start),
      reason: 'not JSON',
      retryAfter: null,
    };
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function adviceFor(status: number): string {
  if (status === 404) return 'adressen finns inte i API v3, kontrollera baseUrl';
  if (status === 410) return 'API v2 är stängt, baseUrl ska sluta med /v3';
  if (status === 422) return 'frågan godtogs inte';
  if (status === 429) return 'för många frågor, vänta och försök igen';
  return status >= 500 ? 'fel hos Kolada, försök igen senare' : '';
}

function isOwnMachine(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || url.hostname.startsWith('127.');
}
