import { readNumber } from '../../foundation/register/index.ts';

/** What all proposals are held against: the municipality's rate of discount, and the money there is for some years. */
export interface Frame {
  readonly version: number;
  /** Real, per cent a year. */
  readonly discountRate: number;
  readonly budget: Budget | undefined;
}

export interface Budget {
  readonly kronor: number;
  readonly from: number;
  readonly to: number;
}

/** Until the municipality says its own: 3,5 per cent is what Swedish guidance for public investments uses (ASEK). */
export const startFrame: Frame = { version: 0, discountRate: 3.5, budget: undefined };

export interface FrameForm {
  readonly discountRate: string;
  /** In thousands of kronor. */
  readonly budget: string;
  readonly from: string;
  readonly to: string;
}

export interface FrameFault {
  readonly field: keyof FrameForm;
  readonly reason: 'rateOutOfRange' | 'budgetNeeded' | 'yearNeeded' | 'endsBeforeStart';
}

export type ReadFrame =
  | { readonly ok: true; readonly frame: Omit<Frame, 'version'> }
  | { readonly ok: false; readonly faults: readonly FrameFault[] };

/** The budget and its years belong together: all three, or none. */
export function readFrame(form: FrameForm): ReadFrame {
  const faults: FrameFault[] = [];
  const discountRate = readNumber(form.discountRate) ?? Number.NaN;
  if (!(discountRate > -100 && discountRate <= 100)) faults.push({ field: 'discountRate', reason: 'rateOutOfRange' });
  if ([form.budget, form.from, form.to].every((text) => text.trim() === '')) {
    return faults.length > 0 ? { ok: false, faults } : { ok: true, frame: { discountRate, budget: undefined } };
  }
  const thousands = readNumber(form.budget) ?? -1;
  const kronor = Math.round(thousands * 1000);
  if (!(kronor >= 0 && kronor <= 1e13)) faults.push({ field: 'budget', reason: 'budgetNeeded' });
  const [from, to] = [readNumber(form.from) ?? 0, readNumber(form.to) ?? 0];
  const isYear = (year: number) => Number.isInteger(year) && year >= 1990 && year <= 2200;
  if (!isYear(from)) faults.push({ field: 'from', reason: 'yearNeeded' });
  if (!isYear(to)) faults.push({ field: 'to', reason: 'yearNeeded' });
  else if (to < from) faults.push({ field: 'to', reason: 'endsBeforeStart' });
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, frame: { discountRate, budget: { kronor, from, to } } };
}

export function frameForm({ discountRate, budget }: Omit<Frame, 'version'>): FrameForm {
  const typed = (value: number) => String(value).replace('.', ',');
  return {
    discountRate: typed(discountRate),
    budget: budget === undefined ? '' : typed(budget.kronor / 1000),
    from: budget === undefined ? '' : String(budget.from),
    to: budget === undefined ? '' : String(budget.to),
  };
}
