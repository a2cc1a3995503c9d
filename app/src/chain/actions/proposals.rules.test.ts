import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, holdingDecisions, readDecision, stateAfter } from './decision.rules.ts';
import { drawnForm, type EconomyForm, formOf, readEconomy } from './economy.rules.ts';
import { readFrame } from './frame.rules.ts';
import { cutTitle, longestTitle, proposalFrom } from './from-causes.rules.ts';
import { readPieces } from './handover.rules.ts';
import { emptyContent, impactFaults, missingAspects, outcomeOf } from './impact.rules.ts';
import { contradictions, placeInBudget, type Relation } from './portfolio.rules.ts';
import { quadrantOf, type Ranked, rankProposals } from './priority.rules.ts';
import { changesOf, isAgainstAdvice, trackAdvice, trackFaults } from './track.rules.ts';

describe('consequences', () => {
  const entry = { key: 'staff', row: '', version: 0, affected: '', choice: '' as const, words: '' };

  it('demand the reason when a part is said not to be relevant, and words when a direction is given', () => {
    expect(impactFaults([{ ...entry, choice: 'notRelevant' }])).toEqual([
      { key: 'staff', field: 'words', reason: 'reasonNeeded' },
    ]);
    expect(impactFaults([{ ...entry, choice: 'worse' }])[0]?.reason).toBe('wordsNeeded');
    expect(impactFaults([{ ...entry, choice: 'notRelevant', words: 'Ingen berörs.' }, entry])).toEqual([]);
  });

  it('name each group of users once', () => {
    const group = (key: string, affected: string) => ({ ...entry, key, affected, words: 'x' });
    expect(impactFaults([group('group-1', 'Boende'), group('group-2', 'boende')])[0]?.reason).toBe('groupTwice');
    expect(impactFaults([group('group-1', '')])[0]?.reason).toBe('groupNeeded');
  });

  it('are missing where nothing is said', () => {
    expect(missingAspects([{ aspect: 'economy' }, { aspect: 'users' }])).toHaveLength(8);
    expect(missingAspects([])).toHaveLength(10);
  });

  it('are written by whoever touched them, and chosen between only when both did', () => {
    const says = (words: string) => ({ ...emptyContent, words });
    expect(outcomeOf(says('a'), says('a'), says('b'))).toBe('keep');
    expect(outcomeOf(says('b'), says('a'), says('a'))).toBe('write');
    expect(outcomeOf(says('b'), says('a'), says('b'))).toBe('keep');
    expect(outcomeOf(says('b'), says('a'), says('c'))).toBe('conflict');
  });
});

describe('the form of an economy', () => {
  const form: EconomyForm = {
    startYear: '2027',
    years: '2',
    priceLevelYear: '2026',
    discountRate: '',
    note: '',
    lines: [
      {
        key: 'cost-0',
        list: 'cost',
        id: '',
        kind: 'oneOff',
        title: 'Ombyggnad',
        amounts: ['1 200,5', '0'],
        removed: false,
      },
      { key: 'green-0', list: 'green', id: '', kind: 'running', title: '', amounts: ['0', '0'], removed: false },
    ],
  };

  it('is read in thousands of kronor, and leaves the empty row out', () => {
    const read = readEconomy(form);
    expect(read.ok && read.economy.lines).toEqual([
      { id: '', list: 'cost', kind: 'oneOff', title: 'Ombyggnad', amounts: [1_200_500, 0] },
    ]);
  });

  it('asks about an emptied cell, by line and year, rather than taking it for nought', () => {
    const [line] = form.lines;
    expect(readEconomy({ ...form, lines: [{ ...line!, amounts: ['5', ''] }] })).toEqual({
      ok: false,
      faults: [{ field: 'cost-0.1', reason: 'amountNeeded', line: 'Ombyggnad', year: 2028 }],
    });
  });

  it('says what cannot be taken: letters, a negative amount, parts of a krona, eleven years', () => {
    const [line] = form.lines;
    const reasons = (amounts: readonly string[]) => {
      const read = readEconomy({ ...form, lines: [{ ...line!, amounts }] });
      return read.ok ? [] : read.faults.map(({ reason }) => reason);
    };
    expect(reasons(['tre', '-5'])).toEqual(['notANumber', 'negative']);
    expect(reasons(['0,0001', '1'])).toEqual(['notWhole']);
    expect(readEconomy({ ...form, years: '11' })).toMatchObject({ faults: [{ reason: 'yearsOutOfRange' }] });
  });

  it('is the same again when what it saved is opened', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1e11 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(amounts, amounts, (cost, hours) => {
        const economy = {
          startYear: 2027,
          years: 3,
          priceLevelYear: 2026,
          discountRate: 2.5,
          note: '',
          lines: [
            { id: 'a', list: 'cost' as const, kind: 'running' as const, title: 'Drift', amounts: cost },
            { id: 'b', list: 'yellow' as const, kind: null, title: 'Tid', amounts: hours },
          ],
        };
        expect(readEconomy(drawnForm(formOf(economy)))).toEqual({ ok: true, economy });
      }),
    );
  });

  it('has one empty row in each list, and one more in the list that was asked for', () => {
    const count = (adding?: 'cost' | 'red') =>
      Object.fromEntries(
        [...Map.groupBy(drawnForm(form, adding).lines, ({ list }) => list)].map(([list, lines]) => [
          list,
          lines.length,
        ]),
      );
    expect(count()).toEqual({ cost: 2, green: 1, yellow: 1, red: 1, financing: 1 });
    expect(count('cost').cost).toBe(3);
    expect(new Set(drawnForm(form, 'red').lines.map(({ key }) => key)).size).toBe(drawnForm(form, 'red').lines.length);
  });
});

