import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createTestTenant, serveRoutes, type TestTenant } from '../tenancy/testing.ts';
import { type HomeParts, homeRoutes } from './index.ts';
import { daysLate, inOrder, leadOf, wheelEntries } from './rules.ts';

const day = '2026-03-02';
const item = (due?: string) => ({ href: '/x', title: `t${due ?? ''}`, due });

describe('the lead', () => {
  test('says first what must be done first, then what is late, then what waits', () => {
    const step = { title: '', help: '', href: '', done: false };
    expect(leadOf([step, { ...step, done: true }], [item('2026-01-01')], day)).toEqual({ kind: 'firstSteps', left: 1 });
    expect(leadOf([], [item('2026-03-01'), item(day)], day)).toEqual({ kind: 'late', late: 1, waiting: 2 });
    expect(leadOf([], [item(day), item()], day)).toEqual({ kind: 'waiting', waiting: 2 });
    expect(leadOf([], [], day)).toEqual({ kind: 'calm' });
  });

  test('counts late days by the calendar, and puts what has no day last', () => {
    expect(daysLate('2026-02-27', day)).toBe(3);
    expect(daysLate(day, day)).toBe(0);
    expect(daysLate(undefined, day)).toBe(0);
    expect(inOrder([item(), item('2026-05-01'), item('2026-01-01')]).map(({ due }) => due)).toEqual([
      '2026-01-01',
      '2026-05-01',
      undefined,
    ]);
  });

  test('puts what is new first, and says what two slices tell of once', () => {
    const news = { href: '/y', title: 'nytt', news: true };
    expect(inOrder([item('2026-01-01'), news, { ...item('2026-01-01'), note: 'samma' }])).toEqual([
      news,
      item('2026-01-01'),
    ]);
  });
});

test('several slices may fill one segment of the wheel', () => {
  const { entries, current } = wheelEntries([
    { segment: 'gather', count: '14 observationer', href: '/a' },
    { segment: 'gather', count: '2 egna nyckeltal', href: '/b' },
    { segment: 'causes', current: true },
  ]);
  expect(entries.gather).toEqual({ count: '14 observationer, 2 egna nyckeltal', href: '/a' });
  expect(current).toBe('causes');
});

describe('the start page', () => {
  let database: TestDatabase;
  let tenant: TestTenant;
  const parts: HomeParts = {
    wheel: [async () => [{ segment: 'causes', count: '13 orsaker', href: '/orsaker', current: true }]],
    mine: [async () => [{ href: '/a', title: 'Konsekvenser', due: '2026-02-24' }]],
    effects: [],
    firstSteps: [],
    standing: [async () => ['Steg 4 av 5.']],
    example: async () => ({ name: 'Ekeberga kommun', roles: ['analyst'] }),
  };
  const empty: HomeParts = { ...parts, wheel: [], mine: [], standing: [], example: async () => undefined };

  beforeAll(async () => {
    database = await createTestDatabase();
    tenant = await createTestTenant(database, ['analyst']);
  });
  afterAll(() => database.drop());
  const visit = async (given: HomeParts, personId?: string) =>
    (
      await serveRoutes(database, homeRoutes(given))
        .browser(personId && tenant.id, personId)
        .get('/')
    ).text();

  test('tells whoever is not signed in what Samband is, with the way in', async () => {
    const page = await visit(parts);
    expect(page).toContain('href="/logga-in"');
    expect(page).toContain('href="/exempel/analyst"');
    expect(await visit(empty)).not.toContain('/exempel/');
  });

  test('shows what stands where, what is late and what is mine', async () => {
    const page = await visit(parts, tenant.people.analyst);
    expect(page).toContain('Steg 4 av 5. En sak väntar på dig och är sen.');
    expect(page).toContain('13 orsaker');
    expect(page).toContain('6 dagar sen');
  });

  test('says what to do first when there is nothing yet', async () => {
    const step = { title: 'Välj kommun', help: 'h', href: '/administration', done: false };
    const page = await visit({ ...empty, firstSteps: [async () => [step]] }, tenant.people.analyst);
    expect(page).toContain('Ett steg återstår');
    expect(page).toContain('href="/administration"');
    expect(await visit(empty, tenant.people.analyst)).toContain('Ingenting väntar på dig');
  });
});
