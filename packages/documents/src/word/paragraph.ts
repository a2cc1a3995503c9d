import type { StyleRole } from './style-definitions.ts';
import { xmlText } from './xml.ts';

/** What a paragraph says for itself, beside its style. */
export interface ParagraphLook {
  readonly style: string;
  /** Stays on the page of the paragraph after it. */
  readonly keepNext?: boolean | undefined;
  readonly pageBreakBefore?: boolean | undefined;
  /** `none` takes away the numbering that its style has. */
  readonly numbering?: { readonly numId: string; readonly level: number } | 'none' | undefined;
  readonly tabs?: readonly Tab[] | undefined;
  /** Space above it, in twentieths of a point. */
  readonly before?: number | undefined;
  /** Space under it. */
  readonly after?: number | undefined;
  readonly align?: 'right' | undefined;
}

export interface Tab {
  readonly at: number;
  readonly align: 'left' | 'right';
}

/** A paragraph; its properties stand in the order of the schema, or Word calls the file damaged. */
export function paragraphXml(look: ParagraphLook, content: string): string {
  const { style, keepNext, pageBreakBefore, numbering, tabs, before, after, align } = look;
  const properties = [
    `<w:pStyle w:val="${xmlText(style)}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    numberingXml(numbering),
    tabs === undefined
      ? ''
      : `<w:tabs>${tabs.map((tab) => `<w:tab w:val="${tab.align}" w:pos="${tab.at}"/>`).join('')}</w:tabs>`,
    spacingXml(before, after),
    // Without its number a heading stands at the margin, whatever the numbering had it indented.
    numbering === 'none' ? '<w:ind w:left="0" w:firstLine="0"/>' : '',
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
  ];
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${content}</w:p>`;
}

function spacingXml(before: number | undefined, after: number | undefined): string {
  if (before === undefined && after === undefined) return '';
  return `<w:spacing${before === undefined ? '' : ` w:before="${before}"`}${after === undefined ? '' : ` w:after="${after}"`}/>`;
}

function numberingXml(numbering: ParagraphLook['numbering']): string {
  if (numbering === undefined) return '';
  const { numId, level } = numbering === 'none' ? { numId: '0', level: 0 } : numbering;
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

/** The roles of a level: those beyond the third look as the third. */
export function levelRole<Kind extends 'bullet' | 'number' | 'contents'>(
  kind: Kind,
  level: number,
): `${Kind}${1 | 2 | 3}` & StyleRole {
  return `${kind}${Math.min(3, level) as 1 | 2 | 3}` as `${Kind}${1 | 2 | 3}` & StyleRole;
}
