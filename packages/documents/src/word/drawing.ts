import type { Picture } from '../model/index.ts';
import type { DrawnPicture } from '../picture/index.ts';
import type { Relations } from './relations.ts';
import { asOneLine, namespaces, xmlText } from './xml.ts';

/** Where the files of pictures go, and the numbers that tell drawings apart. */
export interface PictureStore {
  /** Keeps a file under a name of its own; answers the name, as seen from the folder of the document. */
  keep(extension: 'png' | 'jpeg' | 'svg', content: Uint8Array | string): string;
  /** An SVG of the document, drawn. */
  drawn(svg: string): DrawnPicture;
  nextId(): number;
}

export interface DrawingText {
  readonly name: string;
  readonly alt: string;
}

/** English metric units to a CSS pixel and to a twentieth of a point. */
const perPixel = 9525;
const perTwip = 635;

export interface Room {
  /** In twentieths of a point. */
  readonly width: number;
  readonly height: number;
}

/**
 * A picture in the line, made smaller where it is larger than its room. Of an SVG both are kept: the PNG for programs that show no SVG, and an outlined SVG
 * that others show instead (Word from 2016), sharp at any size and without our fonts.
 */
export function drawingXml(
  picture: Picture,
  text: DrawingText,
  room: Room,
  relations: Relations,
  store: PictureStore,
): string {
  const width = Math.max(1, picture.width) * perPixel;
  const height = Math.max(1, picture.height) * perPixel;
  const share = Math.min(1, (room.width * perTwip) / width, (room.height * perTwip) / height);
  const extent = `cx="${Math.max(1, Math.round(width * share))}" cy="${Math.max(1, Math.round(height * share))}"`;
  const { id: image, extension } = imageOf(picture, relations, store);
  const number = store.nextId();
  const name = xmlText(asOneLine(text.name));
  return `<w:drawing><wp:inline xmlns:wp="${namespaces.wp}" distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${number}" name="${name}" descr="${xmlText(asOneLine(text.alt))}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${namespaces.a}" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="${namespaces.a}"><a:graphicData uri="${namespaces.pic}"><pic:pic xmlns:pic="${namespaces.pic}"><pic:nvPicPr><pic:cNvPr id="${number}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${image}">${extension}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
}

function imageOf(
  picture: Picture,
  relations: Relations,
  store: PictureStore,
): { readonly id: string; readonly extension: string } {
  if (picture.format !== 'svg')
    return { id: relations.add('image', store.keep(picture.format, picture.bytes)), extension: '' };
  const { png, outlined } = store.drawn(picture.svg);
  const id = relations.add('image', store.keep('png', png));
  const svg = relations.add('image', store.keep('svg', outlined));
  return {
    id,
    extension: `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="${namespaces.asvg}" r:embed="${svg}"/></a:ext></a:extLst>`,
  };
}
