import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './date.ts';

const days: readonly (readonly [string, string])[] = [
  ['210913', '2021-09-13'],
  ['2021-09-13', '2021-09-13'],
  ['2021-9-3', '2021-09-03'],
  ['20210913', '2021-09-13'],
  ['13092021', '2021-09-13'],
  ['2021/09/13', '2021-09-13'],
  ['2021-09-13 10:00', '2021-09-13'],
  ['2021-09-13 kl. 10.00–12.00', '2021-09-13'],
  ['2021-09-13T00:00:00Z', '2021-09-13'],
  ['13 september 2021', '2021-09-13'],
  ['den 13 september 2021', '2021-09-13'],
  ['Måndag den 13:e september 2021', '2021-09-13'],
  ['mån 13 sept. 2021', '2021-09-13'],
  ['13 sep -21', '2021-09-13'],
  ['13 sep ’21', '2021-09-13'],
  ['13/9 2021', '2021-09-13'],
  ['13/9-21', '2021-09-13'],
  ['13/9/2021', '2021-09-13'],
  ['9/13/2021', '2021-09-13'],
  ['3/3/2021', '2021-03-03'],
  ['3/4 2021', '2021-04-03'],
  ['13.9.2021', '2021-09-13'],
  ['13. 9. 2021', '2021-09-13'],
  ['13-09-2021', '2021-09-13'],
  ['September 13, 2021', '2021-09-13'],
  ['13 Sept 2021', '2021-09-13'],
  ['Sept 13th, 2021', '2021-09-13'],
  ['2021 13 september', '2021-09-13'],
  ['29 februari 2024', '2024-02-29'],
  ['ca 1 maj 2022', '2022-05-01'],
  ['13 sep 21', '2021-09-13'],
  ['13-sep-21', '2021-09-13'],
  ['2021-09-13?', '2021-09-13'],
  // A day as Excel counts them.
  ['44452', '2021-09-13'],
];

