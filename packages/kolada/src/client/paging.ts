import { KoladaFormatError } from './errors.ts';
import type { Transport } from './transport.ts';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Rows in the answer as it came, before any were dropped. */
  readonly answered: number;
  readonly nextUrl: string | null;
}

export type ReadPage<Row> = (body: unknown, endpoint: string) => Page<Row>;

/** Kolada's default and maximum. */
const rowsInFullPage = 5000;

/** Follows `next_url` to its end. The next page is fetched while the caller works on this one; never more than that. */
export async function* followPages<Row>(
  transport: Transport,
  first: URL,
  read: ReadPage<Row>,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[], void> {
  const seen = new Set<string>([first.href]);
  const fetchPage = async (url: URL) => ({ url, page: read(await transport.get(url, signal), pathOf(url)) });
  let current = await fetchPage(first);
  for (let number = 1; ; number++) {
    const { url, page } = current;
    if (page.nextUrl === null) {
      if (page.rows.length > 0) yield page.rows;
      if (page.answered === rowsInFullPage) await refuseMore(transport, first, number + 1, read, signal);
      return;
    }
    const next = sameHost(page.nextUrl, first, pathOf(url));
    if (seen.has(next.href)) {
      throw new KoladaFormatError(pathOf(url), 'next_url', 'en ny sida', page.nextUrl);
    }
    seen.add(next.href);
    const ahead = fetchPage(next);
    // The caller may leave before this page is looked at; its failure is then nobody's concern.
    ahead.catch(() => {});
    if (page.rows.length > 0) yield page.rows;
    current = await ahead;
  }
}

/** Several questions at once, their pages given in the order of the questions. At most one unread page a question is held. */
export async function* inOrder<Row>(
  questions: readonly ((signal: AbortSignal) => AsyncGenerator<readonly Row[], void>)[],
  ahead: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Row[], void> {
  const stop = new AbortController();
  const cancel = AbortSignal.any(signal ? [stop.signal, signal] : [stop.signal]);
  const begun = new Map<
    number,
    { pages: AsyncGenerator<readonly Row[], void>; first: Promise<IteratorResult<readonly Row[], void>> }
  >();
  const begin = (index: number) => {
    const question = questions[index];
    if (!question) return;
    const pages = question(cancel);
    const first = pages.next();
    first.catch(() => {});
    begun.set(index, { pages, first });
  };
  try {
    for (let index = 0; index < ahead; index++) begin(index);
    for (let index = 0; index < questions.length; index++) {
      const question = begun.get(index);
      if (!question) continue;
      for (let result = await question.first; !result.done; result = await question.pages.next()) yield result.value;
      begun.delete(index);
      begin(index + ahead);
    }
  } finally {
    stop.abort();
  }
}

/** A page of exactly 5 000 rows without `next_url` is either the end or a silent cut; the page after it tells which. */
async function refuseMore<Row>(
  transport: Transport,
  first: URL,
  number: number,
  read: ReadPage<Row>,
  signal: AbortSignal,
): Promise<void> {
  const url = new URL(first);
  url.searchParams.set('page', String(number));
  const page = read(await transport.get(url, signal), pathOf(url));
  if (page.answered > 0) {
    throw new KoladaFormatError(
      pathOf(url),
      'next_url',
      `en adress på sidan före, eftersom sida ${number} har rader`,
      null,
    );
  }
}

/** Scheme follows the question, since servers behind a proxy often write http in their links. */
function sameHost(nextUrl: string, first: URL, endpoint: string): URL {
  const next = URL.canParse(nextUrl, first.href) ? new URL(nextUrl, first) : undefined;
  if (next === undefined || next.host !== first.host) {
    throw new KoladaFormatError(endpoint, 'next_url', `en adress på ${first.host}`, nextUrl);
  }
  next.protocol = first.protocol;
  return next;
}

function pathOf(url: URL): string {
  return url.pathname + url.search;
}
