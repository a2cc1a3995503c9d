/** The characters that Windows-1252 has where Latin-1 has control codes, in the order of the bytes 0x80–0x9F. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u009fŸ';

/**
 * UTF-8 that was taken for Latin-1 or Windows-1252 and encoded once more: `Ã¶` for `ö`, `â€“` for a dash.
 * Seen in Kolada's group titles. Only what decodes to one character of UTF-8 is touched, so sound text passes unchanged.
 */
export function repairDoubleEncoding(text: string): string {
  if (!/[ÃÂâ]/.test(text)) return text;
  return text.replaceAll(/[ÃÂ].|â../gu, (found) => {
    const bytes = Uint8Array.from(found, byteOf);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return found;
    }
  });
}

/** A character outside the two tables gives a byte that no UTF-8 sequence accepts. */
function byteOf(character: string): number {
  const place = windows1252.indexOf(character);
  if (place >= 0) return 0x80 + place;
  const code = character.codePointAt(0) ?? 0xff;
  return Math.min(code, 0xff);
}
