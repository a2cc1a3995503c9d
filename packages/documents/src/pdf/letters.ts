import { houseFonts } from './fonts.ts';

/**
 * Words as they can be set and read aloud. PDF/UA and PDF/A refuse a glyph that no font has, so such a character becomes what it is
 * compatible with ("ﬁ" → "fi") or an open square; what cannot be seen (controls, marks of direction, joiners) goes; a line break is a space.
 * The space in "12 345" holds its number together.
 */
export function settable(words: string): string {
  return settableLetters(words)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0')
    .replace(/(?<!\p{L})\u00ad|\u00ad(?!\p{L})/gu, '');
}

function settableLetters(words: string): string {
  if (/^[\x20-\x7e\xa0-\xac\xae-\xff\u2013\u2014\u2019\u201d\u2212]*$/.test(words)) return words;
  let set = '';
  for (const character of words.normalize('NFC').replace(/[\s\u2028\u2029]*[\r\n\t\v\f\u0085\u2028\u2029]\s*/g, ' '))
    set += settableCharacter(character);
  return set;
}

/**
 * The same, with places to break where a word that is no word, as an address or a reference number, is wider than the room it has, in ems.
 * Words of letters alone are left to be hyphenated.
 */
export function settableIn(words: string, room: number): string {
  const set = settable(words);
  const { widthOf } = houseFonts();
  return set.replace(/[^\s\u00ad]{8,}/gu, (word) => {
    if (widthOf(word) <= room) return word;
    return word.replace(/([^\p{L}\p{N}])(?=[^\s])/gu, `$1${hiddenBreak}`).replace(/[^\u200b]{8,}/gu, (piece) => {
      if (widthOf(piece) <= room || /^\p{L}{1,80}$/u.test(piece)) return piece;
      const count = Math.max(1, Math.floor((piece.length * room * 0.9) / widthOf(piece)));
      return (piece.match(new RegExp(`.{1,${count}}`, 'gu')) ?? [piece]).join(hiddenBreak);
    });
  });
}

const hiddenBreak = '\u200b';

const unseen = /^[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb]$/u;
/** A soft hyphen says where a word may be broken. */
const softHyphen = '\u00ad';
/** Private use has no meaning that a reader could be told. */
const meaningless = /^[\p{Co}\p{Cn}]$/u;
const square = '□';

function settableCharacter(character: string): string {
  if (character === softHyphen) return character;
  if (unseen.test(character)) return '';
  if (meaningless.test(character)) return square;
  const { covers } = houseFonts();
  if (covers(character.codePointAt(0)!)) return character;
  const like = character.normalize('NFKC');
  return Array.from(like).every((each) => covers(each.codePointAt(0)!)) ? like : square;
}

/** The same for the text of an SVG, where a character may also stand as a number. */
export function settableSvg(svg: string): string {
  return svg
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (reference, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code < 0x80) return reference;
      return code <= 0x10ffff ? settableLetters(String.fromCodePoint(code)) : square;
    })
    .replace(/[\x80-\x9f\u0100-\u{10ffff}]+/gu, settableLetters);
}
