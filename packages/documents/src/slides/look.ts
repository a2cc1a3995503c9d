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
export const area = { left: 56, width: 848, top: 34, bottom: 484 };

export const footer: Box = { x: area.left, y: 504, w: area.width, h: 16 };

/** Fonts that come with Office on every machine, and whose widths LibreOffice has in fonts of its own. */
export const fonts = { title: 'Cambria', text: 'Arial' };

/** Nothing on a slide is smaller. */
export const leastSize = 12;
export const sizes = {
  title: [28, 26, 24, 22, 20],
  lead: 18,
  body: [24, 22, 20, 18, 16],
  table: [16, 14, 12],
  small: 12,
};

/** Titles with more lines than this at the least size do not fit beside anything. */
export const mostTitleLines = 4;
export const mostLeadLines = 3;

/** The room between a title, a lead, and what follows. */
export const gaps = { afterTitle: 8, beforeContent: 16, between: 14, beforeSource: 8 };

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
