import { createHash } from 'node:crypto';
import type { Deck } from './deck.ts';
import { masterId } from './layouts-xml.ts';
import { page } from './look.ts';
import { notesSize } from './notes-xml.ts';
import { escaped } from './package-writer.ts';
import { emu, namespaces } from './text-xml.ts';

export interface PresentationIds {
  readonly master: string;
  readonly notesMaster: string | undefined;
  /** The cover first. */
  readonly slides: readonly string[];
}

/** Named stretches of slides, which PowerPoint lists beside them. */
export interface Stretch {
  readonly name: string;
  /** Places among the slides, the cover being 0. */
  readonly slides: readonly number[];
}

const firstSlideId = 256;

export function presentationXml(
  { master, notesMaster, slides }: PresentationIds,
  stretches: readonly Stretch[],
  tag: string,
): string {
  const notes =
    notesMaster === undefined
      ? ''
      : `<p:notesMasterIdLst><p:notesMasterId r:id="${notesMaster}"/></p:notesMasterIdLst>`;
  const ids = slides.map((each, index) => `<p:sldId id="${firstSlideId + index}" r:id="${each}"/>`);
  const levels = Array.from({ length: 9 }, (_, index) => index + 1).map(
    (number) =>
      `<a:lvl${number}pPr marL="${(number - 1) * 457_200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr lang="${tag}" sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${number}pPr>`,
  );
  const sections = stretches.map(({ name, slides: places }, index) => {
    const within = places.map((place) => `<p14:sldId id="${firstSlideId + place}"/>`).join('');
    return `<p14:section name="${escaped(name)}" id="${guid(`${index} ${name}`)}"><p14:sldIdLst>${within}</p14:sldIdLst></p14:section>`;
  });
  const extension = `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${sections.join('')}</p14:sectionLst></p:ext></p:extLst>`;
  return `<p:presentation ${namespaces} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst><p:sldMasterId id="${masterId}" r:id="${master}"/></p:sldMasterIdLst>${notes}<p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="${emu(page.width)}" cy="${emu(page.height)}"/><p:notesSz cx="${notesSize.cx}" cy="${notesSize.cy}"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="${tag}"/></a:defPPr>${levels.join('')}</p:defaultTextStyle>${extension}</p:presentation>`;
}

/** The same for the same words, so that the same deck gives the same file. */
function guid(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

export const presentationPropertiesXml = `<p:presentationPr ${namespaces}/>`;
export const viewPropertiesXml = `<p:viewPr ${namespaces}/>`;

/** Written on the day of the deck: the clock has no part in it. */
export function corePropertiesXml({ title, about }: Deck, tag: string): string {
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${about.date}T00:00:00Z</dcterms:${name}>`;
  const optional = (name: string, value: string | undefined) =>
    value === undefined || value === '' ? '' : `<${name}>${escaped(value)}</${name}>`;
  const by = about.author ?? about.organisation;
  const description = [about.state, about.caseNumber, about.mark].filter((each) => each !== undefined && each !== '');
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${optional('dc:title', title)}${optional('dc:subject', about.subject)}${optional('dc:creator', by)}${optional('cp:keywords', about.keywords?.join(', '))}${optional('dc:description', description.join(' · '))}${optional('cp:lastModifiedBy', by)}${time('created')}${time('modified')}<dc:language>${tag}</dc:language></cp:coreProperties>`;
}

export function programPropertiesXml({ about }: Deck, slides: number, notes: number): string {
  return `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Samband</Application><PresentationFormat>16:9</PresentationFormat><Slides>${slides}</Slides><Notes>${notes}</Notes><Company>${escaped(about.organisation)}</Company></Properties>`;
}
