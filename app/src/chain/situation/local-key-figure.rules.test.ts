import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LocalValue,
  leadOf,
  localCode,
  placesOf,
  seriesOf,
  unitsToDraw,
  yearsOf,
} from './local-key-figure.rules.ts';
import { cellText, missingReasons, readCell, reasonText, sameCell } from './local-key-figure-cell.rules.ts';
import { type KnownValues, planValues, readValueFile } from './local-key-figure-import.rules.ts';

describe('a cell', () => {
  test('reads Swedish numbers with spaces, decimal comma and a real minus', () => {
    for (const [text, value] of [
      ['1 234,5', 1234.5],
      ['1\u00a0234,5', 1234.5],
      ['1\u202f234\u202f567', 1234567],
      ['−3', -3],
      ['– 3,5', -3.5],
      ['12.5', 12.5],
      ['+7', 7],
      ['0', 0],
      ['−0', 0],
      ['1.2E-3', 0.0012],
    ] as const) {
      expect(readCell(text)).toEqual({ kind: 'value', value });
    }
  });

  test('asks rather than guesses when the number can be read in two ways, or in none', () => {
    for (const text of ['1.234,5', '1,234.5', '12 34', '1 2345', 'tolv', '12 %', '=1+1', '1,2,3', '--3', '∞', 'NaN']) {
      expect(readCell(text)).toEqual({ kind: 'fault', reason: 'notANumber' });
    }
    expect(readCell('9'.repeat(20))).toEqual({ kind: 'fault', reason: 'tooLarge' });
  });

  test('that is empty is neither 0 nor missing; missing has a reason, in either language', () => {
    expect(readCell('  ')).toEqual({ kind: 'empty' });
    for (const reason of missingReasons) {
      expect(readCell(reasonText(reason, 'sv'))).toEqual({ kind: 'missing', reason });
      expect(readCell(` ${reasonText(reason, 'en').toUpperCase()} `)).toEqual({ kind: 'missing', reason });
    }
    expect(sameCell(readCell('0'), readCell(''))).toBe(false);
    expect(sameCell(readCell('0'), readCell('saknas'))).toBe(false);
  });

  test('that is written out reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.constantFrom('sv', 'en'), (value, language) => {
        const cell = { kind: 'value', value: value === 0 ? 0 : value } as const;
        expect(readCell(cellText(cell, language as 'sv' | 'en'))).toEqual(cell);
      }),
    );
  });
});

const departments = [
  { id: 'd1', name: 'Skola' },
  { id: 'd2', name: 'Vård' },
];
const unit = (id: string, name: string, departmentId: string, parentId: string | null = null, active = true) => ({
  id,
  name,
  departmentId,
  parentId,
  active,
});
const places = placesOf(departments, [
  unit('u1', 'Förskola', 'd1'),
  unit('u2', 'Almen', 'd1', 'u1'),
  unit('u3', 'Natt', 'd2'),
  unit('u4', 'Natt', 'd1'),
  unit('u5', 'Stängd', 'd2', null, false),
]);
const value = (unitId: string | null, year: number, number: number | null): LocalValue => ({
  unitId,
  year,
  gender: 'T',
  value: number,
  missingReason: number === null ? 'secret' : null,
});

describe('the organisation', () => {
  test('is read department by department with each unit under its own', () => {
    expect(places.map(({ name, depth, path }) => [name, depth, path])).toEqual([
      ['Förskola', 0, 'Skola / Förskola'],
      ['Almen', 1, 'Skola / Förskola / Almen'],
      ['Natt', 0, 'Skola / Natt'],
      ['Natt', 0, 'Vård / Natt'],
      ['Stängd', 0, 'Vård / Stängd'],
    ]);
  });

  test('shows the units asked for, else those with values, ten at most', () => {
    const values = [value('u2', 2024, 1), value('u3', 2024, 2), value('u4', 2024, null)];
    expect(unitsToDraw([], places, values).map(({ id }) => id)).toEqual(['u2', 'u3']);
    expect(unitsToDraw(['u3'], places, values).map(({ id }) => id)).toEqual(['u3']);
    expect(unitsToDraw(['nothing'], places, values)).toHaveLength(2);
  });
});

describe('what the page says', () => {
  test('is the latest value, the one before, the trend by rule, and how far apart the units lie', () => {
    const years = [2018, 2019, 2020, 2021, 2022, 2023];
    const values = [
      ...years.map((year, index) => value(null, year, 10 + index)),
      value(null, 2024, null),
      value('u2', 2023, 4),
      value('u3', 2023, 9),
      value('u4', 2022, 99),
    ];
    expect(leadOf(values, 'T')).toMatchObject({
      latest: { year: 2023, value: 15 },
      before: { year: 2022, value: 14 },
      trend: 'rising',
      spread: { year: 2023, n: 2, low: { unitId: 'u2', value: 4 }, high: { unitId: 'u3', value: 9 } },
    });
    expect(leadOf([], 'T')).toEqual({ latest: undefined, before: undefined, trend: 'tooShort', spread: undefined });
  });

  test('leaves a gap where a year is missing, and never makes it 0', () => {
    const values = [value(null, 2020, 1), value(null, 2023, 0), value(null, 2022, null)];
    expect(yearsOf(values)).toEqual([2020, 2021, 2022, 2023]);
    expect(seriesOf(values, null, 'T').values).toEqual([1, undefined, undefined, 0]);
  });
});

