import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Weighed, weigh } from './balance.rules.ts';

const evidence = fc.array(
  fc.record({
    stance: fc.constantFrom('supports' as const, 'contradicts' as const),
    strength: fc.option(fc.integer({ min: 1, max: 3 })),
  }),
);

describe('the balance of evidence', () => {
  it('says nothing where there is none, and nothing of weight where nobody has judged the strength', () => {
    expect(weigh([]).balance).toBe('none');
    expect(weigh([{ stance: 'supports', strength: null }]).balance).toBe('unjudged');
  });

  it('goes to the side that weighs at least twice as much, else it diverges', () => {
    const of = (supports: number, contradicts: number): readonly Weighed[] => [
      { stance: 'supports', strength: supports },
      { stance: 'contradicts', strength: contradicts },
    ];
    expect(weigh(of(2, 1)).balance).toBe('supports');
    expect(weigh(of(1, 3)).balance).toBe('contradicts');
    expect(weigh(of(3, 2)).balance).toBe('mixed');
  });

  it('turns when every stance is turned, and does not depend on order', () => {
    const turned = { supports: 'contradicts', contradicts: 'supports' } as const;
    fc.assert(
      fc.property(evidence, (rows) => {
        const { balance } = weigh(rows);
        expect(weigh(rows.toReversed()).balance).toBe(balance);
        const other = weigh(rows.map(({ stance, strength }) => ({ stance: turned[stance], strength }))).balance;
        expect(other).toBe(balance === 'supports' || balance === 'contradicts' ? turned[balance] : balance);
      }),
    );
  });
});
