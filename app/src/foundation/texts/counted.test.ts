import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { counted } from './counted.ts';
import type { Language, TextTree } from './index.ts';

/** Every text of the program that is told a number, asked what it says of one. */
const source = path.resolve(import.meta.dirname, '..', '..');
const files = globSync('**/*texts.ts', { cwd: source });
const mostArguments = 6;

/** Nouns in the plural: after the number one they are a slip. */
const plurals: Readonly<Record<Language, RegExp>> = {
  sv: /(?<!\d[\s.,]?)1 (?:andra |nya |egna |öppna |olika )?(rader|åtgärder|kommentarer|bilagor|filer|orsaker|slutsatser|kommuner|personer|ändringar|enheter|kolumner|milstolpar|frågor|intervjuer|observationer|dagar|månader|veckor|timmar|minuter|sekunder|gånger|rutor|celler|länkar|grupper|avvikelser|kandidater|områden|fokusområden|effekter|inloggningar|inställningar|händelser|poster|delar|sidor|möten|bitar|noteringar|bedömningar|utfall som|samband är|kryss|koder|roller|förvaltningar|nämnder|uppgifter|siffror|namn som|steg är|skeden|händelserna|raderna|åtgärderna)(?!\p{L})/u,
  en: /(?<!\d[\s.,]?)1 (?:other |new |own |open |different )?(rows|actions|comments|attachments|files|causes|conclusions|municipalities|people|changes|units|columns|milestones|questions|interviews|observations|days|months|weeks|hours|minutes|seconds|times|cells|links|groups|deviations|candidates|areas|effects|settings|events|entries|parts|pages|meetings|proposals|key figures|values|years|steps|words|errors|faults|answers|figures|reports|roles|departments|committees|codes)(?!\p{L})/u,
};

function combinations(length: number, fixed: number): readonly (readonly unknown[])[] {
  let rows: unknown[][] = [[]];
  for (let i = 0; i < length; i++) {
    const values = i === fixed ? [1, '1'] : [1, '1', true, ''];
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  }
  return rows;
}

/** What a text says at best when its argument at a place is one: undefined when some way of saying it is right. */
function slipOf(text: (...values: never[]) => unknown, language: Language): string | undefined {
  for (let place = 0; place < Math.min(text.length, mostArguments); place++) {
    const said = combinations(Math.min(text.length, mostArguments), place).flatMap((values) => {
      try {
        const answer = text(...(values as never[]));
        return typeof answer === 'string' ? [answer] : [];
      } catch {
        // A text of something else than numbers and words.
        return [];
      }
    });
    if (said.length > 0 && said.every((sentence) => plurals[language].test(sentence))) return said[0];
  }
  return undefined;
}

function slips(tree: TextTree, language: Language, at = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === 'string') return [];
    if (typeof value === 'object') return slips(value, language, `${at}${key}.`);
    const slip = slipOf(value, language);
    return slip === undefined ? [] : [`${at}${key}: ${slip}`];
  });
}

test('one is followed by a word for one, several by a word for several', () => {
  expect([counted(1, 'rad', 'rader'), counted('1', 'rad', 'rader')]).toEqual(['1 rad', '1 rad']);
  expect([counted(0, 'rad', 'rader'), counted('1 200', 'rad', 'rader')]).toEqual(['0 rader', '1 200 rader']);
});

describe.each(files)('the texts of %s', (file) => {
  test('speak of one as one, in both languages', async () => {
    const exports = (await import(path.join(source, file))) as Record<string, unknown>;
    for (const texts of Object.values(exports)) {
      if (typeof texts !== 'function' || texts.length !== 1) continue;
      for (const language of ['sv', 'en'] as const) {
        const tree: unknown = texts(language);
        if (typeof tree === 'object' && tree !== null) expect(slips(tree as TextTree, language)).toEqual([]);
      }
    }
  });
});
