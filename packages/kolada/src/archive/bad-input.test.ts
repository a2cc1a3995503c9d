import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Faults } from './faults.ts';
import type { ImportOptions } from './import.ts';
import { ImportError, type ImportFault, importIntoArchive, openArchive } from './index.ts';
import { Trial, trialKpi, trialUnits } from './trial.ts';
import { readValuesCsv } from './values-csv.ts';

async function faultsOf(trial: Trial, options: ImportOptions): Promise<readonly ImportFault[]> {
  const before = await digest(trial);
  const error = await importIntoArchive(trial.archive, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ImportError)) throw new Error('the import was not refused', { cause: error });
  expect(await digest(trial)).toEqual(before);
  return error.faults;
}

async function digest(trial: Trial): Promise<Buffer> {
  return readFileSync(trial.archive);
}

async function standing(): Promise<Trial> {
  const trial = new Trial();
  await importIntoArchive(trial.archive, {
    units: trial.units(),
    catalogue: trial.kpis([trialKpi('N00001')]),
    values: trial.values('N00001,0101,2020,T,1'),
  });
  return trial;
}

const header = 'kpi,municipality,period,gender,value\n';

describe('a values file that does not fit says what is wrong, and where', () => {
  const cases: readonly (readonly [string, string | Uint8Array, Partial<ImportFault>])[] = [
    ['wrong columns', 'kpi,municipality,year,gender,value\nN00001,0101,2020,T,1\n', { fault: 'wrongColumns', line: 1 }],
    ['semicolons', 'kpi;municipality;period;gender;value\nN00001;0101;2020;T;1\n', { fault: 'wrongColumns', line: 1 }],
    ['no content', '', { fault: 'empty' }],
    ['a decimal comma', `${header}N00001,0101,2020,T,1\nN00001,0102,2020,T,5,7\n`, { fault: 'decimalComma', line: 3 }],
    ['a quoted decimal comma', `${header}N00001,0101,2020,T,"5,7"\n`, { fault: 'decimalComma', line: 2, value: '5,7' }],
    ['a field too few', `${header}N00001,0101,2020,T\n`, { fault: 'wrongFieldCount', line: 2 }],
    ['an empty line in the middle', `${header}\nN00001,0101,2020,T,1\n`, { fault: 'wrongFieldCount', line: 2 }],
    [
      'a word for a number',
      `${header}N00001,0101,2020,T,..\n`,
      { fault: 'notANumber', line: 2, column: 'value', value: '..' },
    ],
    ['infinity', `${header}N00001,0101,2020,T,1e999\n`, { fault: 'notANumber', line: 2 }],
    ['a hexadecimal number', `${header}N00001,0101,2020,T,0x10\n`, { fault: 'notANumber', line: 2 }],
    [
      'an unknown unit',
      `${header}N00001,0199,2020,T,1\n`,
      { fault: 'unknownUnit', line: 2, column: 'municipality', value: '0199' },
    ],
    ['a lost leading zero', `${header}N00001,101,2020,T,1\n`, { fault: 'unknownUnit', value: '101' }],
    ['a strange KPI', `${header}N1,0101,2020,T,1\n`, { fault: 'invalidKpi', value: 'N1' }],
    ['a strange year', `${header}N00001,0101,20,T,1\n`, { fault: 'invalidYear', value: '20' }],
    ['a strange gender', `${header}N00001,0101,2020,F,1\n`, { fault: 'invalidGender', value: 'F' }],
    ['UTF-16', Buffer.from(`\uFEFF${header}`, 'utf16le'), { fault: 'wrongEncoding' }],
    ['one endless line', 'x'.repeat(30_000), { fault: 'lineTooLong' }],
    ['half a gzip file', gzipSync(header + 'N00001,0101,2020,T,1\n'.repeat(50)).subarray(0, 60), { fault: 'notGzip' }],
  ];
  const units = new Map(trialUnits.map((unit, index) => [unit.id, index]));
  it.each(cases)('%s', async (_, content, expected) => {
    using trial = new Trial();
    const faults = new Faults(trial.file('bad.csv', content));
    await readValuesCsv(`${trial.folder}/bad.csv`, units, faults, () => undefined).catch((error: unknown) => {
      if (!(error instanceof ImportError)) throw error;
    });
    expect(faults.list[0]).toMatchObject(expected);
    expect(faults.list[0]?.file).toContain('bad.csv');
  });
});

