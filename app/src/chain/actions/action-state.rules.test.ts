import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionStates,
  dayAfter,
  daysBetween,
  endOfWeek,
  isLate,
  readDay,
  stepFault,
  stepsFrom,
  tellingFault,
} from './action-state.rules.ts';
import { dependencyWarning } from './dependency.rules.ts';
import { inGroups, rangeOf, type TimedAction } from './gantt.rules.ts';
import { type Milestone, movedOneStep, readMilestone } from './milestone.rules.ts';
import { mineGroupOf } from './mine.rules.ts';
import { endingFirst, eventsOf, isInYear } from './year-wheel.rules.ts';

const today = '2026-03-04';

describe('the state of an action', () => {
  it('goes from planned by ongoing to done, and back only with a reason', () => {
    expect(stepsFrom('planned')).toEqual(['ongoing', 'stopped']);
    expect(stepFault('planned', 'done', 'för att')).toBe('notPossible');
    expect(stepFault('planned', 'ongoing', '')).toBeUndefined();
    expect(stepFault('ongoing', 'done', '')).toBeUndefined();
    expect(stepFault('ongoing', 'stopped', '')).toBe('reasonNeeded');
    expect(stepFault('done', 'ongoing', '')).toBe('reasonNeeded');
    expect(stepFault('done', 'ongoing', 'Hyran sänktes inte')).toBeUndefined();
  });

  it('can always be left', () => {
    for (const state of actionStates) expect(stepsFrom(state).length).toBeGreaterThan(0);
  });

  it('is late the day after its last, unless it is done or stopped', () => {
    expect(isLate({ state: 'ongoing', ends: today }, today)).toBe(false);
    expect(isLate({ state: 'ongoing', ends: '2026-03-03' }, today)).toBe(true);
    expect(isLate({ state: 'done', ends: '2026-03-03' }, today)).toBe(false);
    expect(isLate({ state: 'planned', ends: null }, today)).toBe(false);
  });
});

describe('a telling', () => {
  it('that is not green says why', () => {
    expect(tellingFault('green', '')).toBeUndefined();
    expect(tellingFault('yellow', '')).toBe('commentNeeded');
    expect(tellingFault('red', 'Två är sjuka')).toBeUndefined();
    expect(tellingFault('blue', '')).toBe('statusNeeded');
    expect(tellingFault('red', 'x'.repeat(5001))).toBe('tooLong');
  });
});

describe('days', () => {
  it('are counted by the calendar, over clocks that change', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(dayAfter('2026-10-24', 2)).toBe('2026-10-26');
    expect(endOfWeek('2026-03-04')).toBe('2026-03-08');
    expect(endOfWeek('2026-03-08')).toBe('2026-03-08');
  });

  it('that are none are not read', () => {
    expect(readDay('2026-02-30')).toBeUndefined();
    expect(readDay('i morgon')).toBeUndefined();
    expect(readDay('2026-02-28')).toBe('2026-02-28');
  });

  it('put an action late, in this week, or later', () => {
    expect(
      ['2026-03-03', '2026-03-04', '2026-03-08', '2026-03-09', null].map((day) => mineGroupOf(day, today)),
    ).toEqual(['late', 'week', 'week', 'later', 'noEnd']);
  });
});

describe('milestones', () => {
  const milestone = (id: string): Milestone => ({
    id,
    action: 'a',
    title: id,
    due: null,
    reachedOn: null,
    place: 1,
    active: true,
    version: 1,
  });
  const ids = (list: readonly Milestone[] | undefined) => list?.map(({ id }) => id).join('');
  const abc = ['a', 'b', 'c'].map(milestone);

  it('move a step at a time, and not over an end', () => {
    expect(ids(movedOneStep(abc, 'b', 'up'))).toBe('bac');
    expect(ids(movedOneStep(abc, 'b', 'down'))).toBe('acb');
    expect(movedOneStep(abc, 'a', 'up')).toBeUndefined();
    expect(movedOneStep(abc, 'x', 'up')).toBeUndefined();
  });

  it('have a name, and a day that is one', () => {
    expect(readMilestone({ title: '  Planen   beslutas ', due: '' })).toEqual({
      ok: true,
      values: { title: 'Planen beslutas', due: null },
    });
    expect(readMilestone({ title: '', due: 'snart' })).toEqual({
      ok: false,
      faults: [
        { field: 'title', reason: 'titleNeeded' },
        { field: 'due', reason: 'notADay' },
      ],
    });
  });
});

