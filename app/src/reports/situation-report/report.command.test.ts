import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import { type Block, type DocumentModel, documentFaults } from '@samband/documents';
import { openArchive } from '@samband/kolada/archive';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeExampleArchive } from '../../example/testing.ts';
import { exitCode, runCommand } from '../../foundation/command-line/index.ts';
import { type Figures, readFigures } from '../../foundation/figures/index.ts';
import { reportCommand } from './report.command.ts';
import { reportFileName } from './report-file.ts';
import { situationReport } from './situation-report.document.ts';
import { situationMaterial } from './situation-report.queries.ts';
import { writeReports } from './write-many.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-report-command-'));
const archive = path.join(folder, 'example.duckdb');
const place = (name: string) => path.join(folder, name);
let figures: Figures;

beforeAll(async () => {
  await placeExampleArchive(archive);
  figures = await readFigures(
    await openArchive(archive),
    keyFigureMap.map(({ kpi }) => kpi),
  );
}, 60_000);
afterAll(async () => {
  await figures?.archive.close();
  rmSync(folder, { recursive: true, force: true });
});

async function samband(...args: string[]): Promise<{ code: number; told: string }> {
  const told: string[] = [];
  const code = await runCommand([reportCommand(() => archive)], ['report', 'situation', ...args], 'sv', {
    print: (text) => void told.push(text),
    tell: (text) => void told.push(text),
  });
  return { code, told: told.join('\n') };
}

function reportOf(unit: string): Promise<DocumentModel> {
  const answer = situationMaterial(figures, { unit, year: 2023, compareWith: { kind: 'similar' } }, '2026-11-22');
  if (!answer.ok) throw new Error(answer.reason);
  return situationReport({ material: answer.material, language: 'sv', day: '2026-11-22' });
}

describe('the situation report', () => {
  test('is whole, and every picture and table says whose figures they are and of which year', async () => {
    const document = await reportOf('9121');
    expect(documentFaults(document)).toEqual([]);
    const named = document.sections
      .flatMap(({ blocks }) => blocks)
      .filter((block): block is Extract<Block, { caption: string }> => 'caption' in block);
    expect(named.length).toBeGreaterThan(6);
    for (const { caption, source } of named) expect(source, caption).toMatch(/Exempeldata.*\b20\d{2}/);
    expect(document.about.mark).toBe('Exempeldata');
    expect(JSON.stringify(document)).not.toContain('Källa: Kolada,');
  });

  test('is the same for the same figures, and holds nothing that is no number', async () => {
    expect(await reportOf('9121')).toEqual(await reportOf('9121'));
    const all = await Promise.all(figures.municipalities.slice(0, 12).map(reportOf));
    for (const document of all) expect(documentFaults(document)).toEqual([]);
    expect(JSON.stringify(all)).not.toMatch(/undefined|NaN/);
  });
});

describe('samband report situation', () => {
  test('writes one municipality’s report as the files that are asked for', async () => {
    const answer = await samband('Ekeberga', '--year', '2023', '--pdf', place('en'), '--html', place('en'));
    expect(answer).toMatchObject({ code: 0 });
    const [html, pdf] = readdirSync(place('en')).toSorted();
    expect([html, pdf]).toEqual(['nulagesrapport-9121-ekeberga-2023.html', 'nulagesrapport-9121-ekeberga-2023.pdf']);
    expect(
      readFileSync(path.join(place('en'), pdf!))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(readFileSync(path.join(place('en'), html!), 'utf8')).toContain('Nulägesrapport Ekeberga');
  }, 60_000);

  test('leaves what is there and goes on with the rest', async () => {
    const units = figures.municipalities.slice(0, 3);
    const names = units.map((code) => reportFileName({ code, name: figures.title(code) }, 2023, 'html'));
    const order = {
      year: 2023,
      compareWith: { kind: 'similar' },
      language: 'sv',
      day: '2026-11-22',
      folders: { html: place('flera') },
      anew: false,
    } as const;
    await samband(units[0]!, '--year', '2023', '--html', place('flera'));
    const first = statSync(path.join(place('flera'), names[0]!)).mtimeMs;
    // What an interrupted run leaves half written is no report.
    writeFileSync(path.join(place('flera'), `${names[1]}.part`), 'halv');
    const told: string[] = [];
    await writeReports(figures, order, units, ({ state }) => told.push(state) > 0);
    expect(told.toSorted()).toEqual(['wasThere', 'written', 'written']);
    expect(readdirSync(place('flera')).toSorted()).toEqual(names.toSorted());
    expect(statSync(path.join(place('flera'), names[0]!)).mtimeMs).toBe(first);
  }, 60_000);

  test.each([
    [[], exitCode.usage, 'Vilken kommun?'],
    [['Ekeberga', '--all', '--pdf', 'x'], exitCode.usage, 'inte båda'],
    [['Ekeberga'], exitCode.usage, '--pdf MAPP'],
    [['Ekeberga', '--pdf', 'x', '--language', 'de'], exitCode.usage, 'Okänt språk'],
    [['Ekebrega', '--pdf', 'x'], exitCode.notFound, 'Ekeberga'],
    [['Ekeberga', '--year', '1950', '--pdf', 'x'], exitCode.notFound, '1950'],
    [['Ekeberga', '--pdf', 'x', '--archive', '/no/archive'], exitCode.archive, 'inget arkiv'],
  ])('answers %j with code %i and a sentence', async (args, code, words) => {
    const answer = await samband(...args);
    expect(answer.code).toBe(code);
    expect(answer.told).toContain(words);
  });

  test('says where it may not write', async () => {
    const file = place('fil');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const answer = await samband('Ekeberga', '--html', path.join(file, 'mapp'));
    expect(answer.code).toBe(exitCode.badFile);
    expect(answer.told).toContain('Det går inte att skriva');
  });

  test.runIf(existsSync('/proc/self'))('says so at once where the system lets nobody make a folder', async () => {
    for (const kind of ['--pdf', '--docx', '--html']) {
      const answer = await samband('Ekeberga', kind, '/proc/finns/inte');
      expect(answer.code).toBe(exitCode.badFile);
      expect(answer.told).toContain('Det går inte att skriva');
    }
  });
});
