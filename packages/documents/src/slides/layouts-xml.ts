import type { DocumentAbout } from '../model/index.ts';
import { area, type Box, footer, gaps, leastSize, page, sizes } from './look.ts';
import { leading } from './measure.ts';
import { escaped } from './package-writer.ts';
import { dividerBox } from './placing.ts';
import { decorationXml, numberFrom, pictureXml, shapeTree } from './shape-xml.ts';
import { bodyProperties, emu, namespaces, spacingXml, xfrm } from './text-xml.ts';
import type { LayoutName, SlideWords } from './words.ts';

export const layoutNames: readonly LayoutName[] = ['title', 'section', 'content', 'table', 'picture'];

/** Where things stand in the layouts: what a slide puts in them, and what a person who adds a slide begins with. */
export const places = {
  title: 'type="title"',
  coverTitle: 'type="ctrTitle"',
  subtitle: 'type="subTitle" idx="1"',
  about: 'type="body" sz="quarter" idx="13"',
  lead: 'type="body" sz="quarter" idx="14"',
  content: 'idx="1"',
  table: 'type="tbl" idx="15"',
  picture: 'idx="16"',
  source: 'type="body" sz="quarter" idx="17"',
  kicker: 'type="body" sz="quarter" idx="18"',
  footer: 'type="ftr" sz="quarter" idx="11"',
  number: 'type="sldNum" sz="quarter" idx="12"',
};

export const cover = {
  logo: { x: 96, y: 56, w: 320, h: 56 },
  title: { x: 96, y: 150, w: 768, h: 150 },
  rule: { x: 96, y: 316, w: 72, h: 4 },
  subtitle: { x: 96, y: 336, w: 768, h: 60 },
  about: { x: 96, y: 440, w: 768, h: 60 },
  band: { x: 0, y: 0, w: 28, h: page.height },
} satisfies Record<string, Box>;

export const numberBox: Box = { ...footer, x: footer.x + footer.w - 48, w: 48 };
const logoInFooter: Box = { x: footer.x, y: footer.y - 5, w: 120, h: 24 };

/** Under the kicker, with room for two lines. */
const headBox: Box = {
  x: area.left,
  y: area.top + leading(sizes.kicker) + gaps.afterKicker,
  w: area.width,
  h: 2 * leading(28),
};

