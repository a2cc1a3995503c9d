import { type ContentRow, tablePieces } from '../cells.ts';
import type { ReadBudget } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import { joinedLines, linesOf, paragraphText, textOfLine } from './pdf-lines.ts';
import type { PageText, PdfPage } from './pdf-pages.ts';
import type { MarkedContent, TagNode, TagTree } from './pdf-structure.ts';

/** Elements that stand by themselves; all others are words within one. */
const blocks = new Set(
  `Document DocumentFragment Part Art Sect Div Aside NonStruct Private BlockQuote Title P H H1 H2 H3 H4 H5 H6 H7 H8 H9 L LI Lbl LBody Table THead TBody
  TFoot TR TH TD Caption TOC TOCI Figure Formula Index Note FENote Form`.split(/\s+/),
);

interface Reading {
  readonly texts: ReadonlyMap<string, readonly PlacedText[]>;
  readonly budget: ReadBudget;
  readonly remarks: Remarks;
  /** How far the words of a page reach; within a cell, nowhere: that it could have held more is not known. */
  right(page: number): number;
}

interface PlacedText extends PageText {
  readonly page: number;
}

/** What the tags cover of the pages' letters that are the author's, from 0 to 1. */
export function coverageOf(tree: TagTree, pages: readonly PdfPage[]): number {
  const tagged = new Set(marksOf(tree.kids).map(keyOf));
  let all = 0;
  let covered = 0;
  for (const page of pages) {
    for (const { text, mark, artifact } of page.texts) {
      if (artifact) continue;
      all += text.length;
      if (mark !== undefined && page.object !== undefined && tagged.has(keyOf({ page: page.object, mark })))
        covered += text.length;
    }
  }
  return all === 0 ? 0 : covered / all;
}

export function hasTable(kids: TagTree['kids']): boolean {
  return kids.some((kid) => 'role' in kid && (kid.role === 'Table' || hasTable(kid.kids)));
}

/** Reads a PDF as its tags say: tables with all their cells, also over page turns; what is no content (heads and feet of pages) is not in them. */
export function taggedPieces(
  tree: TagTree,
  pages: readonly PdfPage[],
  budget: ReadBudget,
  remarks: Remarks,
): readonly Piece[] {
  const texts = new Map<string, PlacedText[]>();
  for (const page of pages) {
    for (const text of page.texts) {
      if (text.mark === undefined || page.object === undefined) continue;
      const key = keyOf({ page: page.object, mark: text.mark });
      const found = texts.get(key);
      if (found === undefined) texts.set(key, [{ ...text, page: page.number }]);
      else found.push({ ...text, page: page.number });
    }
  }
  const rights = new Map(
    pages.map(({ number, texts: all }) => [number, Math.max(0, ...all.map(({ x, width }) => x + width))]),
  );
  return blocksOf(tree.kids, { texts, budget, remarks, right: (page) => rights.get(page) ?? 0 });
}

function keyOf({ page, mark }: MarkedContent): string {
  return `${page}/${mark}`;
}

function isBlock(kid: TagNode | MarkedContent): kid is TagNode {
  return 'role' in kid && blocks.has(kid.role);
}

/** Words between blocks are paragraphs of their own. */
function blocksOf(kids: TagTree['kids'], reading: Reading): readonly Piece[] {
  const pieces: Piece[] = [];
  let loose: (TagNode | MarkedContent)[] = [];
  const flush = () => {
    const { text, page } = wordsOf(loose, reading);
    if (text !== '')
      pieces.push({ kind: 'paragraph', text, place: pieces.length + 1, ...(page !== undefined && { page }) });
    loose = [];
  };
  for (const kid of kids) {
    if (isBlock(kid)) {
      flush();
      pieces.push(...piecesOf(kid, reading));
    } else loose.push(kid);
  }
  flush();
  return pieces;
}

function piecesOf(node: TagNode, reading: Reading): readonly Piece[] {
  const level = /^H(\d)$/.exec(node.role)?.[1] ?? (node.role === 'Title' ? '1' : node.role === 'H' ? '2' : undefined);
  if (level !== undefined) {
    const { text } = wordsOf([node], reading);
    return text === '' ? [] : [{ kind: 'heading', level: Number(level), text }];
  }
  switch (node.role) {
    case 'P':
      return paragraphOf(node, reading);
    case 'Table':
      return tableOf(node, reading);
    case 'L':
      return [{ kind: 'list', items: itemsOf(node, reading) }];
    case 'TOC':
      return [{ kind: 'list', items: contentsOf(node, reading) }];
    case 'Figure':
    case 'Formula':
    case 'Lbl':
      return [];
    default:
      return blocksOf(node.kids, reading);
  }
}

/** Its words in one, and after them what stands in it by itself: a note, a list. */
function paragraphOf(node: TagNode, reading: Reading): readonly Piece[] {
  const { text, page } = wordsOf(
    node.kids.filter((kid) => !isBlock(kid)),
    reading,
  );
  const words: readonly Piece[] =
    text === '' ? [] : [{ kind: 'paragraph', text, place: 1, ...(page !== undefined && { page }) }];
  return [...words, ...node.kids.filter(isBlock).flatMap((kid) => piecesOf(kid, reading))];
}

