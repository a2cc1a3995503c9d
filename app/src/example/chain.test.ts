import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../foundation/figures/index.ts';
import { createLog } from '../foundation/log/index.ts';
import { wireKernel } from '../wiring.ts';
import { loadExample, tellChain } from './index.ts';
import { placeExampleArchive } from './testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-chain-'));
const archive = path.join(folder, 'example.duckdb');
const today = '2026-11-22';
let database: TestDatabase;
let figures: FigureStore;

beforeAll(async () => {
  database = await createTestDatabase();
  figures = createFigureStore(
    { kolada: archive, example: archive },
    keyFigureMap.map(({ kpi }) => kpi),
    createLog('silent'),
  );
  await placeExampleArchive(archive);
  await loadExample(database, archive);
  await tell();
}, 60_000);
afterAll(async () => {
  await figures?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

function tell(to = database): Promise<boolean> {
  return tellChain({ database: to, figures, kernel: wireKernel(figures), today });
}

async function count(what: string, of = database): Promise<number> {
  const { rows } = await of.pool.query<{ n: string }>(`select count(*) as n from ${what}`);
  return Number(rows[0]!.n);
}

describe("the example's story", () => {
  it('goes the whole way from focus to effect', async () => {
    expect(await count('focus.area')).toBe(2);
    expect(await count("focus.candidate where state = 'notChosen'")).toBe(2);
    expect(await count('causes.problem')).toBe(13);
    for (const kind of ['keyFigure', 'document', 'interview', 'survey', 'observation']) {
      expect(await count(`causes.evidence where kind = '${kind}'`), kind).toBeGreaterThan(0);
    }
    for (const state of ['hypothesis', 'supported', 'rejected']) {
      expect(await count(`causes.cause where state = '${state}'`), state).toBeGreaterThan(2);
    }
    expect(await count('actions.proposal')).toBeGreaterThan(7);
    expect(await count('actions.impact where focus_area is not null')).toBe(20);
    expect(await count('actions.child_impact')).toBe(1);
    expect(await count('actions.decision')).toBe(8);
    expect(await count('actions.action')).toBeGreaterThan(9);
    expect(await count('followup.expected_effect where baseline is not null')).toBe(4);
    expect(await count('followup.judgement')).toBe(2);
    expect(await count('followup.benefit where confirmed_on is not null')).toBe(2);
  });

  it('has late actions, and some that wait for others', async () => {
    expect(await count(`actions.action where state = 'ongoing' and ends < '${today}'`)).toBe(2);
    expect(await count("actions.action where status = 'red'")).toBe(1);
    expect(await count('actions.dependency')).toBe(3);
  });

  it('is told once', async () => {
    const areas = await count('focus.area');
    expect(await tell()).toBe(false);
    expect(await count('focus.area')).toBe(areas);
  });

  it('is not told where somebody has made the organisation their own', async () => {
    const own = await createTestDatabase();
    try {
      await loadExample(own, archive);
      await own.pool.query("update tenancy.department set name = 'Vård och omsorg' where name = 'Socialförvaltningen'");
      expect(await tell(own)).toBe(false);
      expect(await count('focus.area', own)).toBe(0);
    } finally {
      await own.drop();
    }
  });
});
