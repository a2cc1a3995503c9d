import { attributesOf } from '../../xml/index.ts';
import { type ContentRow, tablePieces } from '../cells.ts';
import type { ReadBudget } from '../limits.ts';
import type { ListPiece, ParagraphPiece, Piece } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import type { ParagraphStyle } from './word-styles.ts';
import { childOf, isOn, propertyOf, type WordNode } from './word-tree.ts';

/** Makes pieces of blocks as they come: what a paragraph is told by may stand in the one before it (a field that has not ended). */
export interface WordBlocks {
  take(node: WordNode): void;
  pieces(): readonly Piece[];
}

interface Context {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly budget: ReadBudget;
  readonly remarks: Remarks;
  /** Fields within fields; true while the formula of one is heard, before its result. */
  readonly fields: boolean[];
}

export function createWordBlocks(
  styles: ReadonlyMap<string, ParagraphStyle>,
  budget: ReadBudget,
  remarks: Remarks,
): WordBlocks {
  return createFlow({ styles, budget, remarks, fields: [] });
}

/** Blocks after each other: of the body, of a cell, or of a text box. */
function createFlow(context: Context): WordBlocks {
  const pieces: Piece[] = [];
  let items: string[] | undefined;
  let carried = '';
  let count = 0;

  const add = (piece: Piece) => {
    items = undefined;
    pieces.push(piece);
  };

  const addItem = (text: string) => {
    if (items === undefined) {
      const made: string[] = [];
      pieces.push({ kind: 'list', items: made } satisfies ListPiece);
      items = made;
    }
    items.push(text);
  };

  const takeParagraph = (node: WordNode) => {
    const properties = childOf(node, 'pPr');
    const words = wordsOf(node, context);
    const text = carried + words.text;
    carried = '';
    count++;
    context.budget.text(words.text.length);
    // The sign that ends it was deleted: it is one with the next.
    if (childOf(childOf(properties, 'rPr'), 'del') !== undefined) carried = text;
    else if (text.trim() !== '') addParagraph(text, words.bold, properties);
    for (const box of words.boxes) for (const piece of flowOf(box, context)) add(piece);
  };

  const addParagraph = (text: string, bold: boolean | undefined, properties: WordNode | undefined) => {
    const style = context.styles.get(propertyOf(properties, 'pStyle') ?? '') ?? {};
    const outline = propertyOf(properties, 'outlineLvl');
    const level = outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : style.heading;
    const numbered = propertyOf(childOf(properties, 'numPr'), 'numId');
    if (style.contents === true) addItem(text.replace(/\t\d*$/, '').replaceAll('\t', ' '));
    else if (level !== undefined) add({ kind: 'heading', level, text: text.replaceAll('\t', ' ') });
    else if (numbered === undefined ? style.listed === true : numbered !== '0') addItem(text.replaceAll('\t', ' '));
    else {
      const strong = bold ?? style.bold === true;
      add({ kind: 'paragraph', text, place: count, ...(strong && { strong }) } satisfies ParagraphPiece);
    }
  };

  const take = (node: WordNode) => {
    if (node.name === 'p') takeParagraph(node);
    else if (node.name === 'tbl') {
      for (const piece of tablePieces(contentRows(node, context), context.budget, context.remarks)) add(piece);
    } else if (node.name === 'sdt' && isPlaceholder(node)) return;
    else if (node.name !== 'r') for (const child of node.children) take(child);
  };

  return { take, pieces: () => pieces };
}

function flowOf(node: WordNode, context: Context): readonly Piece[] {
  const flow = createFlow(context);
  for (const child of node.children) flow.take(child);
  return flow.pieces();
}

/** "Klicka här för att skriva text" is no text. */
function isPlaceholder(node: WordNode): boolean {
  return childOf(node, 'showingPlcHdr') !== undefined;
}

interface Words {
  text: string;
  /** Undefined while nothing has been said. */
  bold: boolean | undefined;
  readonly boxes: WordNode[];
}

function wordsOf(paragraph: WordNode, context: Context): Words {
  const words: Words = { text: '', bold: undefined, boxes: [] };
  for (const child of paragraph.children) hearWords(child, words, context, false);
  return words;
}

function hearWords(node: WordNode, words: Words, context: Context, bold: boolean): void {
  const { fields, remarks } = context;
  switch (node.name) {
    case 'r': {
      const properties = childOf(node, 'rPr');
      if (isOn(properties, 'vanish')) return;
      for (const child of node.children) hearWords(child, words, context, isOn(properties, 'b'));
      return;
    }
    case 'fldChar': {
      const type = attributesOf(node.attributes).get('fldCharType');
      if (type === 'begin') fields.push(true);
      else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
      else if (type === 'end') fields.pop();
      return;
    }
    case 'txbxContent':
      words.boxes.push(node);
      return;
    case 'commentReference':
      remarks.add('comments');
      return;
    case 'pPr':
    case 'rPr':
      return;
    case 'sdt':
      if (isPlaceholder(node)) return;
  }
  const said = fields.includes(true) ? '' : saidBy(node);
  if (said.trim() !== '') words.bold = bold && words.bold !== false;
  words.text += said;
  for (const child of node.children) hearWords(child, words, context, bold);
}

function saidBy(node: WordNode): string {
  switch (node.name) {
    case 't':
      return node.text;
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return /type="(?:page|column)"/.test(node.attributes) ? ' ' : '\n';
    case 'noBreakHyphen':
      return '-';
    default:
      return '';
  }
}

function contentRows(table: WordNode, context: Context): readonly ContentRow[] {
  return rowsOf(table)
    .filter((row) => childOf(childOf(row, 'trPr'), 'del') === undefined)
    .map((row) => {
      const properties = childOf(row, 'trPr');
      return {
        header: isOn(properties, 'tblHeader'),
        before: Number(propertyOf(properties, 'gridBefore') ?? 0) || 0,
        cells: cellsOf(row).map((cell) => {
          const about = childOf(cell, 'tcPr');
          return {
            pieces: cellPieces(cell, context),
            columns: Number(propertyOf(about, 'gridSpan') ?? 1) || 1,
            goesOn: childOf(about, 'vMerge') !== undefined && propertyOf(about, 'vMerge') !== 'restart',
          };
        }),
      };
    });
}

function cellPieces(cell: WordNode, context: Context): readonly Piece[] {
  return childOf(childOf(cell, 'tcPr'), 'cellDel') === undefined ? flowOf(cell, context) : [];
}

/** Rows and cells may stand in content controls. */
function rowsOf(table: WordNode): readonly WordNode[] {
  return table.children.flatMap((child) => (child.name === 'tr' ? [child] : child.name === 'sdt' ? rowsOf(child) : []));
}

function cellsOf(row: WordNode): readonly WordNode[] {
  return row.children.flatMap((child) => (child.name === 'tc' ? [child] : child.name === 'sdt' ? cellsOf(child) : []));
}
