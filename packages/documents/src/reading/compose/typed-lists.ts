import type { Piece } from '../pieces.ts';

const sign = /^[-–•·▪●*] +(?=\S)/;

/** Makes lists of paragraphs that somebody has begun with a dash or a dot. */
export function withTypedLists(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  let items: string[] | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'paragraph' && sign.test(piece.text)) {
      if (items === undefined) {
        items = [];
        found.push({ kind: 'list', items });
      }
      for (const item of piece.text.split(/\n(?=[-–•·▪●*] +\S)/)) items.push(item.replace(sign, ''));
    } else {
      items = undefined;
      found.push(piece);
    }
  }
  return found;
}
