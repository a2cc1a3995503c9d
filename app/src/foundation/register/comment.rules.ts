/** As many characters as a comment may have. */
export const longestComment = 10_000;

export function commentBody(written: string): string {
  return written.replaceAll('\r\n', '\n').trim();
}

const longestName = 8;
/** An @ within a word is an address for mail. */
const mark = /(?<![\p{L}\p{N}_.@])@(?=\p{L})/gu;

/** For each @ what may be a name after it, the longest first: "Anna Berg, rektor", "Anna Berg", "Anna". */
export function namesAfterMarks(body: string): readonly (readonly string[])[] {
  return [...body.matchAll(mark)].map(({ index }) => {
    const line = body.slice(index + 1).split('\n')[0]!;
    const words = [...line.matchAll(/\S+/g)].slice(0, longestName);
    const beginnings = words.map((word) => line.slice(0, word.index + word[0].length));
    const bare = beginnings.map((beginning) => beginning.replace(/[\p{P}]+$/u, ''));
    return [...new Set([...beginnings, ...bare])].toSorted((a, b) => b.length - a.length);
  });
}

export type Mentions =
  | { readonly ok: true; readonly people: readonly string[] }
  /** A name that several people have. */
  | { readonly ok: false; readonly name: string };

/** Whom a comment names; what no one is called is just words. */
export function mentionsIn(body: string, called: ReadonlyMap<string, readonly string[]>): Mentions {
  const people = new Set<string>();
  for (const names of namesAfterMarks(body)) {
    const name = names.find((one) => (called.get(one) ?? []).length > 0);
    if (name === undefined) continue;
    const ids = called.get(name)!;
    if (ids.length > 1) return { ok: false, name };
    people.add(ids[0]!);
  }
  return { ok: true, people: [...people] };
}

export type Piece =
  | { readonly kind: 'text' | 'mention'; readonly words: string }
  | { readonly kind: 'link'; readonly words: string }
  | { readonly kind: 'break' };

/** Paragraphs of text, names and addresses. Only the web's own addresses become links. */
export function commentPieces(body: string, names: readonly string[]): readonly (readonly Piece[])[] {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return body.split(/\n[ \t]*\n\s*/).map((paragraph) =>
    paragraph.split('\n').flatMap((line, index): readonly Piece[] => {
      const pieces = linePieces(line, longestFirst);
      return index === 0 ? pieces : [{ kind: 'break' }, ...pieces];
    }),
  );
}

function linePieces(line: string, names: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const take = (at: number, piece: Piece & { words: string }) => {
    if (at > from) pieces.push({ kind: 'text', words: line.slice(from, at) });
    pieces.push(piece);
    from = at + piece.words.length;
  };
  for (const found of line.matchAll(/https?:\/\/[^\s<>"”]+|(?<![\p{L}\p{N}_.@])@(?=\p{L})/giu)) {
    if (found.index < from) continue;
    if (found[0] === '@') {
      const rest = line.slice(found.index + 1).toLowerCase();
      const name = names.find(
        (one) => rest.startsWith(one.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(rest.slice(one.length)),
      );
      if (name !== undefined)
        take(found.index, { kind: 'mention', words: line.slice(found.index, found.index + 1 + name.length) });
    } else {
      // What ends a sentence is seldom part of the address.
      const words = found[0].replace(/[.,;:!?)\]'’]+$/, '');
      if (URL.canParse(words)) take(found.index, { kind: 'link', words });
    }
  }
  if (from < line.length) pieces.push({ kind: 'text', words: line.slice(from) });
  return pieces;
}
