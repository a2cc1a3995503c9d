import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, date, money, number, reference, text } from '../register/index.ts';
import { readCell } from './cell.rules.ts';

const plain = { dates: {}, lookup: undefined, lenient: true } as const;
const people = {
  words: ['Anna Ek, Service', 'Bo Al, Skola', 'Bo Al, Vård'],
  known: (name: string) =>
    ({ 'anna ek': 'Anna Ek, Service', 'bo al': 'ambiguous', 'bo al, skola': 'Bo Al, Skola' })[name.toLowerCase()],
};

describe('a cell', () => {
  it.each([
    ['1,2 mnkr', 'tkr', '1200'],
    ['500 000 kr', 'tkr', '500'],
    ['12', 'tkr', '12'],
    ['12 tkr', 'tkr', '12'],
    ['−3 tkr', 'kr', '-3000'],
    ['cirka tusen', 'kr', 'cirka tusen'],
  ] as const)('with the amount %s is %s as %s', (cell, unit, input) => {
    expect(readCell(money({ unit }), cell, plain).input).toBe(input);
  });

  it('with a number loses its unit, and a unit alone stays to be refused', () => {
    expect(readCell(number(), '12 timmar', plain).input).toBe('12');
    expect(readCell(number(), '12,5 %', plain).input).toBe('12,5');
    expect(readCell(number(), 'st', plain).input).toBe('st');
  });

  it('with a period gives its first day to what begins and its last to what ends, and says so', () => {
    const begins = readCell(date(), 'v. 37 2021', plain);
    expect(begins).toMatchObject({ input: '2021-09-13', ends: '2021-09-19' });
    expect(begins.remarks).toEqual([{ what: 'period', text: 'v. 37 2021', day: '2021-09-13' }]);
    expect(readCell(date({ notBefore: 'starts' }), 'v. 37 2021', plain).input).toBe('2021-09-19');
    expect(readCell(date(), '210913', plain).remarks).toEqual([]);
  });

  it('that is no date is kept as a note where there is one, and is a fault where there is none; what can be mended is always a fault', () => {
    expect(readCell(date(), 'löpande', plain)).toMatchObject({ input: '', kept: ['löpande'], fault: undefined });
    expect(readCell(date(), 'löpande', { ...plain, lenient: false }).fault).toMatchObject({ what: 'noDate' });
    expect(readCell(date(), '03/04/2021', plain).fault).toMatchObject({ what: 'ambiguous' });
    expect(readCell(date(), 'v. 37', plain).fault).toMatchObject({ what: 'noYear' });
    expect(readCell(date(), 'v. 37', { ...plain, dates: { year: 2021 } }).input).toBe('2021-09-13');
  });

  it('with a word in brackets after its date keeps the word as a note, and is empty when all it holds is a line', () => {
    expect(readCell(date(), '210913 (inställt)', plain)).toMatchObject({ input: '2021-09-13', kept: ['inställt'] });
    const nowhere = { ...plain, lenient: false };
    expect(readCell(date(), '210913 (inställt)', nowhere).fault).toMatchObject({ what: 'noDate' });
    for (const field of [date(), number(), money({ unit: 'tkr' })])
      expect(readCell(field, '–', nowhere)).toMatchObject({ input: '', kept: [], fault: undefined });
    expect(readCell(text(), '–', plain).input).toBe('–');
  });

  it('with people knows them by name, with a title behind it too, and keeps the names that nobody has', () => {
    const many = { ...plain, lookup: people };
    const owners = reference('person', { many: true });
    expect(readCell(owners, 'Anna Ek (controller), Någon Annan', many)).toMatchObject({
      input: 'Anna Ek, Service',
      kept: ['Någon Annan'],
    });
    expect(readCell(reference('person'), 'Bo Al', many).fault).toMatchObject({ what: 'ambiguousWord', text: 'Bo Al' });
    expect(readCell(reference('person'), 'Bo Al, Skola', many).input).toBe('Bo Al, Skola');
    expect(readCell(reference('person', { required: true }), 'Någon', many).fault).toMatchObject({
      what: 'unknownWord',
    });
  });

  it('loses nothing: what stands in it becomes the input, a note or a fault', () => {
    const fields = [
      text(),
      number(),
      money({ unit: 'tkr' }),
      date(),
      choice(['a', 'b'], { many: true }),
      reference('person'),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.boolean(),
        (field, cell, lenient) => {
          const { input, kept, fault } = readCell(field, cell, { dates: {}, lookup: people, lenient });
          if (/[\p{L}\p{N}]/u.test(cell)) expect(input !== '' || kept.length > 0 || fault !== undefined).toBe(true);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
