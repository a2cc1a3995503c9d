import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CostTreePart, costTree } from './cost-tree.ts';
import { costTrees } from './cost-tree-definitions.ts';
import { decomposeNetCost, decomposeProduct } from './decompose.ts';
import { codes, tableOf } from './figure-table.test-data.ts';
import { readRealFigures, realFiguresPresent, whySkipped } from './situation/real-figures.test-data.ts';

const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('a decomposition', () => {
  test('has parts that add up to the whole, and only changes sign when the sides swap', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, (v1, p1, v0, p0) => {
        const parts = decomposeProduct(v1, p1, v0, p0);
        const whole = v1 * p1 - v0 * p0;
        const scale = Math.max(1, Math.abs(v1 * p1), Math.abs(v0 * p0), Math.abs(v1 * p0), Math.abs(v0 * p1));
        expect(Math.abs(parts.volume + parts.price - whole) / scale).toBeLessThan(1e-12);
        const swapped = decomposeProduct(v0, p0, v1, p1);
        expect(Math.abs(swapped.volume + parts.volume) / scale).toBeLessThan(1e-12);
      }),
    );
  });

  test('gives a factor that does not differ nothing', () => {
    expect(decomposeProduct(0.1, 300_000, 0.1, 200_000).volume).toBe(0);
    expect(decomposeProduct(0.12, 300_000, 0.1, 250_000).volume).toBeCloseTo(5500, 6);
    expect(decomposeProduct(0, 0, 0.1, 250_000).volume + decomposeProduct(0, 0, 0.1, 250_000).price).toBeCloseTo(
      -25_000,
      6,
    );
  });

  test('of net cost adds up to the difference in net cost', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, (net, reference, otherNet, otherReference) => {
        const { structure, beyondStructure } = decomposeNetCost(net, reference, otherNet, otherReference);
        expect(structure + beyondStructure).toBeCloseTo(net - otherNet, 6);
      }),
    );
  });
});

/** Every node's children add up to it, and so do volume and price. */
function expectToAddUp(part: CostTreePart): void {
  const slack = 1e-9 * Math.max(1, Math.abs(part.kronor), part.own * 1e5);
  if (part.children.length > 0) {
    expect(Math.abs(part.children.reduce((sum, child) => sum + child.kronor, 0) - part.kronor)).toBeLessThan(slack);
  }
  if (part.byFactor)
    expect(Math.abs(part.byFactor.volumeKronor + part.byFactor.priceKronor - part.kronor)).toBeLessThan(slack);
  part.children.forEach(expectToAddUp);
}

describe('a cost tree', () => {
  const lss = costTrees.find(({ id }) => id === 'lss')!;
  const kpis = ['N01951', 'N25017', 'N28012', 'N28013', 'N28009', 'N28015', 'N28008', 'N28011'];
  const units = codes(6);

  test('adds up at every node, with a rest for what no key figure covers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 48, maxLength: 48 }), (numbers) => {
        const figures = tableOf(kpis, units, [2020], (kpi, unit) => numbers[kpis.indexOf(kpi) * 6 + unit]);
        const tree = costTree(figures, lss, units[0]!, 2020, units);
        if (!tree.ok) throw new Error(tree.reason);
        expect(tree.members).toEqual(units.slice(1));
        expectToAddUp(tree.root);
        expect(tree.root.children.at(-1)?.kpi).toBeNull();
      }),
    );
  });

  test('names what is missing instead of drawing a part as 0', () => {
    const figures = tableOf(kpis, units, [2020], (kpi, unit) => (kpi === 'N28008' && unit === 0 ? undefined : 10));
    expect(costTree(figures, lss, units[0]!, 2020, units)).toEqual({
      ok: false,
      reason: 'ownMissing',
      kpis: ['N28008'],
    });
    expect(costTree(figures, lss, units[1]!, 2020, [units[0]!])).toEqual({ ok: false, reason: 'noComparison', n: 0 });
  });

  test('of a municipality without users has no division by 0', () => {
    const figures = tableOf(kpis, units, [2020], (kpi, unit) =>
      unit === 0 && (kpi === 'N28012' || kpi === 'N28013') ? 0 : 10,
    );
    const tree = costTree(figures, lss, units[0]!, 2020, units);
    if (!tree.ok) throw new Error(tree.reason);
    expectToAddUp(tree.root);
    expect(tree.root.children[0]?.byFactor?.usersPerInhabitant).toBe(0);
  });

  test.skipIf(!realFiguresPresent)(
    `adds up for the real figures (${realFiguresPresent ? 'present' : whySkipped})`,
    () => {
      const real = readRealFigures();
      let drawn = 0;
      for (const definition of costTrees) {
        for (const unit of real.municipalities) {
          const tree = costTree(
            real.figures,
            definition,
            unit,
            2020,
            real.similar(unit).unitsFor(definition.area, null),
          );
          if (!tree.ok) continue;
          drawn += 1;
          expectToAddUp(tree.root);
        }
      }
      expect(drawn).toBeGreaterThan(600);
    },
  );
});
