import { type ContentCell, type ContentRow, tablePieces } from '../cells.ts';
import type { ReadBudget } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import { lineOf } from '../words.ts';
import { createHtmlFlow, type HtmlFlow } from './html-flow.ts';
import { attributeOf, scanHtml } from './html-scanner.ts';

interface TableHeard {
  readonly rows: { readonly cells: ContentCell[]; header: boolean }[];
  row: { readonly cells: ContentCell[]; header: boolean } | undefined;
  cell: { readonly flow: HtmlFlow; readonly columns: number; readonly rows: number } | undefined;
  captionFlow: HtmlFlow | undefined;
  caption: string | undefined;
  head: boolean;
}

/** No table that people read stands within more. */
const deepest = 30;

/** A page, or what Word, Excel and browsers put on the clipboard. */
export function readHtml(text: string, budget: ReadBudget, remarks: Remarks): readonly Piece[] {
  const body = createHtmlFlow();
  const tables: TableHeard[] = [];
  let hidden: { readonly name: string; depth: number } | undefined;

  const flow = (): HtmlFlow =>
    tables.findLast(holdsWords)?.captionFlow ?? tables.findLast(holdsWords)?.cell?.flow ?? body;

  const closeCell = (table: TableHeard) => {
    if (table.cell === undefined) return;
    const { flow: within, columns, rows } = table.cell;
    table.cell = undefined;
    table.row?.cells.push({ pieces: within.end(), columns, rows });
  };

  const closeRow = (table: TableHeard) => {
    closeCell(table);
    if (table.row !== undefined) table.rows.push(table.row);
    table.row = undefined;
  };

  const closeTable = () => {
    const table = tables.at(-1)!;
    closeRow(table);
    tables.pop();
    const rows: readonly ContentRow[] = table.rows;
    for (const piece of tablePieces(rows, budget, remarks, table.caption)) flow().add(piece);
  };

  const openInTable = (name: string, attributes: string): boolean => {
    const table = tables.at(-1);
    if (name === 'table') {
      if (tables.length >= deepest) return true;
      flow().endBlock();
      tables.push({
        rows: [],
        row: undefined,
        cell: undefined,
        captionFlow: undefined,
        caption: undefined,
        head: false,
      });
      return true;
    }
    if (table === undefined) return false;
    if (name === 'thead' || name === 'tbody' || name === 'tfoot') {
      closeRow(table);
      table.head = name === 'thead';
    } else if (name === 'tr') {
      closeRow(table);
      table.row = { cells: [], header: true };
    } else if (name === 'td' || name === 'th') {
      closeCell(table);
      table.row ??= { cells: [], header: true };
      if (name === 'td' && !table.head) table.row.header = false;
      table.cell = {
        flow: createHtmlFlow(),
        columns: spanOf(attributes, 'colspan'),
        rows: spanOf(attributes, 'rowspan'),
      };
    } else if (name === 'caption') table.captionFlow = createHtmlFlow();
    else return false;
    return true;
  };

  const closeInTable = (name: string): boolean => {
    const table = tables.at(-1);
    if (table === undefined) return false;
    if (name === 'table') closeTable();
    else if (name === 'tr' || name === 'thead' || name === 'tbody' || name === 'tfoot') {
      closeRow(table);
      if (name === 'thead') table.head = false;
    } else if (name === 'td' || name === 'th') closeCell(table);
    else if (name === 'caption' && table.captionFlow !== undefined) {
      table.caption = lineOf(table.captionFlow.end().map(textOf).join(' '));
      table.captionFlow = undefined;
    } else return false;
    return true;
  };

  scanHtml(text, {
    open(name, attributes) {
      if (hidden !== undefined) {
        if (hidden.name === name) hidden.depth++;
        return;
      }
      if (name === 'ins' || name === 'del') remarks.add('trackedChanges');
      if (name === 'del' || (!isVoid(name) && isHidden(attributes))) hidden = { name, depth: 1 };
      else if (!openInTable(name, attributes)) flow().open(name, attributes);
    },
    close(name) {
      if (hidden !== undefined) {
        if (hidden.name === name && --hidden.depth === 0) hidden = undefined;
      } else if (!closeInTable(name)) flow().close(name);
    },
    text(words) {
      if (hidden !== undefined) return;
      budget.text(words.length);
      flow().say(words);
    },
  });
  while (tables.length > 0) closeTable();
  return body.end();
}

function holdsWords({ cell, captionFlow }: TableHeard): boolean {
  return cell !== undefined || captionFlow !== undefined;
}

function textOf(piece: Piece): string {
  if (piece.kind === 'list') return piece.items.join(' ');
  return piece.kind === 'grid' ? '' : piece.text;
}

function isVoid(name: string): boolean {
  return /^(?:br|hr|img|input|meta|link|col|wbr|source|area|base|embed|track)$/.test(name);
}

function isHidden(attributes: string): boolean {
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes);
}

function spanOf(attributes: string, name: string): number {
  const span = Number(attributeOf(attributes, name) ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 65_534) : 1;
}
