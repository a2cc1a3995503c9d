/** What may go wrong on purpose. Shares are 0–1 of the requests, drawn from the seed. */
export interface Faults {
  /** Share answered 429 with Retry-After. */
  readonly tooManyRequests?: number;
  /** The header's text; default `1`. */
  readonly retryAfter?: string;
  /** Share answered 500. */
  readonly serverError?: number;
  /** Share whose connection breaks in the middle of the body. */
  readonly cutOff?: number;
  /** Share answered 200 with a page of HTML. */
  readonly html?: number;
  /** Share of data answers with a figure written as text. */
  readonly wrongTypes?: number;
  /** Every answer waits this long. */
  readonly slowMs?: number;
  /** At most so many requests go wrong, then all is well. */
  readonly limit?: number;
  /** Genders in a new order in every row. */
  readonly shuffleGenders?: boolean;
  /** Group rows among the units where no unit was named, as Kolada does; default true. */
  readonly mixGroups?: boolean;
  /** Titles in UTF-8 encoded twice. */
  readonly doubleEncoding?: boolean;
}

export type Fault = 'tooManyRequests' | 'serverError' | 'cutOff' | 'html' | 'wrongTypes';
const kinds: readonly Fault[] = ['tooManyRequests', 'serverError', 'cutOff', 'html', 'wrongTypes'];

/** At most one fault a request. */
export function drawFault(faults: Faults, random: () => number): Fault | undefined {
  return kinds.find((kind) => (faults[kind] ?? 0) > 0 && random() < (faults[kind] ?? 0));
}

/** Mulberry32: small, even enough, and the same sequence for the same seed everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
