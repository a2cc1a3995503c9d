import type { Box } from './look.ts';
import { escaped } from './package-writer.ts';
import type { TextParagraph } from './text-layout.ts';
import { bodyProperties, type TextContext, textBody, xfrm } from './text-xml.ts';

/** Numbers the shapes of one part in reading order. */
export type NextId = () => number;

export function numberFrom(first: number): NextId {
  let next = first;
  return () => next++;
}

export interface TextBox {
  readonly id: number;
  readonly name: string;
  /** `type="title"`, `idx="13" type="body"`: which of the layout's places the text stands in. */
  readonly placeholder?: string | undefined;
  readonly box?: Box | undefined;
  readonly inset?: { readonly x: number; readonly y: number };
  readonly fill?: string;
  readonly anchor?: string;
  readonly paragraphs: readonly TextParagraph[];
}

export function textBoxXml(shape: TextBox, context: TextContext): string {
  const { id, name, placeholder, box, inset, fill, anchor, paragraphs } = shape;
  const kind = placeholder === undefined ? '<p:cNvSpPr txBox="1"/>' : '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>';
  const place = placeholder === undefined ? '<p:nvPr/>' : `<p:nvPr><p:ph ${placeholder}/></p:nvPr>`;
  const geometry = placeholder === undefined ? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' : '';
  const filled =
    fill === undefined
      ? placeholder === undefined
        ? '<a:noFill/>'
        : ''
      : `<a:solidFill><a:schemeClr val="${fill}"/></a:solidFill>`;
  const properties = `<p:spPr>${box === undefined ? '' : xfrm(box)}${geometry}${filled}</p:spPr>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/>${kind}${place}</p:nvSpPr>${properties}<p:txBody>${textBody(paragraphs, context, bodyProperties(inset, anchor))}</p:txBody></p:sp>`;
}

/** A line or a field of colour that says nothing: screen readers pass it by. */
export function decorationXml(id: number, name: string, box: Box, colour: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

export interface PictureShape {
  readonly id: number;
  readonly name: string;
  readonly alt: string;
  readonly placeholder?: string | undefined;
  readonly box: Box;
  /** Relationship ids. */
  readonly raster: string;
  readonly vector?: string | undefined;
}

/** Programs that know SVG show it, others the raster picture. */
export function pictureXml({ id, name, alt, placeholder, box, raster, vector }: PictureShape): string {
  const place = placeholder === undefined ? '<p:nvPr/>' : `<p:nvPr><p:ph ${placeholder}/></p:nvPr>`;
  const svg =
    vector === undefined
      ? ''
      : `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/></a:ext></a:extLst>`;
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${escaped(name)}" descr="${escaped(alt)}"/><p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>${place}</p:nvPicPr><p:blipFill><a:blip r:embed="${raster}">${svg}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

export function frameXml(
  { id, name, alt, placeholder, box }: Omit<PictureShape, 'raster' | 'vector'>,
  kind: 'table' | 'chart',
  content: string,
): string {
  const place = placeholder === undefined ? '<p:nvPr/>' : `<p:nvPr><p:ph ${placeholder}/></p:nvPr>`;
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escaped(name)}" descr="${escaped(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>${place}</p:nvGraphicFramePr>${xfrm(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${kind}">${content}</a:graphicData></a:graphic></p:graphicFrame>`;
}

/** The tree that holds a part's shapes. */
export function shapeTree(shapes: string): string {
  return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`;
}
