/**
 * What the writer sets its text in. Word's own styles are found in a template by the name that Word gives them in every language; the rest by Swedish
 * names that a municipality can use in its template to decide how they look.
 */
export type StyleRole =
  | 'normal'
  | 'body'
  | 'lead'
  | 'organisation'
  | 'title'
  | 'subtitle'
  | 'fact'
  | 'contentsHeading'
  | ContentsRole
  | HeadingRole
  | 'caption'
  | 'figure'
  | 'source'
  | 'tableText'
  | 'tableHeading'
  | 'table'
  | 'tableNormal'
  | 'noticeTitle'
  | 'notice'
  | 'quote'
  | BulletRole
  | NumberRole
  | 'footnoteText'
  | 'footnoteReference'
  | 'link'
  | 'header'
  | 'footer';

export type HeadingRole = `heading${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;
export type ContentsRole = `contents${1 | 2 | 3}`;
export type BulletRole = `bullet${1 | 2 | 3}`;
export type NumberRole = `number${1 | 2 | 3}`;

export interface StyleDefinition {
  readonly type: 'paragraph' | 'character' | 'table';
  /** `w:name`, compared without regard to case. */
  readonly name: string;
  /** What it is called in a file where nobody else has the name. */
  readonly id: string;
  readonly basedOn?: StyleRole;
  readonly next?: StyleRole;
  /** A style of Word's own, which gets no mark of being made here. */
  readonly builtIn: boolean;
  /** What follows after name, base and next in the order of the schema: rank, paragraph and run properties, table properties. */
  readonly properties: string;
  /** The style that a file has when nothing else is said. */
  readonly standard?: boolean;
}

/** The colours of the look, for where a theme gives none. */
export const colours = {
  ink: '1F2421',
  muted: '5D625C',
  hairline: 'E3DFD4',
  panel: 'F6F2E9',
  rust: 'A94A22',
} as const;

export interface LookOptions {
  /** Width of the text, in twentieths of a point: where right tab stops stand. */
  readonly textWidth: number;
  /** The municipality's colour, `rrggbb`; a theme's first accent colour goes before it. */
  readonly own: string;
  /** The numbering that heading styles carry, where they are to have one. */
  readonly headingNumId?: string | undefined;
  /** Half points. */
  readonly titleSize?: number | undefined;
  readonly chapterSize?: number | undefined;
  /** Whether some levels of the contents are Word's, with its indentation, so that the others must follow. */
  readonly wordContents?: boolean | undefined;
}

const major =
  '<w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/>';
const muted = `<w:color w:val="${colours.muted}"/>`;
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const spacing = (before: number, after: number, line = 240) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const bold = '<w:b/><w:bCs/>';
const shown = '<w:qFormat/>';

/** The look: Georgia and Calibri through the theme, few weights, hairlines, air. In a template its theme's fonts and first accent colour take their place. */
export function styleDefinitions({
  textWidth,
  own: ownColour,
  headingNumId,
  titleSize = 68,
  chapterSize = 42,
  wordContents,
}: LookOptions): Readonly<Record<StyleRole, StyleDefinition>> {
  const accent = `<w:color w:val="${ownColour}" w:themeColor="accent1"/>`;
  // Borders in the colour of the box are its air above and below.
  const edge = (side: 'top' | 'bottom') =>
    `<w:${side} w:val="single" w:sz="4" w:space="7" w:color="${colours.panel}"/>`;
  const noticeFrame = `<w:pBdr>${edge('top')}<w:left w:val="single" w:sz="24" w:space="10" w:color="${ownColour}" w:themeColor="accent1"/>${edge('bottom')}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${colours.panel}"/>`;
  const heading = (level: number, space: string, run: string) => headingStyle(level, space, run, headingNumId);
  const deepHeading = (level: number) => heading(level, spacing(220, 60), `${bold}${muted}${size(22)}`);
  return {
    normal: {
      ...builtIn('Normal', 'Normal'),
      standard: true,
      properties: `${shown}<w:pPr>${spacing(0, 150, 288)}</w:pPr><w:rPr><w:color w:val="${colours.ink}"/>${size(22)}</w:rPr>`,
    },
    body: { ...builtIn('Body Text', 'BodyText', 'normal'), properties: shown },
    tableNormal: {
      type: 'table',
      name: 'Normal Table',
      id: 'TableNormal',
      builtIn: true,
      standard: true,
      properties:
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    },
    lead: {
      ...own('Ingress', 'Ingress', 'normal', 'body'),
      properties: `${shown}<w:pPr>${spacing(0, 220, 312)}</w:pPr><w:rPr>${major}${size(26)}</w:rPr>`,
    },
    organisation: {
      ...own('Avsändare', 'Avsandare', 'normal', 'title'),
      properties: `<w:pPr><w:keepNext/>${spacing(720, 120)}</w:pPr><w:rPr>${bold}${accent}${size(22)}</w:rPr>`,
    },
    title: {
      ...builtIn('Title', 'Title', 'normal', 'subtitle'),
      properties: `${shown}<w:pPr><w:keepNext/><w:suppressAutoHyphens/>${spacing(0, 160, 228)}</w:pPr><w:rPr>${major}${size(titleSize)}</w:rPr>`,
    },
    subtitle: {
      ...builtIn('Subtitle', 'Subtitle', 'normal', 'body'),
      properties: `${shown}<w:pPr><w:keepNext/><w:suppressAutoHyphens/>${spacing(0, 320, 264)}</w:pPr><w:rPr>${major}${muted}${size(30)}</w:rPr>`,
    },
    fact: {
      ...own('Dokumentuppgift', 'Dokumentuppgift', 'normal', 'fact'),
      properties: `<w:pPr><w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs>${spacing(0, 40)}<w:ind w:left="1985" w:hanging="1985"/></w:pPr><w:rPr>${size(21)}</w:rPr>`,
    },
    contentsHeading: {
      ...builtIn('TOC Heading', 'TOCHeading', 'normal', 'normal'),
      properties: `${shown}<w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>${spacing(640, 160)}</w:pPr><w:rPr>${major}${size(30)}</w:rPr>`,
    },
    contents1: contents(1, wordContents ? [0, 480] : [0, 567], textWidth),
    contents2: contents(2, wordContents ? [220, 960] : [567, 1247], textWidth),
    contents3: contents(3, wordContents ? [440, 1440] : [1247, 2098], textWidth),
    heading1: heading(1, spacing(480, 200, 252), `${major}${size(chapterSize)}`),
    heading2: heading(2, spacing(400, 120), `${major}${bold}${size(28)}`),
    heading3: heading(3, spacing(300, 80), `${bold}${size(24)}`),
    heading4: deepHeading(4),
    heading5: deepHeading(5),
    heading6: deepHeading(6),
    heading7: deepHeading(7),
    heading8: deepHeading(8),
    heading9: deepHeading(9),
    caption: {
      ...builtIn('caption', 'Caption', 'normal', 'body'),
      properties: `${shown}<w:pPr><w:keepLines/><w:suppressAutoHyphens/>${spacing(200, 100)}</w:pPr><w:rPr>${size(21)}</w:rPr>`,
    },
    figure: {
      ...own('Figur', 'Figur', 'normal', 'caption'),
      properties: `<w:pPr><w:keepNext/>${spacing(240, 0)}</w:pPr>`,
    },
    source: {
      ...own('Källa', 'Kalla', 'normal', 'body'),
      properties: `${shown}<w:pPr><w:keepLines/>${spacing(80, 300)}</w:pPr><w:rPr>${muted}${size(18)}</w:rPr>`,
    },
    tableText: {
      ...own('Tabelltext', 'Tabelltext', 'normal', 'tableText'),
      properties: `${shown}<w:pPr>${spacing(50, 50)}</w:pPr><w:rPr>${size(20)}</w:rPr>`,
    },
    tableHeading: {
      ...own('Tabellrubrik', 'Tabellrubrik', 'tableText', 'tableText'),
      properties: `${shown}<w:pPr><w:keepNext/></w:pPr><w:rPr>${bold}${muted}${size(19)}</w:rPr>`,
    },
    table: {
      type: 'table',
      name: 'Samband tabell',
      id: 'SambandTabell',
      basedOn: 'tableNormal',
      builtIn: false,
      properties: `${shown}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders><w:bottom ${line(8, colours.ink)}/><w:insideH ${line(4, colours.hairline)}/></w:tblBorders><w:tblCellMar><w:top w:w="15" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="15" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom ${line(8, colours.ink)}/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`,
    },
    noticeTitle: {
      ...own('Faktaruta rubrik', 'Faktarutarubrik', 'normal', 'notice'),
      properties: `${shown}<w:pPr><w:keepNext/><w:keepLines/>${noticeFrame}${spacing(300, 0, 276)}<w:ind w:left="284" w:right="170"/></w:pPr><w:rPr>${bold}</w:rPr>`,
    },
    notice: {
      ...own('Faktaruta', 'Faktaruta', 'normal', 'body'),
      properties: `${shown}<w:pPr><w:keepLines/>${noticeFrame}${spacing(0, 360, 276)}<w:ind w:left="284" w:right="170"/></w:pPr>`,
    },
    quote: {
      ...builtIn('Quote', 'Quote', 'normal', 'body'),
      properties: `${shown}<w:pPr><w:keepLines/>${spacing(220, 280, 288)}<w:ind w:left="567" w:right="567"/></w:pPr><w:rPr>${major}<w:i/><w:iCs/>${size(23)}</w:rPr>`,
    },
    bullet1: item('List Bullet', 'ListBullet'),
    bullet2: item('List Bullet 2', 'ListBullet2'),
    bullet3: item('List Bullet 3', 'ListBullet3'),
    number1: item('List Number', 'ListNumber'),
    number2: item('List Number 2', 'ListNumber2'),
    number3: item('List Number 3', 'ListNumber3'),
    footnoteText: {
      ...builtIn('footnote text', 'FootnoteText', 'normal', 'footnoteText'),
      properties: `<w:pPr>${spacing(0, 40)}</w:pPr><w:rPr>${size(18)}</w:rPr>`,
    },
    footnoteReference: {
      ...builtIn('footnote reference', 'FootnoteReference'),
      type: 'character',
      properties: '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    },
    link: {
      ...builtIn('Hyperlink', 'Hyperlink'),
      type: 'character',
      properties: `<w:rPr>${accent}<w:u w:val="single"/></w:rPr>`,
    },
    header: {
      ...builtIn('header', 'Header', 'normal', 'header'),
      properties: `<w:pPr><w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>${spacing(0, 0)}</w:pPr><w:rPr>${muted}${size(18)}</w:rPr>`,
    },
    footer: {
      ...builtIn('footer', 'Footer', 'normal', 'footer'),
      properties: `<w:pPr><w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>${spacing(0, 0)}</w:pPr><w:rPr>${muted}${size(18)}</w:rPr>`,
    },
  };
}

