import { readFileSync } from 'node:fs';

/** Rows of a CSV in facit/ by column name; no field there holds a comma. */
export function facit(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../../facit/${file}`, import.meta.url), 'utf8');
  const [head, ...lines] = text.trim().split('\n');
  const columns = head!.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, fields[i]!]));
  });
}

/** The samples of facit/samples.csv by name. */
export function samples(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { sample, value } of facit('samples.csv'))
    found.set(sample!, [...(found.get(sample!) ?? []), Number(value)]);
  return found;
}
