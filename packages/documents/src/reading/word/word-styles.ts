import { attributesOf, type Parts } from '../../xml/index.ts';
import { isOnValue } from './word-tree.ts';

/** What a paragraph's style says of what it is. */
export interface ParagraphStyle {
  readonly heading?: number | undefined;
  readonly listed?: boolean | undefined;
  readonly contents?: boolean | undefined;
  readonly bold?: boolean | undefined;
}

interface StyleAsWritten {
  name: string;
  basedOn: string | undefined;
  outline: number | undefined;
  numbered: boolean | undefined;
  bold: boolean | undefined;
}

/** By the id that paragraphs refer to. Names are Word's own in every language: "heading 1" is "Rubrik 1" on a Swedish screen. */
export async function readWordStyles(
  parts: Parts,
  part: string | undefined,
): Promise<ReadonlyMap<string, ParagraphStyle>> {
  const written = new Map<string, StyleAsWritten>();
  let style: StyleAsWritten | undefined;
  await parts.scan(part, {
    open(name, text) {
      if (name === 'style') {
        style = { name: '', basedOn: undefined, outline: undefined, numbered: undefined, bold: undefined };
        written.set(attributesOf(text).get('styleId') ?? '', style);
      } else if (style !== undefined) hear(style, name, text);
    },
    close(name) {
      if (name === 'style') style = undefined;
    },
    text() {},
  });
  return new Map([...written.keys()].map((id) => [id, resolve(written, id)]));
}

function hear(style: StyleAsWritten, name: string, text: string): void {
  const value = () => attributesOf(text).get('val');
  if (name === 'name') style.name = value() ?? '';
  else if (name === 'basedOn') style.basedOn = value();
  else if (name === 'outlineLvl') style.outline = Number(value());
  else if (name === 'numId') style.numbered = value() !== '0';
  else if (name === 'b') style.bold = isOnValue(value());
}

/** Styles are based on others, a few deep; a circle ends. */
const deepest = 12;

function resolve(written: ReadonlyMap<string, StyleAsWritten>, id: string): ParagraphStyle {
  let outline: number | undefined;
  let numbered: boolean | undefined;
  let bold: boolean | undefined;
  let heading: number | undefined;
  let contents = false;
  let at: string | undefined = id;
  for (let depth = 0; depth < deepest && at !== undefined; depth++) {
    const style = written.get(at);
    if (style === undefined) break;
    outline ??= style.outline;
    numbered ??= style.numbered;
    bold ??= style.bold;
    heading ??= headingOf(style.name);
    contents ||= /^(?:toc|table of figures) ?\d?$/i.test(style.name);
    at = style.basedOn;
  }
  const level = outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : heading;
  return {
    ...(level !== undefined && !contents && { heading: level }),
    ...(numbered !== undefined && { listed: numbered }),
    ...(contents && { contents }),
    ...(bold !== undefined && { bold }),
  };
}

function headingOf(name: string): number | undefined {
  if (/^title$/i.test(name)) return 1;
  const level = /^(?:heading|rubrik) (\d)$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}
