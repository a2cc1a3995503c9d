import { type InlineText, plain } from '../model/index.ts';
import type { PlacedPart } from './placing.ts';
import { cellPadding, typeOf } from './table-layout.ts';
import type { TextParagraph } from './text-layout.ts';
import { emu, spacingXml, type TextContext, textBody } from './text-xml.ts';

export const tableStyleId = '{6B1F8C52-3D0E-4F57-9A43-5C0E2B7D9A11}';

type PlacedTable = Extract<PlacedPart, { kind: 'table' }>;

/** A table that can be edited and read cell by cell: its first row is marked as titles, its first column where it names the rows. */
export function tableXml({ table, layout }: PlacedTable, context: TextContext): string {
  const { size, padding, widths, headHeight, rowHeights } = layout;
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const cellOf = (text: InlineText, column: number, strong: boolean, line: string) =>
    cellXml(
      { text, type: { face: 'text', size }, colour: 'ink', before: 0, strong },
      {
        figures: table.columns[column]?.align === 'end',
        isFirst: column === 0,
        line,
        padding,
        context,
      },
    );
  const head = table.columns.map(({ title }, column) => cellOf(plain(title), column, true, lines.head)).join('');
  const rows = table.rows.map((row, index) => {
    const height = emu(rowHeights[index]!);
    const strong = typeOf(row, size).face === 'strong';
    if (row.role !== 'group') {
      const line = row.role === 'total' ? lines.total : lines.row;
      return `<a:tr h="${height}">${row.cells.map((text, column) => cellOf(text, column, strong, line)).join('')}</a:tr>`;
    }
    const merged = widths.slice(1).map(() => `<a:tc hMerge="1">${emptyText(size, context)}<a:tcPr/></a:tc>`);
    const only = cellXml(
      { text: row.cells[0] ?? [], type: { face: 'text', size }, colour: 'own', before: 0, strong },
      { figures: false, isFirst: true, line: lines.row, padding, context, span: widths.length },
    );
    return `<a:tr h="${height}">${only}${merged.join('')}</a:tr>`;
  });
  const firstColumn = table.rowHeader === true ? ' firstCol="1"' : '';
  return `<a:tbl><a:tblPr firstRow="1"${firstColumn}><a:tableStyleId>${tableStyleId}</a:tableStyleId></a:tblPr><a:tblGrid>${grid}</a:tblGrid><a:tr h="${emu(headHeight)}">${head}</a:tr>${rows.join('')}</a:tbl>`;
}

interface Cell {
  readonly figures: boolean;
  readonly isFirst: boolean;
  /** The lines around it. */
  readonly line: string;
  readonly padding: number;
  readonly context: TextContext;
  /** Columns that it stands over. */
  readonly span?: number;
}

function cellXml(
  paragraph: TextParagraph,
  { figures, isFirst, line: borders, padding, context, span = 1 }: Cell,
): string {
  const body = textBody([paragraph], context, '<a:bodyPr/>');
  const aligned = figures ? body.replace('<a:pPr marL="0" indent="0">', '<a:pPr marL="0" indent="0" algn="r">') : body;
  const [x, y] = [emu(cellPadding), emu(padding)];
  const anchor = borders === lines.head ? 'b' : 't';
  return `<a:tc${span > 1 ? ` gridSpan="${span}"` : ''}><a:txBody>${aligned}</a:txBody><a:tcPr marL="${isFirst ? 0 : x}" marR="${x}" marT="${y}" marB="${y}" anchor="${anchor}">${borders}<a:noFill/></a:tcPr></a:tc>`;
}

function emptyText(size: number, { language }: TextContext): string {
  return `<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${spacingXml(size, 0)}</a:pPr><a:endParaRPr lang="${language}" sz="${size * 100}"/></a:p></a:txBody>`;
}

function line(side: 'T' | 'B', points: number, colour: string): string {
  return `<a:ln${side} w="${emu(points)}" cap="flat" cmpd="sng"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:prstDash val="solid"/></a:ln${side}>`;
}

const none = (side: 'L' | 'R' | 'T') => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`;
const sides = none('L') + none('R');
const hairline = line('B', 0.75, 'accent6');

/** Lines under the rows, a stronger one under the titles and over a total. They stand in the cells too: not every program draws a table's style. */
const lines = {
  head: sides + none('T') + line('B', 1.25, 'tx1'),
  row: sides + hairline,
  total: sides + line('T', 1, 'tx1') + hairline,
};

/** New rows and tables that a person adds look like ours. */
export const tableStylesXml = `<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="${tableStyleId}"><a:tblStyle styleId="${tableStyleId}" styleName="Samband"><a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle><a:tcBdr><a:bottom>${styleLine(0.75, 'accent6')}</a:bottom><a:insideH>${styleLine(0.75, 'accent6')}</a:insideH></a:tcBdr></a:tcStyle></a:wholeTbl><a:lastRow><a:tcTxStyle b="on"/><a:tcStyle><a:tcBdr><a:top>${styleLine(1, 'tx1')}</a:top></a:tcBdr></a:tcStyle></a:lastRow><a:firstRow><a:tcTxStyle b="on"/><a:tcStyle><a:tcBdr><a:bottom>${styleLine(1.25, 'tx1')}</a:bottom></a:tcBdr></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>`;

function styleLine(points: number, colour: string): string {
  return `<a:ln w="${emu(points)}" cmpd="sng"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill></a:ln>`;
}