const periods: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['v. 37 2021', '2021-09-13', '2021-09-19'],
  ['v37 2021', '2021-09-13', '2021-09-19'],
  ['vecka 37, 2021', '2021-09-13', '2021-09-19'],
  ['2021 v. 37', '2021-09-13', '2021-09-19'],
  ['2021-W37', '2021-09-13', '2021-09-19'],
  ['v 2137', '2021-09-13', '2021-09-19'],
  ['v. 53 2020', '2020-12-28', '2021-01-03'],
  ['v. 1 2021', '2021-01-04', '2021-01-10'],
  ['v. 37–39 2021', '2021-09-13', '2021-10-03'],
  ['v.37-v.39 2021', '2021-09-13', '2021-10-03'],
  ['v. 37-39 2021', '2021-09-13', '2021-10-03'],
  ['v37/38 2021', '2021-09-13', '2021-09-26'],
  ['v. 37-21', '2021-09-13', '2021-09-19'],
  ['v. 12 -21', '2021-03-22', '2021-03-28'],
  ['v. 50–2 2022', '2021-12-13', '2022-01-16'],
  ['v 37 (2021)', '2021-09-13', '2021-09-19'],
  ['ht 21', '2021-07-01', '2021-12-31'],
  ['höst 21', '2021-09-01', '2021-11-30'],
  ['3:e kvartalet 2021', '2021-07-01', '2021-09-30'],
  ['kv 1-2 2022', '2022-01-01', '2022-06-30'],
  ['1:a halvåret 2022', '2022-01-01', '2022-06-30'],
  ['andra tertialet 2021', '2021-05-01', '2021-08-31'],
  ['årsskiftet 2021/2022', '2021-12-31', '2022-01-01'],
  ['läsåret 21/22', '2021-07-01', '2022-06-30'],
  ['mars/april 2022', '2022-03-01', '2022-04-30'],
  ['ht 21/vt 22', '2021-07-01', '2022-06-30'],
  ['210913-15', '2021-09-13', '2021-09-15'],
  ['efter sommaren 2021', '2021-09-01', undefined],
  ['innan sommaren 2021', undefined, '2021-05-31'],
  ['innan jul 2021', undefined, '2021-12-23'],
  ['klar december 2021', undefined, '2021-12-31'],
  ['sept 2021', '2021-09-01', '2021-09-30'],
  ['sep-21', '2021-09-01', '2021-09-30'],
  ['September 2021', '2021-09-01', '2021-09-30'],
  ['2021-09', '2021-09-01', '2021-09-30'],
  ['09/2021', '2021-09-01', '2021-09-30'],
  ['i slutet av september 2021', '2021-09-01', '2021-09-30'],
  ['Q3 2021', '2021-07-01', '2021-09-30'],
  ['kvartal 3, 2021', '2021-07-01', '2021-09-30'],
  ['tredje kvartalet 2021', '2021-07-01', '2021-09-30'],
  ['tertial 2 2021', '2021-05-01', '2021-08-31'],
  ['andra halvåret 2021', '2021-07-01', '2021-12-31'],
  ['hösten 2021', '2021-09-01', '2021-11-30'],
  ['höst 2021', '2021-09-01', '2021-11-30'],
  ['våren 2022', '2022-03-01', '2022-05-31'],
  ['vintern 2021/22', '2021-12-01', '2022-02-28'],
  ['HT 2021', '2021-07-01', '2021-12-31'],
  ['ht21', '2021-07-01', '2021-12-31'],
  ['vt-22', '2022-01-01', '2022-06-30'],
  ['2021', '2021-01-01', '2021-12-31'],
  ['under 2021', '2021-01-01', '2021-12-31'],
  ['2021–2023', '2021-01-01', '2023-12-31'],
  ['2021/22', '2021-01-01', '2022-12-31'],
  ['läsåret 2021/22', '2021-07-01', '2022-06-30'],
  ['13–15 september 2021', '2021-09-13', '2021-09-15'],
  ['13/9–15/10 2021', '2021-09-13', '2021-10-15'],
  ['13–15/9 2021', '2021-09-13', '2021-09-15'],
  ['210913–210915', '2021-09-13', '2021-09-15'],
  ['2021-09-13 - 2021-09-15', '2021-09-13', '2021-09-15'],
  ['2021-09-13 till 2021-09-15', '2021-09-13', '2021-09-15'],
  ['2021-09-13 – 15', '2021-09-13', '2021-09-15'],
  ['sept–okt 2021', '2021-09-01', '2021-10-31'],
  ['nov–feb 2022', '2021-11-01', '2022-02-28'],
  ['nov 2021 – feb', '2021-11-01', '2022-02-28'],
  ['hösten 2021 – våren 2022', '2021-09-01', '2022-05-31'],
  ['från 1 maj 2021', '2021-05-01', undefined],
  ['fr.o.m. 2021-05-01', '2021-05-01', undefined],
  ['2021-05-01 –', '2021-05-01', undefined],
  ['senast 31 maj 2021', undefined, '2021-05-31'],
  ['t.o.m. v. 37 2021', undefined, '2021-09-19'],
];