/** A picture of the package, and how wide and high it is. */
export interface LogoPart {
  readonly raster: string;
  readonly vector?: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

function logoBox(logo: LogoPart, room: Box): Box {
  const scale = Math.min(room.w / logo.width, room.h / logo.height);
  const [w, h] = [logo.width * scale, logo.height * scale];
  return { x: room.x, y: room.y + (room.h - h) / 2, w, h };
}

/** The footer's words begin after the logo. */
export function footerBox(logo: LogoPart | undefined): Box {
  const from = logo === undefined ? 0 : logoBox(logo, logoInFooter).w + 14;
  return { ...footer, x: footer.x + from, w: footer.w - from - numberBox.w - 12 };
}

interface Place {
  readonly name: string;
  readonly placeholder: string;
  readonly box: Box;
  readonly size: number;
  readonly prompt: string;
  readonly title?: boolean;
  readonly strong?: boolean;
  readonly colour?: string;
  readonly align?: 'r';
  readonly anchor?: string;
  readonly field?: boolean;
}

export function layoutXml(name: LayoutName, words: SlideWords, logo: LogoPart | undefined): string {
  const { prompts } = words;
  const head = headBox;
  const under = head.y + head.h + gaps.beforeContent;
  const main: Box = { x: area.left, y: under, w: area.width, h: area.bottom - under };
  const line = leading(leastSize);
  const aboveSource: Box = { ...main, h: main.h - line - 8 };
  const title: Place = {
    name: prompts.title,
    placeholder: places.title,
    box: head,
    size: 28,
    prompt: prompts.title,
    title: true,
  };
  const source: Place = {
    name: prompts.source,
    placeholder: places.source,
    box: { ...main, y: area.bottom - line, h: line },
    anchor: 'b',
    size: leastSize,
    prompt: prompts.source,
    colour: 'tx2',
  };
  const kicker: Place = {
    name: prompts.kicker,
    placeholder: places.kicker,
    box: { ...head, y: area.top, h: leading(sizes.kicker) },
    size: sizes.kicker,
    prompt: prompts.kicker,
    colour: 'accent1',
    strong: true,
  };
  const each: Readonly<Record<LayoutName, readonly Place[]>> = {
    title: [
      { ...title, placeholder: places.coverTitle, box: cover.title, size: 44, anchor: 'b' },
      {
        ...title,
        title: false,
        placeholder: places.subtitle,
        box: cover.subtitle,
        size: 22,
        prompt: prompts.lead,
        name: prompts.lead,
      },
      {
        ...source,
        placeholder: places.about,
        box: cover.about,
        size: 14,
        anchor: 'b',
        prompt: prompts.text,
        name: prompts.text,
      },
    ],
    section: [
      {
        ...title,
        box: { x: dividerBox.x, y: dividerBox.middle - 150, w: dividerBox.width, h: 150 },
        size: 40,
        anchor: 'b',
        colour: 'bg1',
      },
      {
        ...title,
        title: false,
        name: prompts.lead,
        placeholder: places.lead,
        box: { x: dividerBox.x, y: dividerBox.middle + 20, w: dividerBox.width, h: 120 },
        size: sizes.lead,
        prompt: prompts.lead,
        colour: 'bg1',
      },
    ],
    content: [
      title,
      kicker,
      {
        ...title,
        title: false,
        name: prompts.text,
        placeholder: places.content,
        box: aboveSource,
        size: 20,
        prompt: prompts.text,
      },
      source,
    ],
    table: [
      title,
      kicker,
      {
        ...title,
        title: false,
        name: prompts.table,
        placeholder: places.table,
        box: aboveSource,
        size: 14,
        prompt: prompts.table,
      },
      source,
    ],
    picture: [
      title,
      kicker,
      {
        ...title,
        title: false,
        name: prompts.picture,
        placeholder: places.picture,
        box: aboveSource,
        size: 14,
        prompt: prompts.picture,
      },
      source,
    ],
  };
  const id = numberFrom(2);
  const white = name === 'section' ? 'bg1' : 'tx2';
  const feet = name === 'title' ? [] : footPlaces(words, logo, white);
  const shapes = [
    ...(name === 'title' ? coverShapes(id, logo, words) : []),
    ...[...each[name], ...feet].map((place) => placeXml(place, id(), words.tag)),
  ];
  const background =
    name === 'section'
      ? '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
      : '';
  const own = name === 'title' || name === 'section' ? ' showMasterSp="0"' : '';
  const type = { title: 'title', section: 'secHead', content: 'obj', table: 'tbl', picture: 'cust' }[name];
  return `<p:sldLayout ${namespaces}${own} type="${type}" preserve="1"><p:cSld name="${escaped(words.layouts[name])}">${background}${shapeTree(shapes.join(''))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

function coverShapes(id: () => number, logo: LogoPart | undefined, words: SlideWords): readonly string[] {
  const shapes = [
    decorationXml(id(), words.names.band, cover.band, 'accent1'),
    decorationXml(id(), words.names.line, cover.rule, 'accent1'),
  ];
  if (logo !== undefined) shapes.push(logoXml(id(), logo, cover.logo, words));
  return shapes;
}

function logoXml(id: number, logo: LogoPart, room: Box, words: SlideWords): string {
  const { raster, vector, alt } = logo;
  return pictureXml({ id, name: words.names.logo, alt, box: logoBox(logo, room), raster, vector });
}

function footPlaces(words: SlideWords, logo: LogoPart | undefined, colour: string): readonly Place[] {
  const size = leastSize;
  return [
    { name: words.names.footer, placeholder: places.footer, box: footerBox(logo), size, prompt: '', colour },
    {
      name: words.names.number,
      placeholder: places.number,
      box: numberBox,
      size,
      prompt: '',
      colour,
      align: 'r',
      field: true,
    },
  ];
}

function placeXml(
  { name, placeholder, box, size, prompt, title, strong, colour, align, anchor, field }: Place,
  id: number,
  tag: string,
): string {
  const fill = `<a:solidFill><a:schemeClr val="${colour ?? 'tx1'}"/></a:solidFill>`;
  const font = title === true ? '+mj-lt' : '+mn-lt';
  const level = `<a:lvl1pPr marL="0" indent="0"${align === undefined ? '' : ` algn="${align}"`}>${spacingXml(size, 0)}<a:buNone/><a:defRPr lang="${tag}" sz="${size * 100}" b="${title === true || strong === true ? 1 : 0}">${fill}<a:latin typeface="${font}"/></a:defRPr></a:lvl1pPr>`;
  const run =
    field === true
      ? `<a:fld id="${numberFieldId}" type="slidenum"><a:rPr lang="${tag}"/><a:t>‹#›</a:t></a:fld>`
      : prompt === ''
        ? `<a:endParaRPr lang="${tag}"/>`
        : `<a:r><a:rPr lang="${tag}"/><a:t>${escaped(prompt)}</a:t></a:r>`;
  const custom = prompt === '' ? '' : ' hasCustomPrompt="1"';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholder}${custom}/></p:nvPr></p:nvSpPr><p:spPr>${xfrm(box)}</p:spPr><p:txBody>${bodyProperties({ x: 0, y: 0 }, anchor ?? 't')}<a:lstStyle>${level}</a:lstStyle><a:p>${run}</a:p></p:txBody></p:sp>`;
}

export const numberFieldId = '{5B4F7C9E-2D61-4A83-9C1F-7E0A3B6D8C42}';

/** What all slides but the first and the dividers share. `layouts` are the relationship ids of the layouts. */
export function masterXml(
  words: SlideWords,
  about: DocumentAbout,
  logo: LogoPart | undefined,
  layouts: readonly string[],
): string {
  const { prompts, tag } = words;
  const id = numberFrom(2);
  const head = headBox;
  const under = head.y + head.h + gaps.beforeContent;
  const main: Box = { x: area.left, y: under, w: area.width, h: area.bottom - under };
  const shapes = [
    decorationXml(id(), words.names.line, { x: area.left, y: 494, w: area.width, h: 0.75 }, 'accent6'),
    ...(logo === undefined ? [] : [logoXml(id(), logo, logoInFooter, words)]),
    placeXml(
      { name: prompts.title, placeholder: places.title, box: head, size: 28, prompt: prompts.title, title: true },
      id(),
      tag,
    ),
    placeXml(
      { name: prompts.text, placeholder: 'type="body" idx="1"', box: main, size: 20, prompt: prompts.text },
      id(),
      tag,
    ),
    ...footPlaces(words, logo, 'tx2').map((place) =>
      placeXml(
        { ...place, placeholder: place.placeholder.replace('idx="11"', 'idx="3"').replace('idx="12"', 'idx="4"') },
        id(),
        tag,
      ),
    ),
  ].map((shape) => shape.replaceAll(' hasCustomPrompt="1"', ''));
  const ids = layouts.map((each, index) => `<p:sldLayoutId id="${firstLayoutId + index}" r:id="${each}"/>`);
  const level = (number: number) => {
    const left = Math.round(number * 20 * 1.2);
    return `<a:lvl${number}pPr marL="${emu(left)}" indent="${-emu(24)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">${spacingXml(20, 6)}<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="${number % 2 === 1 ? '•' : '–'}"/>${defaultRun(20, '+mn', tag)}</a:lvl${number}pPr>`;
  };
  const levels = Array.from({ length: 9 }, (_, index) => index + 1);
  const other = levels.map(
    (number) =>
      `<a:lvl${number}pPr marL="${(number - 1) * 457_200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">${defaultRun(18, '+mn', tag)}</a:lvl${number}pPr>`,
  );
  return `<p:sldMaster ${namespaces} preserve="1"><p:cSld name="${escaped(about.organisation)}"><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${shapeTree(shapes.join(''))}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle><a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">${spacingXml(28, 0)}<a:buNone/>${defaultRun(28, '+mj', tag, true)}</a:lvl1pPr></p:titleStyle><p:bodyStyle>${levels.map(level).join('')}</p:bodyStyle><p:otherStyle>${other.join('')}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

/** Masters and layouts are numbered in one series that begins here. */
export const masterId = 2_147_483_648;
const firstLayoutId = masterId + 1;

function defaultRun(size: number, font: '+mj' | '+mn', tag: string, strong = false): string {
  return `<a:defRPr lang="${tag}" sz="${size * 100}" b="${strong ? 1 : 0}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="${font}-lt"/><a:ea typeface="${font}-ea"/><a:cs typeface="${font}-cs"/></a:defRPr>`;
}