describe('the order of proposals', () => {
  const row = (id: string, effort: number | null, effect: number | null, place: number | null = null): Ranked => ({
    id,
    title: id,
    effort,
    effect,
    place,
  });

  it("is people's own places first, then effect less effort, and last what nobody has judged", () => {
    const rows = [row('a', null, null), row('b', 1, 5), row('c', 2, 4), row('d', 5, 1, 1), row('e', 3, 5)];
    expect(rankProposals(rows).map(({ id }) => id)).toEqual(['d', 'b', 'e', 'c', 'a']);
  });

  it('is the same however the proposals were given', () => {
    const step = fc.option(fc.integer({ min: 1, max: 5 }));
    const rows = fc.uniqueArray(fc.tuple(fc.string(), step, step), { selector: ([id]) => id });
    fc.assert(
      fc.property(rows, (given) => {
        const ranked = given.map(([id, effort, effect]) => row(id, effort, effect));
        expect(rankProposals(ranked.toReversed())).toEqual(rankProposals(ranked));
      }),
    );
  });

  it('puts the middle of a scale with the more cautious corner', () => {
    expect(quadrantOf(2, 4)).toBe('doFirst');
    expect(quadrantOf(3, 5)).toBe('plan');
    expect(quadrantOf(1, 3)).toBe('easy');
    expect(quadrantOf(3, 3)).toBe('leave');
  });
});

describe('a portfolio', () => {
  it('is at an end with its budget for all that follow, also for what would fit by itself', () => {
    const placed = placeInBudget(
      [
        { id: 'a', cost: 60 },
        { id: 'b', cost: 50 },
        { id: 'c', cost: undefined },
      ],
      100,
    );
    expect(placed.map(({ cumulated, within }) => [cumulated, within])).toEqual([
      [60, true],
      [110, false],
      [110, false],
    ]);
    expect(placeInBudget([{ id: 'a', cost: 1 }], undefined)[0]?.within).toBeUndefined();
  });

  const relation = (kind: Relation['kind'], proposal: string, other: string): Relation => ({
    id: '',
    kind,
    proposal,
    other,
    note: '',
  });

  it('is warned about when two that exclude each other are both inside', () => {
    const relations = [relation('excludes', 'a', 'b')];
    expect(contradictions(relations, ['a', 'b'], new Set(['a', 'b']))).toHaveLength(1);
    expect(contradictions(relations, ['a', 'b'], new Set(['a']))).toEqual([]);
    expect(contradictions(relations, ['b'], new Set(['b']), new Set(['a']))).toHaveLength(1);
  });

  it('is warned about when what is required is outside, or comes later', () => {
    const relations = [relation('requires', 'a', 'b')];
    const kinds = (order: string[], inside: string[], decided: string[] = []) =>
      contradictions(relations, order, new Set(inside), new Set(decided)).map(({ kind }) => kind);
    expect(kinds(['a', 'b'], ['a'])).toEqual(['withoutRequired']);
    expect(kinds(['a', 'b'], ['a', 'b'])).toEqual(['beforeRequired']);
    expect(kinds(['b', 'a'], ['a', 'b'])).toEqual([]);
    expect(kinds(['a'], ['a'], ['b'])).toEqual([]);
    expect(kinds(['a', 'b'], ['b'])).toEqual([]);
  });
});

describe('who decides', () => {
  const no = { goals: false, direction: false, scope: false, quality: false };

  it('is the elected as soon as goals, direction, scope or quality change (kommunallagen 6:38)', () => {
    for (const kind of ['goals', 'direction', 'scope', 'quality'] as const) {
      expect(trackAdvice(changesOf({ ...no, [kind]: true }))).toBe('political');
    }
    expect(trackAdvice(changesOf(no))).toBe('operational');
  });

  it('is the choice of a person, who must say why when it goes against the law', () => {
    const answers = { ...no, scope: true };
    expect(trackFaults({ answers, track: 'operational', reason: '' })).toEqual([
      { field: 'reason', reason: 'reasonNeeded' },
    ]);
    expect(trackFaults({ answers, track: 'operational', reason: 'Ryms i beslutad ram.' })).toEqual([]);
    expect(trackFaults({ answers, track: 'political', reason: '' })).toEqual([]);
    expect(isAgainstAdvice('operational', ['scope'])).toBe(true);
    expect(isAgainstAdvice('political', ['scope'])).toBe(false);
  });

  it('is not settled before all four questions are answered', () => {
    expect(trackFaults({ answers: { ...no, goals: undefined }, track: undefined, reason: '' })).toEqual([
      { field: 'goals', reason: 'answerNeeded' },
      { field: 'track', reason: 'trackNeeded' },
    ]);
  });
});

