import type { FoundRow } from '../content.ts';
import { lineOf } from '../words.ts';

const sumAlone = /^(?:(?:del|slut|total)?summa(?: totalt)?|totalsumma|subtotal|sum|grand total)\s*:?$/i;
const sumWord = /^(?:(?:del|slut|total)?summa|totalt?|subtotal|sum|grand total)(?=[\s:,.]|$)/i;
const amount = /^([-−–+]?\d[\d ]*(?:[.,]\d+)?)\s*(kr|tkr|mnkr|mkr|%)?$/i;
const factors: Readonly<Record<string, number>> = { kr: 1, tkr: 1000, mnkr: 1_000_000, mkr: 1_000_000 };

/**
 * Marks the rows that only add up others: "Summa" or "Delsumma" beside nothing but numbers; or "Totalt", "Summa lokaler", where the numbers do add up.
 * What is called so and is no sum – a share for all together – is a row as others.
 */
export function withSumsMarked(rows: readonly FoundRow[]): readonly FoundRow[] {
  let from = 0;
  const single: FoundRow[] = [];
  return rows.map((row, at) => {
    const label = labelOf(row);
    const adds =
      label !== undefined &&
      (sumAlone.test(label) ||
        (sumWord.test(label) && (addsUp(row, rows.slice(from, at), from === 0 ? 2 : 1) || addsUp(row, single, 2))));
    if (!adds || at === 0) {
      single.push(row);
      return row;
    }
    from = at + 1;
    return { ...row, sum: true };
  });
}

/** The only words of a row that otherwise holds numbers. */
function labelOf({ cells }: FoundRow): string | undefined {
  const filled = cells.map(lineOf).filter((cell) => cell !== '' && !/^[-–—−]+$/.test(cell));
  const words = filled.filter((cell) => !amount.test(cell));
  return words.length === 1 && filled.length > 1 ? words[0] : undefined;
}

function addsUp({ cells }: FoundRow, above: readonly FoundRow[], least: number): boolean {
  return cells.some((cell, column) => {
    const said = numberIn(cell);
    if (said === undefined || said === 0 || above.length < least) return false;
    const sum = above.reduce((total, row) => total + (numberIn(row.cells[column] ?? '') ?? 0), 0);
    return Math.abs(sum - said) <= Math.abs(said) * 0.001;
  });
}

function numberIn(cell: string): number | undefined {
  const [, digits, unit = ''] = amount.exec(lineOf(cell)) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits.replace(/ /g, '').replace(',', '.').replace(/^[−–]/, '-')) * (factors[unit.toLowerCase()] ?? 1);
}
