import { median } from '@samband/analysis';
import { type Block, type InlineText, type List, plain, type Table, type TableColumn } from '@samband/documents';
import type { ThreadReport } from '../../chain/followup/index.ts';
import type { FigureHistory } from '../../chain/situation/index.ts';
import { richTextBlocks } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { type ArchiveSource, sourceTexts, yearWords } from '../part/index.ts';

/** What every part is written with. */
export interface Writing {
  readonly language: Language;
  /** Whose report it is, for the source of what is the municipality's own. */
  readonly organisation: string;
  /** The day that its rows were read, as 2026-03-02. */
  readonly day: string;
  /** The municipality's colour. */
  readonly own: string | undefined;
  /** A path to each kind of row, for what is counted as late. */
  readonly today: string;
}

/** The source of what people have written down. */
export function documented({ language, organisation, day }: Writing): string {
  return sourceTexts(language).documentation(organisation, day);
}

export type Area = ThreadReport['area'];

/** Paragraphs of a text as somebody typed it: an empty line begins a new one, a single one stays where it is. */
export function typedText(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph): Block => ({ kind: 'paragraph', text: lines(paragraph) }));
}

/** A formatted text in the place of one paragraph: its paragraphs and items under each other. */
export function inlineOf(source: string): InlineText {
  const texts = richTextBlocks(source).flatMap(wordsOfBlock);
  return texts.flatMap((text, index): InlineText => [...(index === 0 ? [] : [{ kind: 'break' as const }]), ...text]);
}

function wordsOfBlock(block: Block): readonly InlineText[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.kind === 'list'
    ? block.items.flatMap(({ text, list }) => [text, ...(list ? wordsOfBlock(list) : [])])
    : [];
}

/** The lines of a cell or a paragraph under each other. */
export function lines(text: string): InlineText {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line, index): InlineText => [...(index === 0 ? [] : [{ kind: 'break' as const }]), ...plain(line)]);
}

export function listOf(items: readonly (string | InlineText)[]): List {
  return {
    kind: 'list',
    ordered: false,
    items: items.map((item) => ({ text: typeof item === 'string' ? plain(item) : item })),
  };
}

export function tableOf(
  id: string,
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | InlineText)[])[],
  source: string,
): Table | undefined {
  if (rows.length === 0) return undefined;
  return {
    kind: 'table',
    id,
    caption,
    columns,
    rows: rows.map((cells) => ({ cells: cells.map((cell) => (typeof cell === 'string' ? plain(cell) : cell)) })),
    source,
  };
}

/** Where a history comes from, in a sentence. */
export function historySource(
  source:
    | { readonly kind: 'kolada'; readonly archive: { readonly exampleData: boolean; readonly fetchedAt: string } }
    | { readonly kind: 'local'; readonly source: string },
  years: readonly number[],
  language: Language,
  dateOf: (time: string) => string,
): string {
  const t = sourceTexts(language);
  if (source.kind === 'local') return t.local(yearWords(years), source.source);
  const archive: ArchiveSource = {
    exampleData: source.archive.exampleData,
    fetched: dateOf(source.archive.fetchedAt),
  };
  return archive.exampleData ? t.example(yearWords(years)) : t.both(yearWords(years), archive.fetched);
}

/** The median of those that a key figure is compared with, one year. */
export function medianAt({ others }: FigureHistory, index: number): number | undefined {
  const values = others.map(({ values: each }) => each[index]!).filter((value) => !Number.isNaN(value));
  return values.length === 0 ? undefined : median(values);
}

export function known(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

/** As many decimals as the figures of a chart deserve: 1 240 631, 19,0 and 0,42. */
export function decimalsOf(values: readonly (number | undefined)[]): number {
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  return largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
}
