import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KoladaQueryError } from './errors.ts';
import type { DataQuery } from './query.ts';
import { dataQuestions, listQuestions, ouDataQuestions } from './question.ts';

const base = new URL('https://kolada.example/v3');
const kpiIds = (n: number) => Array.from({ length: n }, (_, index) => `N${String(index).padStart(5, '0')}`);
const unitIds = (n: number) => Array.from({ length: n }, (_, index) => String(index).padStart(4, '0'));
const yearsOf = (n: number) => Array.from({ length: n }, (_, index) => 1990 + index);

describe('a question to Kolada', () => {
  it('has its lists in the path, where a misspelling cannot be ignored', () => {
    const [question] = dataQuestions(base, {
      kpis: ['N15027'],
      municipalities: ['1281', 'G2328'],
      fromDate: '2026-01-01',
    });
    expect(question?.url.href).toBe(
      'https://kolada.example/v3/data/kpi/N15027/municipality/1281,G2328?from_date=2026-01-01',
    );
  });

  it('may be posed in three two-part forms and one of three parts', () => {
    const all = { kpis: ['N1'.padEnd(6, '0')], municipalities: ['0001'], years: [2020] };
    const paths = [
      { kpis: all.kpis, years: all.years },
      { municipalities: all.municipalities, years: all.years },
      { kpis: all.kpis, municipalities: all.municipalities },
      all,
    ].map((query) => dataQuestions(base, query)[0]?.url.pathname);
    expect(paths).toEqual([
      '/v3/data/kpi/N10000/year/2020',
      '/v3/data/municipality/0001/year/2020',
      '/v3/data/kpi/N10000/municipality/0001',
      '/v3/data/kpi/N10000/municipality/0001/year/2020',
    ]);
  });

  it('is split so that no list is longer than 25 and every combination is asked for exactly once', () => {
    const size = fc.integer({ min: 1, max: 80 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 40 }), (kpis, units, years) => {
        const query = { kpis: kpiIds(kpis), municipalities: unitIds(units), years: yearsOf(years) };
        const asked = dataQuestions(base, query).map((question) => question.asked);
        const sizes = asked.map((each) => (each.kpis?.size ?? 0) * (each.units?.size ?? 0) * (each.years?.size ?? 0));
        expect(sizes.reduce((sum, each) => sum + each, 0)).toBe(kpis * units * years);
        for (const each of asked) {
          expect(Math.max(each.kpis?.size ?? 0, each.units?.size ?? 0, each.years?.size ?? 0)).toBeLessThanOrEqual(25);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('asks once for an id that is given twice', () => {
    const [question] = dataQuestions(base, { kpis: ['N00001', 'N00001'], years: [2020, 2020] });
    expect(question?.url.pathname).toBe('/v3/data/kpi/N00001/year/2020');
  });

  it('about units has its own path', () => {
    const [question] = ouDataQuestions(base, { kpis: ['N15027'], ous: ['V15E128100101'] });
    expect(question?.url.pathname).toBe('/v3/oudata/kpi/N15027/ou/V15E128100101');
  });

  it('about a list has its ids in the path, since /kpi_groups ignores them as a parameter', () => {
    const questions = listQuestions(base, 'kpi', { ids: kpiIds(26) });
    expect(questions.map(({ url }) => url.pathname.split('/').at(-1)?.split(',').length)).toEqual([25, 1]);
    expect(listQuestions(base, 'kpi_groups', { title: 'kkik å' })[0]?.url.search).toBe('?title=kkik+%C3%A5');
    expect(listQuestions(base, 'kpi', { ids: [] })).toEqual([]);
  });

  it.each<[string, DataQuery]>([
    ['query', { kpis: ['N15027'] }],
    ['query', {}],
    ['kpis', { kpis: [], years: [2020] }],
    ['municipalities', { municipalities: [], years: [2020] }],
    ['kpis', { kpis: ['n15027'], years: [2020] }],
    ['kpis', { kpis: ['N15027/../x'], years: [2020] }],
    ['municipalities', { municipalities: ['114'], years: [2020] }],
    ['municipalities', { municipalities: ['Lund'], years: [2020] }],
    ['years', { kpis: ['N15027'], years: [20] }],
    ['years', { kpis: ['N15027'], years: [2020.5] }],
    ['fromDate', { kpis: ['N15027'], years: [2020], fromDate: '2026-02-30' }],
    ['fromDate', { kpis: ['N15027'], years: [2020], fromDate: '1/2 2026' }],
  ])('with a wrong %s is refused before it is sent: %j', (field, query) => {
    expect(() => dataQuestions(base, query)).toThrow(expect.objectContaining({ code: 'query', field }));
    expect(() => dataQuestions(base, query)).toThrow(KoladaQueryError);
  });
});
