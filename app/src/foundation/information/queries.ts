import { may } from '../access/index.ts';
import type { SambandRequest } from '../http/index.ts';
import type { InformationParts, SearchHit } from './parts.ts';

export interface SearchGroup {
  readonly title: string;
  readonly hits: readonly SearchHit[];
  readonly all: string | undefined;
  /** The source could not answer; the others still are shown. */
  readonly failed: boolean;
}

const hitsPerGroup = 8;
const longestSearch = 200;

export function searchWords(query: URLSearchParams): string {
  return (query.get('q') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestSearch);
}

/** Asks every source that the person may ask, each in a transaction of its own: one that fails takes no other with it. */
export async function searchEverywhere(
  request: SambandRequest,
  parts: InformationParts,
  words: string,
): Promise<readonly SearchGroup[]> {
  if (words === '') return [];
  const { person: actor, language } = request;
  const sources = parts.searchSources.filter(({ permission }) => may(actor, permission));
  return Promise.all(
    sources.map(async (source) => {
      const title = source.title(language);
      try {
        const hits = await request.transaction((tx) =>
          source.search(tx, { words, actor, language, limit: hitsPerGroup + 1 }),
        );
        const all = hits.length > hitsPerGroup ? source.all?.(words) : undefined;
        return { title, hits: hits.slice(0, hitsPerGroup), all, failed: false };
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        parts.log.error(
          { requestId: request.requestId, source: source.permission.name, fault: { name, message } },
          'search source failed',
        );
        return { title, hits: [], all: undefined, failed: true };
      }
    }),
  );
}