function builtIn(name: string, id: string, basedOn?: StyleRole, next?: StyleRole) {
  return { type: 'paragraph' as const, name, id, builtIn: true, ...(basedOn && { basedOn }), ...(next && { next }) };
}

function own(name: string, id: string, basedOn: StyleRole, next: StyleRole) {
  return { type: 'paragraph' as const, name, id, basedOn, next, builtIn: false };
}

function headingStyle(level: number, space: string, run: string, numId: string | undefined): StyleDefinition {
  const numbering =
    numId === undefined ? '' : `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="${numId}"/></w:numPr>`;
  return {
    ...builtIn(`heading ${level}`, `Heading${level}`, 'normal', 'body'),
    properties: `${shown}<w:pPr><w:keepNext/><w:keepLines/>${numbering}<w:suppressAutoHyphens/>${space}<w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr>${run}</w:rPr>`,
  };
}

function contents(level: number, [left, title]: readonly [number, number], textWidth: number): StyleDefinition {
  const first = level === 1 ? `${spacing(100, 30)}` : spacing(0, 30);
  return {
    ...builtIn(`toc ${level}`, `TOC${level}`, 'normal', 'normal'),
    properties: `<w:uiPriority w:val="39"/><w:unhideWhenUsed/><w:pPr><w:tabs><w:tab w:val="left" w:pos="${title}"/><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>${first}<w:ind w:left="${left}" w:right="567"/></w:pPr><w:rPr>${level === 1 ? bold : ''}${size(21)}</w:rPr>`,
  };
}

function item(name: string, id: string): StyleDefinition {
  return { ...builtIn(name, id, 'normal'), properties: `${shown}<w:pPr>${spacing(0, 70, 280)}</w:pPr>` };
}

/** Attributes of a border; its width in eighths of a point. */
export function line(eighths: number, colour: string): string {
  return `w:val="single" w:sz="${eighths}" w:space="0" w:color="${colour}"`;
}
