/** Composed letters (a Mac writes å as two), plain spaces, no soft hyphens, one sign for a line break, and no space around or doubled. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\0\u00ad\u200b\ufeff]/g, '')
    .replace(/[^\S\n\t]{2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

/** The same on one line. */
export function lineOf(text: string): string {
  return tidyText(text).replace(/\s+/g, ' ');
}