function tableOf(node: TagNode, reading: Reading): readonly Piece[] {
  const caption = node.kids.find((kid): kid is TagNode => 'role' in kid && kid.role === 'Caption');
  const rows = rowsOf(node, false, reading);
  const words = caption === undefined ? '' : wordsOf([caption], reading).text;
  return tablePieces(rows, reading.budget, reading.remarks, words === '' ? undefined : words);
}

function rowsOf(node: TagNode, head: boolean, reading: Reading): readonly ContentRow[] {
  return node.kids.flatMap((kid): readonly ContentRow[] => {
    if (!('role' in kid)) return [];
    if (
      kid.role === 'THead' ||
      kid.role === 'TBody' ||
      kid.role === 'TFoot' ||
      kid.role === 'NonStruct' ||
      kid.role === 'Div'
    )
      return rowsOf(kid, head || kid.role === 'THead', reading);
    if (kid.role !== 'TR') return [];
    const cells = kid.kids.filter(
      (cell): cell is TagNode => 'role' in cell && (cell.role === 'TH' || cell.role === 'TD'),
    );
    const page = marksOf([kid]).flatMap((mark) => reading.texts.get(keyOf(mark)) ?? [])[0]?.page;
    return [
      {
        header: head || (cells.length > 1 && cells.every(({ role }) => role === 'TH')),
        ...(page !== undefined && { page }),
        cells: cells.map((cell) => ({
          pieces: blocksOf(cell.kids, { ...reading, right: () => 0 }),
          columns: cell.columns,
          rows: cell.rows,
        })),
      },
    ];
  });
}

/** Programs that do not tag the sign before an item leave it in its words. */
const itemSign = /^[-–•*·▪‣◦●○■□]\s+/;

function itemsOf(node: TagNode, reading: Reading): readonly string[] {
  return node.kids.flatMap((kid): readonly string[] => {
    if (!('role' in kid)) return [];
    if (kid.role === 'L') return itemsOf(kid, reading);
    if (kid.role !== 'LI' && kid.role !== 'LBody') return [];
    const within = kid.kids.filter(
      (each): each is TagNode => 'role' in each && (each.role === 'L' || each.role === 'LBody'),
    );
    const own = kid.kids.filter(
      (each) => !('role' in each && (each.role === 'L' || each.role === 'LBody' || each.role === 'Lbl')),
    );
    const text = wordsOf(own, reading).text.replace(itemSign, '');
    return [
      ...(text === '' ? [] : [text]),
      ...within.flatMap((each) =>
        itemsOf({ ...each, kids: [{ ...each, role: each.role === 'L' ? 'L' : 'LI' }] }, reading),
      ),
    ];
  });
}

/** Titles without the dots and the page after them. */
function contentsOf(node: TagNode, reading: Reading): readonly string[] {
  return node.kids.flatMap((kid): readonly string[] => {
    if (!('role' in kid)) return [];
    if (kid.role === 'TOC') return contentsOf(kid, reading);
    const within = kid.kids.filter((each): each is TagNode => 'role' in each && each.role === 'TOC');
    const { text } = wordsOf(
      kid.kids.filter((each) => !('role' in each && each.role === 'TOC')),
      reading,
    );
    const title = text.replace(/[\s.·…]*\d*$/, '');
    return [...(title === '' ? [] : [title]), ...within.flatMap((each) => contentsOf(each, reading))];
  });
}

function marksOf(kids: TagTree['kids']): readonly MarkedContent[] {
  return kids.flatMap((kid): readonly MarkedContent[] => ('role' in kid ? marksOf(kid.kids) : [kid]));
}

/** The words of what stands in a paragraph, with the line breaks that somebody made. */
function wordsOf(
  kids: TagTree['kids'],
  reading: Reading,
): { readonly text: string; readonly page: number | undefined } {
  const runs = kids.flatMap((kid) => runsOf(kid, reading));
  const pages = [...new Set(runs.map(({ page }) => page))];
  const lines = pages.map((page) => linesOf(runs.filter((run) => run.page === page)));
  if (lines.length !== 1) return { text: joinedLines(lines.flat().map(textOfLine), true), page: pages[0] };
  return { text: paragraphText(lines[0]!, reading.right(pages[0]!), true), page: pages[0] };
}

/** The letters of an element; where it says what is read instead, that, in the place of the first of them. */
function runsOf(kid: TagNode | MarkedContent, reading: Reading): readonly PlacedText[] {
  if (!('role' in kid)) return reading.texts.get(keyOf(kid)) ?? [];
  // The number of a note, the sign of an item.
  if (kid.role === 'Lbl') return [];
  const runs = kid.kids.flatMap((each) => runsOf(each, reading));
  const first = runs[0];
  if (kid.says === undefined || first === undefined) return runs;
  const line = runs.filter(({ page, y }) => page === first.page && Math.abs(y - first.y) < 1);
  return [{ ...first, text: kid.says, width: Math.max(...line.map(({ x, width }) => x + width)) - first.x }];
}
