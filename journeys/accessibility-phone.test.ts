import { expect, test } from 'vitest';
import { crawl } from './crawl.ts';
import { openJourney } from './journey.ts';

const journey = openJourney();

test('axe finds nothing on any page that links lead to, in English at the 390 pixels of a phone, and nothing is wider than the screen', async () => {
  const { faults, kinds } = await crawl(journey, { language: 'en', width: 390 });
  expect(faults).toEqual([]);
  // A crawl that ends early proves nothing.
  expect(kinds).toBeGreaterThan(30);
}, 600_000);
