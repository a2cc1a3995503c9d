import type { Box } from './look.ts';
import { escaped } from './package-writer.ts';
import { shapeTree } from './shape-xml.ts';
import { namespaces, xfrm } from './text-xml.ts';
import type { SlideWords } from './words.ts';

/** A4, standing. */
export const notesSize = { cx: 6_858_000, cy: 9_906_000 };
const picture: Box = { x: 42, y: 60, w: 456, h: 256.5 };
const words: Box = { x: 42, y: 340, w: 456, h: 380 };

export function notesMasterXml({ tag, names }: SlideWords): string {
  const levels = Array.from({ length: 9 }, (_, index) => index + 1).map(
    (number) =>
      `<a:lvl${number}pPr marL="${(number - 1) * 457_200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr lang="${tag}" sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${number}pPr>`,
  );
  const body = `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${tag}"/></a:p></p:txBody>`;
  return `<p:notesMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${shapeTree(notesShapes(body, names, true))}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>${levels.join('')}</p:notesStyle></p:notesMaster>`;
}

/** One paragraph a line. */
export function notesXml(notes: string, { tag, names }: SlideWords): string {
  const paragraphs = notes
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<a:p><a:r><a:rPr lang="${tag}" dirty="0"/><a:t>${escaped(line)}</a:t></a:r></a:p>`);
  const body = `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</p:txBody>`;
  return `<p:notes ${namespaces}><p:cSld>${shapeTree(notesShapes(body, names, false))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

function notesShapes(body: string, names: SlideWords['names'], isMaster: boolean): string {
  const place = (box: Box) =>
    isMaster ? `<p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` : '<p:spPr/>';
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${names.slide}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"${isMaster ? ' idx="2"' : ''}/></p:nvPr></p:nvSpPr>${place(picture)}</p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="${names.notes}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body"${isMaster ? ' sz="quarter" idx="3"' : ' idx="1"'}/></p:nvPr></p:nvSpPr>${place(words)}${body}</p:sp>`;
}
