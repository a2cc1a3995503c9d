import { MINIMUM_N } from '@samband/analysis';
import { describe, expect, test } from 'vitest';
import { type MethodText, methodPages } from './method.pages.ts';

const pages = Object.entries(methodPages);
const lined = ['says', 'formula', 'computed', 'more', 'careful'] as const satisfies (keyof MethodText)[];

describe('the method pages', () => {
  test.each(pages)('%s says as much in English as in Swedish', (_slug, page) => {
    const [sv, en] = [page('sv'), page('en')];
    for (const key of lined) expect(en[key]?.split('\n').length, key).toBe(sv[key]?.split('\n').length);
    expect(Object.keys(en.parts ?? {})).toEqual(Object.keys(sv.parts ?? {}));
  });

  test('the fewest others of a comparison are those that the code asks for', () => {
    const { computed } = methodPages.jamforelse!('sv');
    expect(computed).toContain(
      `minst ${MINIMUM_N.all} andra kommuner bland alla, ${MINIMUM_N.class} i kommungruppen, ${MINIMUM_N.similar} bland liknande och ${MINIMUM_N.own} i en egen lista`,
    );
  });
});
