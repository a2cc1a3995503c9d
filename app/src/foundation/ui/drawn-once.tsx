import { randomUUID } from 'node:crypto';
import { raw } from 'hono/html';
import { createContext, useContext } from 'hono/jsx';
import { HtmlEscapedCallbackPhase, type HtmlEscapedString, resolveCallback } from 'hono/utils/html';
import type { Content } from './children.ts';
import { LanguageContext, useLanguage } from './language.tsx';

interface DrawnOnceProps {
  /** What the drawing is of and never changes: a version of the figures, an analysis. */
  readonly owner: object;
  /** Everything else that it depends on; the language is added. */
  readonly of: readonly unknown[];
  readonly draw: () => Content;
}

/**
 * HTML that is the same for everyone who asks the same: drawn at the first question and kept, since drawing eighteen strips of 290
 * municipalities takes longer than all else a page needs. Nothing of a person may be in it, but for what `of` says.
 */
export function DrawnOnce({ owner, of, draw }: DrawnOnceProps) {
  const language = useLanguage();
  const pieces = useContext(PiecesContext);
  const key = `${numberOf(owner)}/${language}/${JSON.stringify(of)}`;
  // Nothing inside may need to wait: what is drawn is a text at once. Inside it, other drawings are text too.
  const drawn =
    kept.get(key) ??
    Buffer.from(
      String(
        <PiecesContext.Provider value={undefined}>
          <LanguageContext.Provider value={language}>{draw()}</LanguageContext.Provider>
        </PiecesContext.Provider>,
      ),
    );
  keep(key, drawn);
  return raw(pieces === undefined ? drawn.toString() : markOf(pieces.push(drawn) - 1));
}

/** A page in UTF-8 is its pieces after one another. */
export interface PagePiece {
  readonly bytes: Buffer<ArrayBuffer>;
  /** Then these are the same bytes, in the same place in memory, in every page that has the part. */
  readonly drawnOnce: boolean;
}

/** What was drawn once is handed on as it is: joining and encoding it as text anew took a third of a page's time. */
export async function pagePieces(page: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<readonly PagePiece[]> {
  const drawn: Buffer<ArrayBuffer>[] = [];
  const whole = <PiecesContext.Provider value={drawn}>{page}</PiecesContext.Provider>;
  const text = await resolveCallback(whole, HtmlEscapedCallbackPhase.Stringify, false, {});
  if (drawn.length === 0) return [{ bytes: Buffer.from(text), drawnOnce: false }];
  return text
    .split(marks)
    .map((part, i) =>
      i % 2 === 0 ? { bytes: Buffer.from(part), drawnOnce: false } : { bytes: drawn[Number(part)]!, drawnOnce: true },
    );
}

/** The pieces of the page that is being drawn; undefined where a part is drawn by itself. */
const PiecesContext = createContext<Buffer<ArrayBuffer>[] | undefined>(undefined);

// Never leaves the process, so that no one can write a mark into a page.
const secret = randomUUID();
const marks = new RegExp(`<!--${secret}:(\\d+)-->`);

function markOf(piece: number): string {
  return `<!--${secret}:${piece}-->`;
}

/** Some two hundred pages; the least recently shown goes first. */
const mostBytes = 32 * 1024 * 1024;

const kept = new Map<string, Buffer<ArrayBuffer>>();
let bytes = 0;

function keep(key: string, drawn: Buffer<ArrayBuffer>): void {
  if (kept.delete(key)) bytes -= drawn.length;
  kept.set(key, drawn);
  bytes += drawn.length;
  for (const [oldest, old] of kept) {
    if (bytes <= mostBytes) break;
    kept.delete(oldest);
    bytes -= old.length;
  }
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(owner: object): number {
  const known = numbers.get(owner);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(owner, lastNumber);
  return lastNumber;
}