it('a file with faults is refused whole, with at most twenty of them told', async () => {
  using trial = await standing();
  const rows = Array.from(
    { length: 500 },
    (_, index) => `N00001,0101,${1950 + (index % 60)},T,${index < 400 ? 1 : 'x'}`,
  ).join('\n');
  expect(await faultsOf(trial, { values: trial.file('bad.csv', header + rows) })).toHaveLength(20);
});

it('the same key twice is refused even when the figures agree, and both lines are told', async () => {
  using trial = await standing();
  const faults = await faultsOf(trial, {
    values: trial.values('N00001,0101,2020,T,1', 'N00001,0102,2020,T,2', 'N00001,0101,2020,T,1'),
  });
  expect(faults).toMatchObject([{ fault: 'duplicateRow', line: 4, firstLine: 2, value: 'N00001,0101,2020,T' }]);
});

it('a byte order mark, quotes around every field and a missing last line end are harmless', async () => {
  using trial = await standing();
  const text =
    '\uFEFF"kpi","municipality","period","gender","value"\r\n"N00001","0102","2020","T","2.5"\r\nN00001,0103,2020,T,1e2';
  const report = await importIntoArchive(trial.archive, { values: trial.file('odd.csv', text) });
  expect(report).toMatchObject({ rows: 2, numbers: 2 });
  const archive = await openArchive(trial.archive);
  expect([...(await archive.figures({ kpis: ['N00001'] })).values.slice(1)]).toEqual([1, 2.5, 100]);
  await archive.close();
});

it('numbers are read as exactly as JavaScript reads them', async () => {
  using trial = await standing();
  const texts = [
    '0.1',
    '-0.30000000000000004',
    '123456789012345',
    '98.7654321098765',
    '5e-324',
    '1.7976931348623157e308',
    '0.000001',
  ];
  const rows = texts.map((text, index) => `N00001,0101,${2000 + index},T,${text}`);
  await importIntoArchive(trial.archive, { values: trial.values(...rows) });
  const archive = await openArchive(trial.archive);
  const table = await archive.figures({ kpis: ['N00001'], years: [2000, 2006] });
  expect(texts.map((_, year) => table.values[year * 4 + 1])).toEqual(texts.map(Number));
  await archive.close();
});

describe('a list that does not fit is refused whole, and says where', () => {
  it('what is not JSON, and a file that is not there', async () => {
    using trial = await standing();
    expect((await faultsOf(trial, { catalogue: trial.file('kpi.json', '<html>') }))[0]?.fault).toBe('notJson');
    expect((await faultsOf(trial, { catalogue: `${trial.folder}/none.json` }))[0]?.fault).toBe('fileMissing');
    expect((await faultsOf(trial, { units: trial.file('u.json', '[]') }))[0]?.fault).toBe('empty');
    expect((await faultsOf(trial, { units: trial.file('u.json', '{"error": "gone"}') }))[0]).toMatchObject({
      column: 'values',
    });
  });

  it('a wrong field, an id twice and a first page of several', async () => {
    using trial = await standing();
    const units = [...trialUnits, { id: '104', title: 'Kort', type: 'K' }, trialUnits[1]];
    const faults = await faultsOf(trial, { units: trial.file('u.json', JSON.stringify(units)) });
    expect(faults).toMatchObject([
      { fault: 'wrongField', line: 5, column: 'id' },
      { fault: 'duplicateId', line: 6, value: '0101', firstLine: 2 },
    ]);
    const page = JSON.stringify({ values: trialUnits, next_url: 'https://example.org/?page=2' });
    expect((await faultsOf(trial, { units: trial.file('u.json', page) }))[0]?.fault).toBe('truncatedPage');
  });
});

it('values without any list of units are refused', async () => {
  using trial = new Trial();
  await expect(
    importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2020,T,1') }),
  ).rejects.toMatchObject({
    faults: [{ fault: 'unitsMissing' }],
  });
});

it('a KPI outside the catalogue is taken and named in the report', async () => {
  using trial = await standing();
  const report = await importIntoArchive(trial.archive, { values: trial.values('U12345,0101,2020,T,1') });
  expect(report.kpisWithoutCatalogue).toEqual(['U12345']);
  const archive = await openArchive(trial.archive);
  expect((await archive.kpis()).at(-1)).toMatchObject({ id: 'U12345', title: 'U12345', vanished: true, valueCount: 1 });
  await archive.close();
});
