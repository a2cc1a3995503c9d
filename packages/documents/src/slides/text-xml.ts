import type { Inline } from '../model/index.ts';
import type { Box } from './look.ts';
import { leading, type Type } from './measure.ts';
import { escaped } from './package-writer.ts';
import type { TextParagraph } from './text-layout.ts';

export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** Office counts 12 700 units to the point. */
export function emu(points: number): number {
  return Math.round(points * 12_700);
}

export function xfrm({ x, y, w, h }: Box, prefix = 'a'): string {
  return `<${prefix}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${prefix}:xfrm>`;
}

/** What text needs to know of the part that it stands in. */
export interface TextContext {
  /** "sv-SE". */
  readonly language: string;
  /** The attributes of a link, or undefined where the address leads nowhere that a slide may lead. */
  readonly link: (href: string) => string | undefined;
}

/** The theme's names of the colours. */
const schemeColours = { ink: 'tx1', muted: 'tx2', own: 'accent1', rust: 'accent2', white: '' };

export function colourXml(colour: TextParagraph['colour']): string {
  return colour === 'white'
    ? '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    : `<a:solidFill><a:schemeClr val="${schemeColours[colour]}"/></a:solidFill>`;
}

export function textBody(paragraphs: readonly TextParagraph[], context: TextContext, body = bodyProperties()): string {
  const each = paragraphs.map((paragraph) => paragraphXml(paragraph, context)).join('');
  return `${body}<a:lstStyle/>${each === '' ? emptyParagraph(context) : each}`;
}

/** Text fills its box from the top and touches its sides: the boxes are measured for it. */
export function bodyProperties(
  inset: { readonly x: number; readonly y: number } = { x: 0, y: 0 },
  anchor = 't',
): string {
  const [x, y] = [emu(inset.x), emu(inset.y)];
  return `<a:bodyPr wrap="square" lIns="${x}" tIns="${y}" rIns="${x}" bIns="${y}" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`;
}

function emptyParagraph({ language }: TextContext): string {
  return `<a:p><a:endParaRPr lang="${language}"/></a:p>`;
}

function paragraphXml(paragraph: TextParagraph, context: TextContext): string {
  const { text, type } = paragraph;
  const runs = text.map((part) => runXml(part, paragraph, context)).join('');
  const end = runs === '' ? `<a:endParaRPr lang="${context.language}" sz="${type.size * 100}"/>` : '';
  return `<a:p>${paragraphProperties(paragraph)}${runs}${end}</a:p>`;
}

function paragraphProperties({ type, before, item }: TextParagraph): string {
  const spacing = spacingXml(type.size, before);
  if (item === undefined) return `<a:pPr marL="0" indent="0">${spacing}<a:buNone/></a:pPr>`;
  const { level, indent, hanging, marker } = item;
  const bullet =
    marker === 'bullet'
      ? `<a:buFont typeface="Arial"/><a:buChar char="${level % 2 === 0 ? '•' : '–'}"/>`
      : `<a:buFont typeface="+mn-lt"/><a:buAutoNum type="arabicPeriod"${marker.from === 1 ? '' : ` startAt="${Math.min(marker.from, 32_767)}"`}/>`;
  return `<a:pPr marL="${emu(indent)}" lvl="${level}" indent="${-emu(hanging)}">${spacing}<a:buClr><a:schemeClr val="accent1"/></a:buClr>${bullet}</a:pPr>`;
}

export function spacingXml(size: number, before: number): string {
  return `<a:lnSpc><a:spcPts val="${leading(size) * 100}"/></a:lnSpc><a:spcBef><a:spcPts val="${before * 100}"/></a:spcBef>`;
}

function runXml(part: Inline, paragraph: TextParagraph, context: TextContext): string {
  if (part.kind === 'break') return `<a:br>${runProperties(paragraph, context, {})}</a:br>`;
  if (part.kind !== 'text' && part.kind !== 'link') return '';
  const link = part.kind === 'link' ? context.link(part.href) : undefined;
  const marks = part.kind === 'text' ? { strong: part.strong, emphasis: part.emphasis } : { link };
  return `<a:r>${runProperties(paragraph, context, marks)}<a:t>${escaped(part.text)}</a:t></a:r>`;
}

interface Marks {
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  readonly link?: string | undefined;
}

function runProperties({ type, colour, strong }: TextParagraph, { language }: TextContext, marks: Marks): string {
  const bold = type.face === 'title' || strong === true || marks.strong === true;
  const italic = (type.face === 'quote') !== (marks.emphasis === true);
  const attributes = `lang="${language}" sz="${type.size * 100}"${bold ? ' b="1"' : ' b="0"'}${italic ? ' i="1"' : ''} dirty="0"`;
  const link = marks.link === undefined ? '' : `<a:hlinkClick ${marks.link}/>`;
  return `<a:rPr ${attributes}>${colourXml(colour)}${faceXml(type)}${link}</a:rPr>`;
}

/** The theme's fonts, so that whoever changes the theme changes the slides. */
export function faceXml({ face }: Type): string {
  const name = face === 'title' || face === 'quote' ? '+mj-lt' : '+mn-lt';
  return `<a:latin typeface="${name}"/>`;
}