describe('a date', () => {
  it.each(days)('%s is the day %s', (text, day) => {
    expect(readDate(text)).toEqual({ ok: true, start: day, end: day, precision: 'day' });
  });

  it.each(periods)('%s begins %s and ends %s', (text, start, end) => {
    expect(readDate(text)).toMatchObject({ ok: true, start, end });
  });

  it('that can be read both ways is said to be so, unless somebody tells the order', () => {
    expect(readDate('03/04/2021')).toEqual({ ok: false, reason: 'ambiguous', readings: ['2021-04-03', '2021-03-04'] });
    expect(readDate('03/04/2021', { order: 'dayFirst' })).toMatchObject({ start: '2021-04-03' });
    expect(readDate('03/04/2021', { order: 'monthFirst' })).toMatchObject({ start: '2021-03-04' });
    expect(readDate('13-09-21')).toMatchObject({ reason: 'ambiguous', readings: ['2013-09-21', '2021-09-13'] });
    expect(readDate('13-09-21', { order: 'yearFirst' })).toMatchObject({ start: '2013-09-21' });
  });

  it('of a month with two digits may be one of a year or of the month', () => {
    expect(readDate('jan 22', { year: 2021 })).toMatchObject({ ok: false, readings: ['2022-01-01', '2021-01-22'] });
    expect(readDate('jan 22', { order: 'dayFirst' })).toMatchObject({ start: '2022-01-01', end: '2022-01-31' });
    expect(readDate('jan 22', { order: 'monthFirst', year: 2021 })).toMatchObject({ start: '2021-01-22' });
  });

  it('of a plan for one year that goes over the turn of the year begins in it, unless it is written backwards', () => {
    expect(readDate('nov–feb', { year: 2021 })).toMatchObject({ start: '2021-11-01', end: '2022-02-28' });
    expect(readDate('v. 50 - v. 2', { year: 2021 })).toMatchObject({ start: '2021-12-13', end: '2022-01-16' });
    expect(readDate('v. 37-39', { year: 2021 })).toMatchObject({ start: '2021-09-13', end: '2021-10-03' });
    for (const text of ['15/9-13/9', 'v. 39-37'])
      expect(readDate(text, { year: 2021 })).toMatchObject({ ok: false, reason: 'endsBeforeStart' });
  });

  it('with a word in brackets beside it keeps the word', () => {
    expect(readDate('2021-09-13 (inställt)')).toMatchObject({ ok: true, start: '2021-09-13', beside: 'inställt' });
    expect(readDate('löpande (2 ggr)')).toMatchObject({ ok: false, reason: 'noDate' });
  });

  it.each(['13/9', 'v. 37', '13 september', 'september', 'ht', '13–15 september'])('%s asks for its year', (text) => {
    expect(readDate(text)).toMatchObject({ ok: false, reason: 'noYear' });
    expect(readDate(text, { year: 2021 })).toMatchObject({
      ok: true,
      start: expect.stringMatching(/^2021-/) as string,
    });
  });

  it.each(['2021-02-29', '31 juni 2021', '211313', '40/9 2021', 'v. 53 2021', 'v. 60 2021'])(
    '%s is no day of the calendar',
    (text) => {
      expect(readDate(text)).toMatchObject({ ok: false, reason: 'noSuchDay' });
    },
  );

  it('that ends before it starts, that is several, that is none or that is missing is told apart', () => {
    expect(readDate('2021-09-15 – 2021-09-13')).toMatchObject({ ok: false, reason: 'endsBeforeStart' });
    expect(readDate('210913, 210920')).toEqual({
      ok: false,
      reason: 'several',
      readings: ['2021-09-13', '2021-09-20'],
    });
    expect(readDate('210913 och 210920')).toMatchObject({ reason: 'several' });
    for (const text of ['löpande', 'snarast', 'Projektstöd', '12', '1234567', '3,5', 'Bilaga 4']) {
      expect(readDate(text)).toMatchObject({ ok: false, reason: 'noDate' });
    }
    expect(readDate('  ')).toMatchObject({ ok: false, reason: 'empty' });
  });

  it('is the same day however it is written', () => {
    const names = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober'];
    const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (at) => {
        const iso = at.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-') as [string, string, string];
        const month = [...names, 'november', 'december'][Number(m) - 1];
        const written = [
          iso,
          `${y}${m}${d}`,
          `${y.slice(2)}${m}${d}`,
          `${Number(d)} ${month} ${y}`,
          `${Number(d)}/${Number(m)} ${y}`,
        ];
        for (const text of written) expect(readDate(text)).toMatchObject({ ok: true, start: iso, end: iso });
      }),
      { numRuns: 2000 },
    );
  });

  it('is read from anything at all without a fault, and only as days that are', () => {
    const pieces = fc.constantFrom(
      '13',
      '9',
      '/',
      '-',
      '–',
      ' ',
      '.',
      ',',
      '2021',
      '21',
      'v',
      'september',
      'till',
      'ht',
      'q',
      '210913',
      'och',
      '\n',
      'från',
      'senast',
      'å',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.option(fc.integer({ min: 1990, max: 2060 }), { nil: undefined }), (given, year) => {
        const read = readDate(given, { year });
        if (!read.ok) return;
        for (const day of [read.start, read.end]) {
          if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        }
        if (read.start !== undefined && read.end !== undefined) expect(read.start <= read.end).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
