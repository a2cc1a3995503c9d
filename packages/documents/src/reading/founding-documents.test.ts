import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FoundTable } from './content.ts';
import { readContent } from './index.ts';

const folder = resolve(import.meta.dirname, '../../../../../shared/seeds');
const present = existsSync(folder);
const why = present ? 'present' : 'skipped: the folder ../shared/seeds beside the repository is not on this machine';

const activities = 'Aktivitet | Datum | Målgrupp | Leverans';
const causes = 'Område | Problem/Utmaning | Orsak/Påverkas av | Förslag till åtgärd';
const people = 'Roll | Namn | Titel | Enhet';

interface Expected {
  readonly columns: string;
  readonly rows: number;
}

/** What each document holds, counted by hand; in the order of their file names. */
const expected: Readonly<Record<string, readonly Expected[]>> = {
  '000': [
    { columns: people, rows: 1 },
    { columns: people, rows: 2 },
  ],
  '001': [{ columns: 'Aktivitet | Budskap | Tidpunkt | Målgrupp | Kanal | Ansvarig', rows: 13 }],
  '002': [
    ...[20, 23, 21, 6].map((rows) => ({ columns: activities, rows })),
    { columns: people, rows: 29 },
    { columns: causes, rows: 9 },
    { columns: causes, rows: 4 },
  ],
  '003': [
    { columns: people, rows: 1 },
    { columns: people, rows: 2 },
  ],
  '004': [
    { columns: people, rows: 1 },
    { columns: 'Kolumn 1 | Kommun 1.0 | Kommun 2.0 | Kommun 3.0', rows: 7 },
    { columns: people, rows: 2 },
  ],
};

async function tablesOf(series: string): Promise<readonly FoundTable[]> {
  const name = readdirSync(folder).find((each) => each.startsWith(series))!;
  const result = await readContent(readFileSync(resolve(folder, name)), { name });
  if (!result.ok) throw new Error(result.problem);
  return result.content.parts.filter((part) => part.kind === 'table');
}

describe.skipIf(!present)(`the five founding documents (${why})`, () => {
  test('give every table and every list of people, whole, and none merged with another', async () => {
    const lines: string[] = [];
    for (const [series, wanted] of Object.entries(expected)) {
      const found = (await tablesOf(series)).map(({ columns, rows }) => ({
        columns: columns.join(' | '),
        rows: rows.length,
      }));
      wanted.forEach((each, index) => {
        lines.push(
          `${series}  ${index + 1}  rows ${found[index]?.rows ?? '–'} of ${each.rows}  ${found[index]?.columns ?? 'not found'}`,
        );
      });
      expect(found, series).toEqual(wanted);
    }
    console.info(['document, table, rows found of expected, columns', ...lines].join('\n'));
  });

  test('every table stands under its own headings, and a table of activities under its step', async () => {
    const [first, second, third, fourth, staff, elderCare, premises] = await tablesOf('002');
    for (const [index, table] of [first, second, third, fourth].entries()) {
      expect(table!.headings[0]).toMatch(/^Bilaga 1 /);
      expect(table!.headings.at(-1)).toMatch(new RegExp(`^Steg ${index + 1} `));
    }
    expect(staff!.headings.at(-1)).toMatch(/^Bilaga 3 /);
    expect(elderCare!.headings.map((heading) => heading.slice(0, 8))).toEqual(['Bilaga 4', 'Särskilt']);
    expect(premises!.headings.map((heading) => heading.slice(0, 8))).toEqual(['Bilaga 5', 'Lokalkos']);
  });

  test('a list of people gives each a role, a name, a title, and the unit where one is said', async () => {
    const staff = (await tablesOf('002'))[4]!;
    expect(new Set(staff.rows.map(({ cells }) => cells[0])).size).toBe(8);
    expect(staff.rows.every(({ cells: [, name, title] }) => name!.includes(' ') && title !== '')).toBe(true);
    expect(staff.rows.filter(({ cells }) => cells[3] !== '').length).toBe(15);
  });

  test('no cell holds the head of a page, and no paragraph is broken by one', async () => {
    for (const series of Object.keys(expected)) {
      const name = readdirSync(folder).find((each) => each.startsWith(series))!;
      const result = await readContent(readFileSync(resolve(folder, name)), { name });
      const texts = result.ok ? result.content.parts.map((part) => JSON.stringify(part)) : [];
      expect(texts.filter((text) => /Diarienummer/.test(text)).length).toBeLessThanOrEqual(1);
    }
  });
});
