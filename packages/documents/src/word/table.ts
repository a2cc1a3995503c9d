import { withRoomForWords } from '../model/column-room.ts';
import { type InlineText, type Table, type TableRow, wordsOf } from '../model/index.ts';
import type { BodyContext } from './body.ts';
import { inlineXml, run } from './inline.ts';
import { withJoints } from './joints.ts';
import { paragraphXml } from './paragraph.ts';
import { colours, line } from './style-definitions.ts';
import { wordWords } from './words.ts';
import { asOneLine, xmlText } from './xml.ts';

/** Twentieths of a point beside a cell's text. */
const air = 160;
/** Half points: a table of many columns is set smaller before it is squeezed. */
const small = 16;

/** A table of this many lines at most stays on one page: longer ones that do leave half a page empty before them. */
const together = 14;

/** The table alone, without caption and source; never the last thing on a page before what belongs to it. */
export function tableXml(table: Table, context: BodyContext, textWidth: number): string {
  const { columns, rows, source } = table;
  const { document, styles } = context;
  const needed = columnNeeds(table);
  const total = needed.reduce((sum, { least }) => sum + least, 0);
  const size = total * usual > textWidth ? small : undefined;
  const widths = columnWidths(table, needed, textWidth);
  const description = wordWords(document.language).tableDescription(
    columns.map(({ title }) => title),
    rows.length,
  );
  const look = `<w:tblLook w:val="${lookBits(table)}" w:firstRow="1" w:lastRow="0" w:firstColumn="${table.rowHeader ? 1 : 0}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`;
  const properties = `<w:tblPr><w:tblStyle w:val="${xmlText(styles.id('table'))}"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}<w:tblCaption w:val="${xmlText(asOneLine(table.caption))}"/><w:tblDescription w:val="${xmlText(asOneLine(description))}"/></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const isLow = rows.reduce((sum, row) => sum + linesOf(row, widths), 0) <= together;
  const keeps = (index: number) => {
    const last = index === rows.length - 1;
    if (last) return source !== undefined;
    return isLow || index < 1 || index >= rows.length - 2 || rows[index]?.role === 'group';
  };
  const cells: CellContext = { table, context, widths, size };
  const body = rows.map((row, index) => rowXml(row, keeps(index), cells)).join('');
  return `<w:tbl>${properties}${grid}${headerXml(cells)}${body}</w:tbl>`;
}

interface CellContext {
  readonly table: Table;
  readonly context: BodyContext;
  readonly widths: readonly number[];
  readonly size: number | undefined;
}

/** The same as the words beside it, for programs from before 2010: first row 0020, first column 0080, no vertical bands 0400. */
function lookBits({ rowHeader }: Table): string {
  return (0x0420 | (rowHeader ? 0x0080 : 0)).toString(16).padStart(4, '0').toUpperCase();
}

function headerXml({ table, context, widths, size }: CellContext): string {
  const style = context.styles.id('tableHeading');
  const cells = table.columns.map(({ title, align }, column) => {
    const content = paragraphXml(
      { style, keepNext: true, align: align === 'end' ? 'right' : undefined },
      run(divisible(title, widths[column]!, context), { size }),
    );
    return cellXml(content, widths[column]!, '');
  });
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}

function rowXml({ cells, role }: TableRow, keepNext: boolean, { table, context, widths, size }: CellContext): string {
  const style = context.styles.id('tableText');
  const look = { strong: role !== undefined, size };
  const content = (text: InlineText, align?: 'right', before?: number) =>
    paragraphXml(
      { style, keepNext, align, before },
      inlineXml(text, context, { relations: context.relations, run: look }),
    );
  const each =
    role === 'group'
      ? [
          cellXml(
            content(cells[0] ?? [], undefined, 160),
            widths.reduce((sum, width) => sum + width, 0),
            spanXml(widths.length),
          ),
        ]
      : cells.map((text, column) =>
          cellXml(
            content(
              text.map((part) =>
                part.kind === 'text' ? { ...part, text: divisible(part.text, widths[column]!, context) } : part,
              ),
              table.columns[column]?.align === 'end' ? 'right' : undefined,
            ),
            widths[column]!,
            role === 'total' ? `<w:tcBorders><w:top ${line(8, colours.ink)}/></w:tcBorders>` : '',
          ),
        );
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${each.join('')}</w:tr>`;
}

/** Words that are wider than their column may be divided in it. */
function divisible(words: string, width: number, { document }: BodyContext): string {
  if (document.language !== 'sv') return words;
  return words.replace(/\p{L}{13,}/gu, (word) => (breadth(word) * bold > width - air ? withJoints(word) : word));
}

