import { edited, parseXml } from '../xml/xml-tree.ts';
import { run } from './inline.ts';
import type { HeaderReference } from './page-section.ts';
import { paragraphXml } from './paragraph.ts';
import type { StyleBook } from './style-book.ts';
import { colours } from './style-definitions.ts';
import type { Template } from './template.ts';
import { asOneLine, declaration, documentNamespaces } from './xml.ts';

/** Headers that say a document's mark on every page, whatever else the template has in them. */
export interface MarkedHeaders {
  /** The headers that were changed, by the part's name. */
  readonly changed: ReadonlyMap<string, string>;
  /** A header for the pages that have none, and which pages those are. */
  readonly added: string | undefined;
  readonly pagesWithout: readonly HeaderReference['page'][];
}

export function markHeaders(
  { page, settings, relations, file }: Template,
  mark: string,
  styles: StyleBook,
): MarkedHeaders {
  const paragraph = paragraphXml(
    { style: styles.id('header'), align: 'right' },
    run(asOneLine(mark), { strong: true, colour: colours.rust }),
  );
  const headers = page.references.filter(({ kind }) => kind === 'header');
  const changed = new Map<string, string>();
  for (const { id } of headers) {
    const part = relations.find((relation) => relation.id === id)?.part;
    const source = part === undefined ? undefined : file.text(part);
    if (part === undefined || source === undefined || changed.has(part)) continue;
    const root = parseXml(source);
    if (root.contentStart === root.end) continue;
    const ending = { start: root.contentEnd, end: root.contentEnd, text: paragraph };
    changed.set(part, declaration + edited(source.slice(0, root.end), [ending]).slice(root.start));
  }
  const needed: readonly HeaderReference['page'][] = [
    'default',
    ...(page.ownFirstPage ? (['first'] as const) : []),
    ...(settings.ownEvenPages ? (['even'] as const) : []),
  ];
  const pagesWithout = needed.filter((each) => !headers.some((header) => header.page === each));
  const added =
    pagesWithout.length === 0 ? undefined : `${declaration}<w:hdr ${documentNamespaces}>${paragraph}</w:hdr>`;
  return { changed, added, pagesWithout };
}
