import { attributesOf, type XmlListener } from '../xml/index.ts';
import { dateOf } from './cell.ts';
import { withoutOfficeEscapes } from './xml-text.ts';

export interface CellContext {
  readonly texts: readonly string[];
  /** By the number of the style: what it shows a number as. */
  readonly styles: readonly ShownAs[];
  readonly from1904: boolean;
}

export type ShownAs = 'date' | 'percent' | 'number';

export class DamagedWorkbookError extends Error {
  override readonly name = 'DamagedWorkbookError';
}

/** A worksheet holds no more columns than this. */
const mostColumns = 16_384;

/** What a reader of whole files also wants to hear of a sheet. */
export interface SheetWatch {
  /** A value that a formula came to; `fault` when that is none, such as `#REF!`. */
  formula?(fault: boolean): void;
  /** A formula whose value the file does not hold: the program that wrote it did not calculate. */
  uncalculated?(): void;
  /** Cells are wanted as people take them: shares as "50 %" and not 0.5, and nothing where a formula came to a fault. */
  readonly forPeople?: boolean;
  /** Cells that are shown as one: `A1:C1`. They come after all rows. */
  merged?(range: string): void;
}

/** Hears a worksheet and hands on its rows one by one, with their number in Excel. Cells without a value cost nothing, wherever they stand. */
export function sheetListener(
  context: CellContext,
  row: (number: number, cells: string[]) => void,
  watch: SheetWatch = {},
): XmlListener {
  let within = false;
  let number = 0;
  let cells: string[] = [];
  let column = -1;
  let type: string | undefined;
  let style = 0;
  let heard: string | undefined;
  let listening = false;
  let phonetic = false;
  let formula = false;
  let valued = false;

  return {
    open(name, attributes, closed) {
      if (!within) {
        within = name === 'sheetData' && !closed;
        if (name === 'mergeCell') watch.merged?.(attributesOf(attributes).get('ref') ?? '');
        return;
      }
      if (name === 'row') {
        number = numberIn(attributes, rowNumber) ?? number + 1;
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnIn(attributes) ?? column + 1;
        if (column >= mostColumns) throw new DamagedWorkbookError('a cell beyond the last column');
        type = valueIn(attributes, cellType);
        style = numberIn(attributes, cellStyle) ?? 0;
        heard = undefined;
        formula = false;
        valued = false;
      } else if (name === 'v' || name === 't') {
        listening = !closed && !phonetic;
        valued = true;
      } else if (name === 'f') {
        formula = true;
        watch.formula?.(type === 'e');
      } else if (name === 'rPh') phonetic = !closed;
    },
    close(name) {
      if (!within) return;
      if (name === 'v' || name === 't') listening = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c') {
        if (formula && !valued) watch.uncalculated?.();
        const text = heard === undefined ? '' : cellText(heard, type, style, context, watch.forPeople === true);
        if (text !== '') {
          while (cells.length < column) cells.push('');
          cells[column] = text;
        }
      } else if (name === 'row') row(number, cells);
      else if (name === 'sheetData') within = false;
    },
    text(text) {
      if (listening) heard = heard === undefined ? text : heard + text;
    },
  };
}

const rowNumber = /\sr=["'](\d+)["']/;
const cellPlace = /\sr=["']([A-Za-z]+)\d+["']/;
const cellType = /\st=["'](\w+)["']/;
const cellStyle = /\ss=["'](\d+)["']/;

function valueIn(attributes: string, pattern: RegExp): string | undefined {
  return pattern.exec(attributes)?.[1];
}

function numberIn(attributes: string, pattern: RegExp): number | undefined {
  const value = valueIn(attributes, pattern);
  return value === undefined ? undefined : Number(value);
}

/** From 0. */
function columnIn(attributes: string): number | undefined {
  const letters = valueIn(attributes, cellPlace);
  if (letters === undefined) return undefined;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function cellText(
  heard: string,
  type: string | undefined,
  style: number,
  { texts, styles, from1904 }: CellContext,
  forPeople: boolean,
): string {
  switch (type) {
    case 's': {
      const text = texts[Number(heard)];
      if (text === undefined) throw new DamagedWorkbookError(`no shared text ${heard}`);
      return text;
    }
    case 'inlineStr':
    case 'str':
      return withoutOfficeEscapes(heard);
    case 'b':
      return heard === '1' ? 'true' : 'false';
    case 'd':
      return heard.replace('T', ' ').replace(/ 00:00(:00)?(\.0+)?Z?$/, '');
    case 'e':
      return forPeople ? '' : heard;
    default:
      return numberText(heard, styles[style] ?? 'number', from1904, forPeople);
  }
}

/** As short as the number allows: Excel writes 1.1 as 1.1000000000000001. */
function numberText(heard: string, shown: ShownAs, from1904: boolean, forPeople: boolean): string {
  const value = Number(heard);
  if (heard.trim() === '' || !Number.isFinite(value)) return heard;
  if (shown === 'date') return dateOf(value, from1904);
  return shown === 'percent' && forPeople ? `${Number((value * 100).toPrecision(12))} %` : String(value);
}

/** Hears the texts that the cells of all sheets share; `text` is told of each. */
export function sharedTextsListener(text: (text: string) => void): XmlListener {
  let heard = '';
  let listening = false;
  let phonetic = false;
  return {
    open(name, _attributes, closed) {
      if (name === 'si') {
        heard = '';
        if (closed) text('');
      } else if (name === 't') listening = !closed && !phonetic;
      else if (name === 'rPh') phonetic = !closed;
    },
    close(name) {
      if (name === 'si') text(withoutOfficeEscapes(heard));
      else if (name === 't') listening = false;
      else if (name === 'rPh') phonetic = false;
    },
    text(piece) {
      if (listening) heard += piece;
    },
  };
}

/** Hears the styles; `styles` gets one answer for each. */
export function stylesListener(styles: ShownAs[]): XmlListener {
  const own = new Map<number, string>();
  let within = false;
  return {
    open(name, attributes, closed) {
      if (name === 'numFmt') {
        const format = attributesOf(attributes);
        own.set(Number(format.get('numFmtId')), format.get('formatCode') ?? '');
      } else if (name === 'cellXfs') within = !closed;
      else if (name === 'xf' && within) {
        const id = Number(attributesOf(attributes).get('numFmtId') ?? 0);
        styles.push(own.has(id) ? shownBy(own.get(id)!) : shownByOffice(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
    text() {},
  };
}

/** Excel's own formats of shares, dates and times, with those of eastern Asia (ECMA-376 part 1, 18.8.30). */
function shownByOffice(id: number): ShownAs {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

/** Letters of year, month, day, hour and second outside quoted texts, escaped signs, colours and conditions; or the sign of percent. */
function shownBy(format: string): ShownAs {
  const code = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/[ymdhs]/i.test(code) && !/general|standard/i.test(code)) return 'date';
  return code.includes('%') ? 'percent' : 'number';
}