function spanXml(columns: number): string {
  return columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
}

/** A cell ends with a paragraph, or Word calls the file damaged. */
function cellXml(content: string, width: number, properties: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
}

interface ColumnNeed {
  /** So that no word and no figure is broken. */
  readonly least: number;
  /** So that most cells stand on one line. */
  readonly good: number;
}

const longestLine = 4400;
const longestUnbroken = 2300;

function columnNeeds({ columns, rows }: Table): readonly ColumnNeed[] {
  return columns.map(({ title, align }, column) => {
    const texts = rows.filter(({ role }) => role !== 'group').map(({ cells }) => wordsOf(cells[column] ?? []));
    // Figures are not broken at the space between thousands.
    const unbroken = texts.map((text) => (align === 'end' && text.length <= 16 ? breadth(text) : longestWord(text)));
    const least = Math.min(longestUnbroken, Math.max(300, longestWord(title) * bold, ...unbroken));
    const good = Math.max(least, ...[title.slice(0, 18), ...texts].map((text) => Math.min(longestLine, breadth(text))));
    return { least: least + air, good: good + air };
  });
}

/** Dates and the like stay whole; longer words may come apart at their hyphens. */
function longestWord(text: string): number {
  const words = text.split(/\s+/).flatMap((word) => (word.length > 12 ? word.split(/(?<=[-–/])|\u00ad/) : [word]));
  return Math.max(0, ...words.map(breadth));
}

/** Of a row that is as high as its highest cell. */
function linesOf({ cells, role }: TableRow, widths: readonly number[]): number {
  if (role === 'group') return 1;
  return Math.max(
    ...cells.map((cell, column) => Math.ceil((breadth(wordsOf(cell)) * usual) / (widths[column]! - air))),
  );
}

/**
 * Twentieths of a point that words take in the size of tables, in Verdana or DejaVu Sans, the widest of the fonts that stand in for another: where the template's
 * own is not on a machine, words and figures still stay whole.
 */
function breadth(text: string): number {
  let sum = 0;
  for (const sign of text)
    sum += /[\d+=−–-]/.test(sign)
      ? 128
      : /[mwMW%—]/.test(sign)
        ? 180
        : /[A-ZÅÄÖ]/.test(sign)
          ? 146
          : /[tfr]/.test(sign)
            ? 80
            : /[ijl.,:;'|!()\s]/.test(sign)
              ? 64
              : 124;
  return sum;
}

/** What Calibri, Arial and the like take of that. */
const usual = 0.84;
/** What the headers take more of it, a little smaller and bold. */
const bold = 1.08;

/** Whole twentieths of a point that together are the table's width. */
export function columnWidths({ columns }: Table, needs: readonly ColumnNeed[], textWidth: number): readonly number[] {
  const said = columns.map(({ width }) => (width !== undefined && width > 0 ? width : undefined));
  const saidTotal = said.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const allSaid = said.every((width) => width !== undefined);
  // Shares that leave nothing to the others, or that do not add up, are shares of their own sum.
  const scale = allSaid || saidTotal >= 1 ? (allSaid ? 1 : 0.9) / saidTotal : 1;
  const left = textWidth * (1 - saidTotal * scale);
  const free = needs.filter((_, column) => said[column] === undefined);
  const least = free.reduce((sum, need) => sum + need.least, 0);
  const good = free.reduce((sum, need) => sum + need.good, 0);
  const weight = (column: number) => (columns[column]?.align === 'end' ? 0.4 : 1) * (needs[column]?.good ?? 0);
  const weights = needs.reduce((sum, _, column) => sum + (said[column] === undefined ? weight(column) : 0), 0);
  const exact = needs.map((need, column) => {
    const share = said[column];
    if (share !== undefined) return share * scale * textWidth;
    // Between what each column must have and what it would like, all come equally far.
    if (good <= least || left <= least) return (need.least / least) * left;
    const far = (left - least) / (good - least);
    if (far <= 1) return need.least + (need.good - need.least) * far;
    // What is over goes to words before figures, which are compared more easily side by side.
    return need.good + (left - good) * (weight(column) / weights);
  });
  let before = 0;
  let place = 0;
  const roomy = withRoomForWords(
    exact,
    needs.map((need) => need.least),
  );
  return roomy.map((width) => {
    place += width;
    const rounded = Math.round(place) - before;
    before += rounded;
    return Math.max(1, rounded);
  });
}
