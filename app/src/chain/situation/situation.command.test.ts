import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeExampleArchive } from '../../example/testing.ts';
import { type Command, exitCode, runCommand } from '../../foundation/command-line/index.ts';
import { koladaCommands } from '../../foundation/fetching/terminal.ts';
import { realArchive, realFiguresPresent } from '../../foundation/figures/testing.ts';
import { indexCommand } from './index.command.ts';
import { situationCommand } from './situation.command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-command-'));
const example = path.join(folder, 'example.duckdb');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command as the shell would; what it printed, told, and ended with. */
async function samband(...args: string[]): Promise<{ code: number; out: string; told: string }> {
  const archive = () => path.join(folder, 'none.duckdb');
  const kolada = { archive, koladaUrl: () => Promise.resolve(''), writeExample: () => Promise.resolve() };
  const commands: readonly Command[] = [situationCommand(archive), indexCommand(archive), ...koladaCommands(kolada)];
  const lines = { out: [] as string[], told: [] as string[] };
  const code = await runCommand(commands, args, 'sv', {
    print: (text) => void lines.out.push(text),
    tell: (text) => void lines.told.push(text),
  });
  return { code, out: lines.out.join('\n'), told: lines.told.join('\n') };
}

describe('on the example', () => {
  beforeAll(async () => {
    await placeExampleArchive(example);
  }, 60_000);

  test('the JSON has the documented fields and says that the figures are invented', async () => {
    const { code, out } = await samband('situation', 'Ekeberga', '--year', '2023', '--archive', example, '--json');
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(Object.keys(document)).toEqual([
      'municipality',
      'year',
      'comparison',
      'source',
      'snapshot',
      'indices',
      'findings',
      'nearMiddle',
    ]);
    expect(document.municipality).toEqual({ code: '9121', name: 'Ekeberga' });
    expect(document.indices).toHaveLength(18);
    expect(document.source).toMatchObject({ exampleData: true });
    expect(JSON.stringify(document.source)).not.toContain('Källa: Kolada');
    const [first] = document.findings;
    expect(first).toMatchObject({ rank: 1, comparison: { median: expect.any(Number), n: expect.any(Number) } });
  });

  test('a workbook is written where one asks', async () => {
    const file = path.join(folder, 'nulage.xlsx');
    expect(await samband('situation', '9121', '--archive', example, '--xlsx', file)).toMatchObject({ code: 0 });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  test.each([
    [['situation'], exitCode.usage, 'Vilken kommun'],
    [['situation', 'Ekebärga', '--archive', example], exitCode.notFound, 'Ekeberga (9121)'],
    [['situation', '9121', '--year', '1850', '--archive', example], exitCode.notFound, 'År med nyckeltal: 20'],
    [['situation', '9121', '--archive', '/finns/inte'], exitCode.archive, 'Det finns inget arkiv'],
    [['situation', '9121', '--compare', '9121', '--archive', example], exitCode.usage, 'minst en annan kommun'],
    [['situation', 'Atlantis', '--archive', example], exitCode.notFound, 'Inget liknar det; närmast i stavning: '],
    [['situation', '9999', '--archive', example], exitCode.notFound, 'samband situation --list'],
    [['situation', '9121', '--year', 'abc', '--archive', example], exitCode.usage, '”abc” är inget årtal'],
    [['index', '--area', 'lss', '--year', '20x3', '--archive', example], exitCode.usage, '”20x3” är inget årtal'],
    [['index', 'lss', '--archive', example], exitCode.usage, '”lss” hör inte hit'],
    [['kolada', 'status', 'nu', '--archive', example], exitCode.usage, '”nu” hör inte hit'],
    [['kolada', 'import', '--archive', example], exitCode.usage, '--values'],
    [['kolada', 'export', '--archive', example], exitCode.usage, '--parquet'],
    [['kolada', 'snapshot', '--archive', example, '--kpis', 'N15027'], exitCode.usage, '--out'],
    [['kolada', 'diff', '--archive', example], exitCode.usage, '--snapshot'],
    [['kolada', 'simulate', '--port', 'x'], exitCode.usage, 'x'],
    [['kolada', 'export', '--archive', example, '--parquet', '/proc/mapp'], exitCode.badFile, '/proc/mapp'],
    [['situation', '9121', '--archive', example, '--xlsx', '/proc/fil.xlsx'], exitCode.badFile, 'mappen finns inte'],
    [['situation', '9121', '--archive', example, '--xlsx', '/dev/full'], exitCode.badFile, 'ingen vanlig fil'],
    [['situation', '9121', '--archive', example, '--xlsx', folder], exitCode.badFile, 'det är en mapp'],
    [['situation', '9121', '--okänd'], exitCode.usage, 'Okänt tillval: --okänd\nSå här: samband situation'],
    [['situation', '9121', '9122', '--archive', example], exitCode.notFound, '”9121 9122”'],
    [['situation', '9121', '--archive', example, '--xlsx', '/finns/inte.xlsx'], exitCode.badFile, '/finns/inte.xlsx'],
    [['kolada', 'export', '--archive', example, '--parquet', example], exitCode.badFile, example],
    [['index', '--area', 'rymdfart', '--archive', example], exitCode.usage, 'aldreomsorg'],
    [['index', '--archive', example], exitCode.usage, '--area'],
    [['nulage'], exitCode.usage, 'Okänt kommando: nulage'],
  ])('%j ends with %i and says what to do', async (args, code, sentence) => {
    const result = await samband(...args);
    expect(result).toMatchObject({ code, out: '' });
    expect(result.told).toContain(sentence);
  });

  test('the program prints JSON and writes the workbook when both are asked for', async () => {
    const file = path.join(folder, 'both.xlsx');
    const { code, out, told } = await samband('situation', '9121', '--archive', example, '--json', '--xlsx', file);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ municipality: { code: '9121' } });
    expect(told).toContain(file);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  test('all municipalities can be listed, so that nobody must guess a name', async () => {
    const { code, out } = await samband('situation', '--list', '--archive', example);
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(290);
    expect(out).toContain('9121  Ekeberga');
  });

  test('what cannot be written leaves the file that was there, and no half one', async () => {
    const taken = path.join(folder, 'taken');
    mkdirSync(path.join(taken, 'kpi.parquet.part'), { recursive: true });
    writeFileSync(path.join(taken, 'kpi.parquet'), 'stood here');
    const { code, told } = await samband('kolada', 'export', '--archive', example, '--parquet', taken);
    expect(code).toBe(exitCode.badFile);
    expect(told).toContain(path.join(taken, 'kpi.parquet'));
    expect(readFileSync(path.join(taken, 'kpi.parquet'), 'utf8')).toBe('stood here');
    expect(readdirSync(taken).toSorted()).toEqual(['kpi.parquet', 'kpi.parquet.part', 'values.parquet']);
  });

  test('an archive that is no archive is told from one that is damaged, and is left as it is', async () => {
    const file = path.join(folder, 'text.duckdb');
    writeFileSync(file, 'inte ett arkiv');
    const { code, told } = await samband('situation', '9121', '--archive', file);
    expect(code).toBe(exitCode.archive);
    expect(told).toContain('Filen är orörd');
    expect(readFileSync(file, 'utf8')).toBe('inte ett arkiv');
  });

  test('an import with faults names the line, the column and what stood there, and changes nothing', async () => {
    const file = path.join(folder, 'values.csv');
    writeFileSync(
      file,
      'kpi,municipality,period,gender,value\nN00090,9121,2024,T,"1,5"\nN00090,9121,2024,T,2\nN00090,9121,2024,X,2\n',
    );
    const before = await samband('kolada', 'status', '--archive', example, '--json');
    const { code, told } = await samband('kolada', 'import', '--archive', example, '--values', file);
    expect(code).toBe(exitCode.badFile);
    expect(told).toContain('Ingenting har lästs in');
    expect(told).toMatch(/rad 2/);
    expect(told).toMatch(/rad 4/);
    const after = await samband('kolada', 'status', '--archive', example, '--json');
    expect(after.out).toBe(before.out);
  });
});

describe.skipIf(!realFiguresPresent)(
  'on the real figures (skipped where ../shared/kolada is not beside the repository)',
  () => {
    let archive: string;

    beforeAll(async () => {
      archive = await realArchive();
    }, 120_000);

    test('Lekeberg 2020: dear elder care, dear premises in preschool and dear LSS are among the fifteen first; home care is near the middle', async () => {
      const { out } = await samband(
        'situation',
        '1814',
        '--year',
        '2020',
        '--compare',
        'similar',
        '--archive',
        archive,
        '--json',
      );
      const { findings, nearMiddle } = JSON.parse(out);
      const first = findings.slice(0, 15).filter(({ kind }: { kind: string }) => kind === 'deviation');
      const has = (area: string, words: RegExp) =>
        first.some((finding: { area: string; title: string }) => finding.area === area && words.test(finding.title));
      expect(has('aldreomsorg', /särskilt/i) || has('aldreomsorg', /kostnad/i)).toBe(true);
      expect(first.some(({ title }: { title: string }) => /lokalkostnad.*förskola/i.test(title))).toBe(true);
      expect(has('lss', /kostnad/i)).toBe(true);
      expect(nearMiddle.some(({ title }: { title: string }) => /hemtjänst/i.test(title))).toBe(true);
    });

    test('the index of elder care 2019 recomputes from the published halves for all 186 municipalities', async () => {
      const { out } = await samband('index', '--area', 'aldreomsorg', '--year', '2019', '--archive', archive, '--json');
      const document = JSON.parse(out) as {
        percentileType: number;
        municipalities: { effektivitet: { published: number | null; fromPublishedHalves: number | null } }[];
      };
      const both = document.municipalities.filter(({ effektivitet }) => effektivitet.published !== null);
      expect(document.percentileType).toBe(1);
      expect(both).toHaveLength(186);
      for (const { effektivitet } of both)
        expect(effektivitet.fromPublishedHalves).toBeCloseTo(effektivitet.published!, 2);
    });
  },
);