test('codes have E and five digits', () => {
  expect(localCode(7)).toBe('E00007');
});

describe('a file of values', () => {
  const known: KnownValues = {
    keyFigures: [
      { id: 'k1', code: 'E00001', title: 'Matsvinn', active: true, dividedByGender: false },
      { id: 'k2', code: 'E00002', title: 'Väntetid', active: true, dividedByGender: true },
      { id: 'k3', code: 'E00003', title: 'Gammalt', active: false, dividedByGender: false },
    ],
    units: places,
    values: [{ keyFigureId: 'k1', ...value('u2', 2024, 12.5) }],
  };
  const read = (...lines: readonly (readonly string[])[]) => {
    const file = readValueFile(lines.map((cells, index) => ({ number: index + 1, cells })));
    if (!file.ok) throw new Error(file.reason);
    return file;
  };

  test('finds its columns by many names in any order, and says which it does not read', () => {
    const file = read(['Utfall', 'kod', 'ÅR', 'Anm.', 'arbetsplats'], ['1', 'E00001', '2024', 'x', 'Almen']);
    expect(file.rows[0]?.cells).toEqual({
      value: '1',
      code: 'E00001',
      year: '2024',
      unit: 'Almen',
      title: '',
      gender: '',
    });
    expect(file.ignored).toEqual(['Anm.']);
    expect(readValueFile([{ number: 1, cells: ['Kod', 'Värde'] }])).toEqual({ ok: false, reason: 'noHeader' });
    expect(readValueFile([{ number: 1, cells: ['Kod', 'År', 'Värde', 'Utfall'] }])).toMatchObject({ column: 'Utfall' });
    expect(readValueFile([{ number: 1, cells: ['Kod', 'År', 'Värde'] }])).toEqual({ ok: false, reason: 'onlyHeader' });
  });

  test('is new, changed or there already, row by row', () => {
    const header = ['Kod', 'Nyckeltal', 'Enhet', 'År', 'Kön', 'Värde'];
    const { rows } = read(
      header,
      ['e00001', '', 'almen', '2024', '', '12,5'],
      ['', 'matsvinn', 'Hela kommunen', '2024', 'Totalt', 'sekretess'],
      ['E00002', 'Väntetid', 'Vård / Natt', '2024', 'Kvinnor', '−3'],
    );
    const plan = planValues(rows, known);
    expect(plan.faults).toEqual([]);
    expect(plan.rows.map(({ effect }) => effect)).toEqual(['same', 'new', 'new']);
    expect(plan.values).toEqual([
      { keyFigureId: 'k1', unitId: null, year: 2024, gender: 'T', value: null, missingReason: 'secret' },
      { keyFigureId: 'k2', unitId: 'u3', year: 2024, gender: 'K', value: -3, missingReason: null },
    ]);
    expect(planValues(rows, { ...known, values: [...known.values, ...plan.values] }).values).toEqual([]);
    const moved = planValues(read(header, ['E00001', '', 'Almen', '2024', '', '13']).rows, known);
    expect(moved.rows[0]).toMatchObject({ effect: 'changed', before: { kind: 'value', value: 12.5 } });
  });

  test('says by row and cell what is wrong, and never chooses between two', () => {
    const { rows } = read(
      ['Kod', 'Nyckeltal', 'Enhet', 'År', 'Kön', 'Värde'],
      ['E00009', '', '', '2024', '', '1'],
      ['E00003', '', '', '2024', '', '1'],
      ['E00001', 'Väntetid', '', '2024', '', '1'],
      ['E00001', '', 'Månen', '2024', '', '1'],
      ['E00001', '', 'Natt', '2024', '', '1'],
      ['E00001', '', '', 'i fjol', '', '1'],
      ['E00001', '', '', '2024', 'X', '1'],
      ['E00001', '', '', '2024', 'K', '1'],
      ['E00001', '', '', '2023', '', 'tolv'],
      ['E00001', '', '', '2022', '', ''],
      ['E00002', '', '', '2021', '', '1'],
      ['', 'Väntetid', 'kommunen', '2021', 'T', '1'],
    );
    const plan = planValues(rows, known);
    expect(plan.faults.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, 'code', 'unknownKeyFigure'],
      [3, 'code', 'archived'],
      [4, 'title', 'otherTitle'],
      [5, 'unit', 'unknownUnit'],
      [6, 'unit', 'ambiguousUnit'],
      [7, 'year', 'notAYear'],
      [8, 'gender', 'notAGender'],
      [9, 'gender', 'notByGender'],
      [10, 'value', 'notANumber'],
      [11, 'value', 'valueMissing'],
      [13, 'value', 'twice'],
    ]);
  });
});
