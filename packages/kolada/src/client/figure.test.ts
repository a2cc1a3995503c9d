import { describe, expect, it } from 'vitest';
import type { DataValue, Kpi } from '../model.ts';
import { exampleContents } from '../simulator/example-source.ts';
import { figureOf, isPreliminary, missingReason, publicationState, valueFor } from './figure.ts';

const value = (gender: DataValue['gender'], number: number | null, more: Partial<DataValue> = {}): DataValue => {
  return { gender, count: 1, status: '', value: number, isDeleted: false, ...more };
};
const kpi: Kpi = {
  ...exampleContents().kpis[0]!,
  publPeriod: '2025',
  prelPublicationDate: '2026-04-01',
  publicationDate: '2026-08-28',
};

describe('the value of a row', () => {
  it('is found by gender wherever it stands', () => {
    const [k, m, t] = [value('K', 1), value('M', 2), value('T', 3)];
    for (const values of [
      [k, m, t],
      [t, k, m],
      [m, t, k],
    ]) {
      expect([valueFor({ values }, 'T'), valueFor({ values }, 'K'), valueFor({ values }, 'M')]).toEqual([3, 1, 2]);
    }
  });

  it('is null where the gender is absent, the value null or deleted, and zero where it is zero', () => {
    expect(valueFor({ values: [value('K', 1)] }, 'T')).toBeNull();
    expect(valueFor({ values: [value('T', null)] }, 'T')).toBeNull();
    expect(valueFor({ values: [value('T', 5, { isDeleted: true })] }, 'T')).toBeNull();
    expect(valueFor({ values: [value('T', 0)] }, 'T')).toBe(0);
  });

  it('is a number or missing with a reason', () => {
    expect(figureOf({ values: [value('T', 0)] }, 'T')).toEqual({ value: 0 });
    expect(figureOf({ values: [value('T', null, { status: 'Privacy' })] }, 'T')).toEqual({ missing: 'secret' });
    expect(figureOf({ values: [] }, 'T', { kpi, year: 2026, today: '2026-03-12' })).toEqual({
      missing: 'notYetPublished',
    });
  });
});

describe('the reason for a missing value', () => {
  it('is read from the statuses that are known and is unknown for all others', () => {
    const reasons = ['Privacy', '..', 'Missing', '-', '.', '', 'Something new'].map((status) => missingReason(status));
    const known = ['secret', 'secret', 'notReported', 'notReported', 'notApplicable'];
    expect(reasons).toEqual([...known, 'unknown', 'unknown']);
  });

  it('is that it is not published yet, only when the status says nothing', () => {
    const publication = { kpi, year: 2025, today: '2026-03-31' };
    expect(missingReason('', publication)).toBe('notYetPublished');
    expect(missingReason('Privacy', publication)).toBe('secret');
    expect(missingReason('', { ...publication, today: '2026-04-01' })).toBe('unknown');
  });
});

describe('a value of the publication period', () => {
  it('is preliminary from the preliminary date until the day before the final one', () => {
    const days = ['2026-03-31', '2026-04-01', '2026-08-27', '2026-08-28'].map((today) =>
      publicationState(kpi, 2025, today),
    );
    expect(days).toEqual(['notYetPublished', 'preliminary', 'preliminary', 'final']);
  });

  it('is never preliminary when the catalogue has no preliminary date', () => {
    const plain = { ...kpi, prelPublicationDate: null };
    expect(publicationState(plain, 2025, '2026-08-27')).toBe('notYetPublished');
    expect(publicationState(plain, 2025, '2026-08-28')).toBe('final');
  });

  it('stays preliminary when no final date is given', () => {
    expect(isPreliminary({ ...kpi, publicationDate: null }, 2025, '2030-01-01')).toBe(true);
  });

  it('is final for earlier years, still to come for later ones, and unknown without a period or dates', () => {
    expect(publicationState(kpi, 2024, '2026-05-01')).toBe('final');
    expect(publicationState(kpi, 2026, '2026-05-01')).toBe('notYetPublished');
    expect(publicationState({ ...kpi, publPeriod: null }, 2025, '2026-05-01')).toBe('unknown');
    expect(publicationState({ ...kpi, prelPublicationDate: null, publicationDate: null }, 2025, '2026-05-01')).toBe(
      'unknown',
    );
  });
});