describe('a dependency', () => {
  const needed = { id: 'n', title: 'n', state: 'ongoing', starts: null, ends: '2026-04-30', active: true } as const;
  it('warns when what is waited for is stopped, late, or ends after the start', () => {
    const waiting = { state: 'planned', starts: '2026-05-01' } as const;
    expect(dependencyWarning(waiting, needed, today)).toBeUndefined();
    expect(dependencyWarning({ ...waiting, starts: '2026-04-01' }, needed, today)).toBe('endsAfterStart');
    expect(dependencyWarning(waiting, { ...needed, ends: '2026-03-01' }, today)).toBe('late');
    expect(dependencyWarning(waiting, { ...needed, state: 'stopped' }, today)).toBe('stopped');
    expect(dependencyWarning(waiting, { ...needed, active: false }, today)).toBe('stopped');
    expect(dependencyWarning(waiting, { ...needed, state: 'done', ends: '2026-03-01' }, today)).toBeUndefined();
    expect(dependencyWarning({ ...waiting, state: 'done' }, { ...needed, ends: '2026-03-01' }, today)).toBeUndefined();
  });
});

describe('the timeline', () => {
  const timed = (group: string, starts: string | null, title = ''): TimedAction => ({
    id: `${group}${starts}${title}`,
    title,
    starts,
    ends: null,
    state: 'planned',
    status: null,
    group,
  });

  it('has its groups in Swedish order, what belongs to none last, and the first to start first', () => {
    const rows = [timed('Ö', null), timed('', '2026-01-01'), timed('Å', '2026-02-01'), timed('Å', '2026-01-01')];
    expect(inGroups(rows, undefined).map(({ group, starts }) => [group, starts])).toEqual([
      ['Å', '2026-01-01'],
      ['Å', '2026-02-01'],
      ['Ö', null],
      ['', '2026-01-01'],
    ]);
  });

  it('loses no action and repeats no group', () => {
    const rows = fc.array(fc.record({ group: fc.constantFrom('', 'a', 'b', 'ä'), n: fc.nat(3) }));
    fc.assert(
      fc.property(rows, (given) => {
        const sorted = inGroups(
          given.map(({ group, n }, index) => timed(group, n === 0 ? null : `2026-0${n}-01`, String(index))),
          undefined,
        );
        const heads = sorted.map(({ group }) => group).filter((group, i, all) => group !== all[i - 1]);
        return sorted.length === given.length && new Set(heads).size === heads.length;
      }),
    );
  });

  it('spans from the first day to the last', () => {
    expect(rangeOf([timed('', '2026-02-01'), timed('', null), timed('', '2025-12-01')])).toEqual({
      from: '2025-12-01',
      to: '2026-02-01',
    });
    expect(rangeOf([])).toEqual({});
  });
});

describe('the year', () => {
  const own = (id: string, starts: string | null, ends: string | null) => ({ id, title: id, starts, ends });
  it('holds what goes on in it, and nothing else', () => {
    expect(isInYear(own('a', '2025-05-01', '2027-05-01'), 2026)).toBe(true);
    expect(isInYear(own('a', null, '2026-12-31'), 2026)).toBe(true);
    expect(isInYear(own('a', '2027-01-01', null), 2026)).toBe(false);
    expect(isInYear(own('a', null, null), 2026)).toBe(false);
  });

  it('shows first what is to be done in it', () => {
    const order = endingFirst([own('on', '2025-01-01', '2027-01-31'), own('end', null, '2026-11-01')], 2026);
    expect(order.map(({ id }) => id)).toEqual(['end', 'on']);
  });

  it('tells month by month what begins, ends and is to be reached', () => {
    const events = eventsOf(
      [own('a', '2026-02-01', '2027-01-31')],
      new Map([
        [
          'a',
          [
            { title: 'halvvägs', due: '2026-01-15' },
            { title: 'utan dag', due: null },
          ],
        ],
      ]),
      2026,
    );
    expect(events.map(({ day, kind }) => [day, kind])).toEqual([
      ['2026-01-15', 'milestone'],
      ['2026-02-01', 'begins'],
    ]);
  });
});
