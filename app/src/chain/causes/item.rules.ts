const bullet = /^(?:[-*–—·•●▪■◦‣○o]|\d{1,2}[.)])\s+/;

/**
 * The items of a cell: one for each line and each bullet. Sentences on the same line stay together, since nobody but the writer knows
 * whether two sentences are one cause or two.
 */
export function itemsOf(cell: string): readonly string[] {
  return cell
    .split(/\r?\n|[•●▪■◦‣]/)
    .map((line) => line.trim().replace(bullet, '').replace(/\s+/g, ' ').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}

export interface AreaWords {
  readonly area: string;
  readonly costType: string;
}

/** "Särskilt boende - Personalkostnader": the unit, and after the last hyphen with spaces the cost type. */
export function splitArea(text: string): AreaWords {
  const [, area = '', costType = ''] = /^(.*\S)\s+[-–—]\s+(\S.*)$/s.exec(text.trim()) ?? [];
  return costType === '' ? { area: plain(text), costType: '' } : { area: plain(area), costType: plain(costType) };
}

/** The same in one cell again, as municipalities write it. */
export function joinArea({ area, costType }: AreaWords): string {
  return [area, costType].filter(Boolean).join(' - ');
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Texts that differ only in case and spaces are the same thing. */
export function sameWords(text: string): string {
  return plain(text).toLocaleLowerCase('sv');
}

/** A code for a word that somebody adds to a vocabulary: its letters and digits, unlike those that are taken. */
export function codeFor(label: string, taken: ReadonlySet<string>): string {
  const base =
    label
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'term';
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(code)) return code;
  }
}