describe('a decision', () => {
  const form = {
    outcome: 'granted',
    decidedOn: '2026-03-02',
    committee: 'c',
    person: '',
    body: '',
    registryNumber: 'KS 2026/0493',
    minutesParagraph: '§ 84',
    reason: '',
  };
  const makers = { committees: new Map([['c', 'Vård- och omsorgsnämnden']]), person: null };

  it('takes its decision maker from the list unless one is written', () => {
    const body = (words: string) => {
      const read = readDecision({ ...form, body: words }, makers, '2026-03-02');
      return read.ok ? read.decision.body : read.faults;
    };
    expect(body('')).toBe('Vård- och omsorgsnämnden');
    expect(body('VON')).toBe('VON');
  });

  it('is not made ahead, by nobody, or against a proposal without a reason', () => {
    const reasons = (change: Partial<typeof form>) => {
      const read = readDecision({ ...form, ...change }, makers, '2026-03-02');
      return read.ok ? [] : read.faults.map(({ reason }) => reason);
    };
    expect(reasons({ decidedOn: '2026-03-03' })).toEqual(['dayAhead']);
    expect(reasons({ decidedOn: '2026-02-30' })).toEqual(['dayNeeded']);
    expect(reasons({ committee: '' })).toEqual(['bodyNeeded']);
    expect(reasons({ outcome: 'rejected' })).toEqual(['reasonNeeded']);
    expect(reasons({ outcome: 'rejected', reason: 'För dyrt.' })).toEqual([]);
  });

  it('holds until another corrects it; the latest that holds says where the proposal stands', () => {
    const made = (id: string, decidedOn: string, corrects: string | null = null) =>
      ({ id, decidedOn, corrects, outcome: 'granted' }) as Decision;
    const all = [made('1', '2026-01-01'), made('2', '2026-02-01', '1'), made('3', '2026-01-15')];
    expect(holdingDecisions(all).map(({ id }) => id)).toEqual(['2', '3']);
    expect([stateAfter('granted'), stateAfter('referBack'), stateAfter('tabled')]).toEqual([
      'decided',
      'draft',
      'proposed',
    ]);
  });
});

describe('what is carried over', () => {
  const suggestion = {
    id: 's1',
    title: 'Samla lokalerna',
    description: '',
    problem: 'p',
    cause: 'c1',
    focusArea: 'f',
  };

  it('from one suggestion is its words, cause and focus area', () => {
    expect(proposalFrom([suggestion])).toEqual({
      title: 'Samla lokalerna',
      description: '',
      focusArea: 'f',
      suggestions: ['s1'],
      causes: ['c1'],
    });
  });

  it('from several is every one of them, and a focus area only when it is the same', () => {
    const from = proposalFrom([suggestion, { ...suggestion, id: 's2', title: 'Säg upp avtal', focusArea: 'g' }]);
    expect(from.description).toBe('- Samla lokalerna\n- Säg upp avtal');
    expect(from.focusArea).toBeNull();
    expect(from.causes).toEqual(['c1']);
  });

  it('loses no word of a suggestion that is longer than a title may be', () => {
    const title = 'ord '.repeat(100).trim();
    const from = proposalFrom([{ ...suggestion, title }]);
    expect(from.title.length).toBeLessThanOrEqual(longestTitle);
    expect(from.description).toBe(title);
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (words) => cutTitle(words).length <= longestTitle));
  });

  it('to actions is told piece by piece; an empty piece is left out', () => {
    const piece = { title: 'Etapp 1', owner: '', starts: '2026-05-01', ends: '2026-04-01' };
    const empty = { title: '', owner: '', starts: '', ends: '' };
    expect(readPieces([piece, empty], new Map())).toEqual({
      ok: false,
      faults: [{ index: 0, field: 'ends', reason: 'endsBeforeStart' }],
    });
    expect(readPieces([{ ...piece, ends: '' }, empty], new Map())).toMatchObject({
      ok: true,
      pieces: [{ owner: null }],
    });
    expect(readPieces([empty], new Map())).toMatchObject({ ok: false });
  });
});

describe('the frame', () => {
  it('has a budget with both its years, or none', () => {
    const form = { discountRate: '3,5', budget: '', from: '', to: '' };
    expect(readFrame(form)).toEqual({ ok: true, frame: { discountRate: 3.5, budget: undefined } });
    expect(readFrame({ ...form, budget: '2 500', from: '2027', to: '2029' })).toMatchObject({
      frame: { budget: { kronor: 2_500_000, from: 2027, to: 2029 } },
    });
    expect(readFrame({ ...form, budget: '2 500', from: '2027', to: '2026' })).toMatchObject({
      faults: [{ field: 'to', reason: 'endsBeforeStart' }],
    });
    expect(readFrame({ ...form, budget: '2 500' })).toMatchObject({ ok: false });
  });
});
