import type { FoundTable } from '@samband/documents/reading';
import { expect, it } from 'vitest';
import { withWholeNames } from './people.rules.ts';

it('a first name and a last name in columns of their own become one name, and half of one stays as it is', () => {
  const table = (columns: readonly string[], cells: readonly string[]): FoundTable => ({
    ...{ kind: 'table', number: 1, origin: 'table', headings: [] },
    columns,
    rows: [{ place: 2, cells }],
  });
  const whole = withWholeNames(table(['Enhet', 'Efternamn', 'Förnamn', 'Titel'], ['Skola', 'Ek', 'Eva', 'rektor']));
  expect(whole.columns).toEqual(['Enhet', 'Namn', 'Titel']);
  expect(whole.rows[0]!.cells).toEqual(['Skola', 'Eva Ek', 'rektor']);
  const half = table(['Förnamn', 'Titel'], ['Eva', 'rektor']);
  expect(withWholeNames(half)).toBe(half);
});
