/** A part of the slide, in points from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** 16:9, in points: 13⅓ × 7½ inches. */
export const page = { width: 960, height: 540 };

/** What slides are made of stands between these. */
export const area = { left: 56, width: 848, top: 30, bottom: 486 };

export const footer: Box = { x: area.left, y: 504, w: area.width, h: 16 };

/** Fonts that come with Office on every machine, and whose widths LibreOffice has in fonts of its own. */
export const fonts = { title: 'Cambria', text: 'Arial' };

/** Nothing on a slide is smaller. */
export const leastSize = 12;
export const sizes = {
  title: [28, 26, 24, 22, 20],
  kicker: 14,
  lead: 18,
  caption: 14,
  /** Of text and of tables that stand on the same slide: the first that has room is taken. */
  levels: [
    { text: 24, table: 20 },
    { text: 22, table: 18 },
    { text: 20, table: 16 },
    { text: 18, table: 14 },
    { text: 16, table: 14 },
    { text: 16, table: 12 },
  ],
  /** In a column, lines are short. */
  columnLevels: [
    { text: 24, table: 18 },
    { text: 22, table: 18 },
    { text: 20, table: 16 },
    { text: 18, table: 14 },
    { text: 16, table: 14 },
    { text: 16, table: 12 },
    { text: 14, table: 12 },
  ],
  number: [44, 40, 36, 32, 28, 24],
};
export type Level = (typeof sizes.levels)[number];

/** Titles with more lines than this at the least size do not fit beside anything. */
export const mostTitleLines = 4;
export const mostLeadLines = 3;

/** The room between a title, a lead, and what follows. */
export const gaps = {
  afterKicker: 2,
  afterTitle: 8,
  beforeContent: 18,
  between: 14,
  beforeSource: 10,
  afterCaption: 6,
  columns: 36,
};

export const palette = {
  ink: '1f2421',
  paper: 'fffdf8',
  muted: '5d625c',
  panel: 'f6f2e9',
  hairline: 'e3dfd4',
  rust: 'b4532a',
  context: '77746d',
  contextLight: '8d8980',
  contextLightest: 'c9c6be',
  earth: '6b5b2e',
};
