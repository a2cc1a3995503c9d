import { childOf, childrenOf, integerOf, type XmlElement } from '../xml/xml-tree.ts';
import { xmlText } from './xml.ts';

/** Paper, margins, headers and footers of the document: those of the template's last section. */
export interface PageSection {
  /** Room for text, in twentieths of a point. */
  readonly textWidth: number;
  readonly textHeight: number;
  readonly references: readonly HeaderReference[];
  /** Whether the first page has a header of its own. */
  readonly ownFirstPage: boolean;
  /** Everything but the references, as XML. */
  readonly properties: string;
}

export interface HeaderReference {
  readonly kind: 'header' | 'footer';
  readonly page: 'default' | 'first' | 'even';
  /** Of the document's relation to it. */
  readonly id: string;
}

const kinds = ['header', 'footer'] as const;
const pages = ['default', 'first', 'even'] as const;

/** A4 with room for notes in the margins. */
export const standardPage = {
  textWidth: 8732,
  textHeight: 16838 - 1871 - 1701,
  properties:
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1871" w:right="1587" w:bottom="1701" w:left="1587" w:header="850" w:footer="680" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>',
} as const;

/** What the schema lets follow the references, less what belongs to a text that is no longer there. */
const kept = new Set(
  'pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols vAlign titlePg textDirection bidi rtlGutter docGrid'.split(
    ' ',
  ),
);

export function readPageSection(document: XmlElement): PageSection {
  const sections = [...sectionsOf(document)];
  const last = sections.at(-1);
  if (last === undefined) return { ...standardPage, references: [], ownFirstPage: true };
  const size = childOf(last, 'pgSz');
  const margins = childOf(last, 'pgMar');
  const twips = (element: XmlElement | undefined, name: string, otherwise: number) =>
    twipsOf(element?.attributes.get(name)) ?? otherwise;
  const wide = twips(size, 'w', 11906) - twips(margins, 'left', 1417) - twips(margins, 'right', 1417);
  const high =
    twips(size, 'h', 16838) - Math.abs(twips(margins, 'top', 1417)) - Math.abs(twips(margins, 'bottom', 1417));
  const columns = childOf(last, 'cols');
  const count = Math.max(1, integerOf(columns?.attributes.get('num')) ?? 1);
  const width = (wide - twips(margins, 'gutter', 0) - (count - 1) * twips(columns, 'space', 708)) / count;
  return {
    // Margins that leave no room are somebody's mistake; a table must have some width.
    textWidth: Math.max(1000, Math.floor(width)),
    textHeight: Math.max(1000, high),
    references: referencesOf(sections),
    ownFirstPage: isOn(childOf(last, 'titlePg')),
    properties: last.children
      .filter(({ name }) => kept.has(name))
      .map(again)
      .join(''),
  };
}

/** In reading order; a section of before a tracked change is none. */
function* sectionsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === 'sectPr') yield child;
    else if (child.name !== 'sectPrChange') yield* sectionsOf(child);
  }
}

/** A section without a header of its own has that of the section before it. */
function referencesOf(sections: readonly XmlElement[]): readonly HeaderReference[] {
  return kinds.flatMap((kind) =>
    pages.flatMap((page) => {
      const found = sections
        .flatMap((section) => childrenOf(section, `${kind}Reference`))
        .findLast(({ attributes }) => (attributes.get('type') ?? 'default') === page);
      const id = found?.attributes.get('id');
      return id === undefined ? [] : [{ kind, page, id }];
    }),
  );
}

export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(element.attributes.get('val') ?? '1');
}

function again({ name, attributes, children }: XmlElement): string {
  const each = [...attributes].filter(([key]) => key !== 'id').map(([key, value]) => ` w:${key}="${xmlText(value)}"`);
  return `<w:${name}${each.join('')}>${children.map(again).join('')}</w:${name}>`;
}

const inTwips: Readonly<Record<string, number>> = {
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  in: 1440,
  pt: 20,
  pc: 240,
  pi: 240,
};

/** A measure is a number of twentieths of a point, or has its unit with it. */
function twipsOf(measure: string | undefined): number | undefined {
  const found = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/.exec(measure ?? '');
  if (found === null) return undefined;
  return Math.round(Number(found[1]) * (inTwips[found[2] ?? ''] ?? 1));
}

export function sectionXml({ properties }: PageSection, references: readonly HeaderReference[]): string {
  const each = references.map(({ kind, page, id }) => `<w:${kind}Reference w:type="${page}" r:id="${xmlText(id)}"/>`);
  return `<w:sectPr>${each.join('')}${properties}</w:sectPr>`;
}
