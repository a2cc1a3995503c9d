import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { insertRow, readRow } from '../../foundation/register/index.ts';
import { createTestTenant, serveRoutes, type TestTenant } from '../../foundation/tenancy/testing.ts';
import { wireKernel } from '../../wiring.ts';
import { focusArea } from '../focus/index.ts';
import { cause, causesRoutes, problem } from './index.ts';

let database: TestDatabase;
let figures: FigureStore;
let house: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
  house = await createTestTenant(database, ['analyst']);
});
afterAll(async () => {
  await figures?.close();
  await database?.drop();
});

it('a cause is not put under itself by its form, and the form says so', async () => {
  const scope = { tenantId: house.id, personId: house.people.analyst };
  const [top, below] = await database.inScope(scope, async (tx) => {
    const focus = await insertRow(tx, focusArea, { title: 'Fokus' });
    const of = await insertRow(tx, problem, { title: 'Problem', focusArea: focus });
    const first = await insertRow(tx, cause, { title: 'Överst', problem: of });
    return [first, await insertRow(tx, cause, { title: 'Under', problem: of, parent: first })];
  });
  const analyst = serveRoutes(database, causesRoutes(wireKernel(figures))).browser(house.id, house.people.analyst);
  const response = await analyst.post(`/orsaker/orsak/${top}`, {
    version: '1',
    title: 'Överst',
    problem: 'Problem',
    parent: below,
  });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('Uppgifterna går inte ihop');
  expect((await database.inScope(scope, (tx) => readRow(tx, cause, top)))?.parent).toBeNull();
});
