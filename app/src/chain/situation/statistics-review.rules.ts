import { z } from 'zod';

/** What one asks of a figure before building on it, in the order of the deviation analysis: first the measure, then the value, then the surroundings. */
export const reviewItems = [
  'rightMeasure',
  'definition',
  'reporting',
  'smallNumbers',
  'chance',
  'seriesBreak',
  'organisation',
  'accounting',
  'fairComparison',
  'otherSources',
] as const;
export type ReviewItem = (typeof reviewItems)[number];

export const reviewAnswers = ['ok', 'investigate', 'notApplicable'] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];

export interface AnsweredItem {
  readonly answer: ReviewAnswer | '';
  readonly note: string;
}

/** Kept as JSON; an item that nobody has answered is absent. */
export type ReviewAnswers = Readonly<Partial<Record<ReviewItem, AnsweredItem>>>;

export interface Review {
  readonly answers: ReviewAnswers;
  readonly note: string;
}

/** Where a review belongs: one key figure of one municipality and year. */
export interface ReviewPlace {
  readonly kpi: string;
  readonly municipality: string;
  readonly year: number;
}

/** Fields of the form: `rightMeasure`, `rightMeasureNote`, …, `note`. */
export type ReviewField = ReviewItem | `${ReviewItem}Note` | 'note';
export const noteOf = (item: ReviewItem) => `${item}Note` as const;
export const reviewFields: readonly ReviewField[] = [
  ...reviewItems.flatMap((item) => [item, noteOf(item)] as const),
  'note',
];
export type ReviewValues = Readonly<Record<ReviewField, string>>;
export interface ReviewFault {
  readonly field: ReviewField;
  readonly reason: 'noteTooLong' | 'textTooLong' | 'unknownAnswer';
}

const longestItemNote = 2000;
const longestNote = 20_000;
const answerField = z.enum(reviewAnswers).or(z.literal(''));

export type ReadReview =
  | { readonly ok: true; readonly review: Review }
  | { readonly ok: false; readonly faults: readonly ReviewFault[] };

export function readReview(values: ReviewValues): ReadReview {
  const faults: ReviewFault[] = [];
  const answers: Partial<Record<ReviewItem, AnsweredItem>> = {};
  for (const item of reviewItems) {
    const answer = answerField.safeParse(values[item]);
    const note = clean(values[noteOf(item)]);
    if (!answer.success) faults.push({ field: item, reason: 'unknownAnswer' });
    if (note.length > longestItemNote) faults.push({ field: noteOf(item), reason: 'noteTooLong' });
    if (answer.success && (answer.data !== '' || note !== '')) answers[item] = { answer: answer.data, note };
  }
  const note = clean(values.note);
  if (note.length > longestNote) faults.push({ field: 'note', reason: 'textTooLong' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, review: { answers, note } };
}

/** PostgreSQL keeps no zero byte; pasted text sometimes holds one. */
function clean(text: string): string {
  return text.replaceAll('\0', '').trim();
}

export function valuesOfReview({ answers, note }: Review): ReviewValues {
  const entries = reviewItems.flatMap((item) => [
    [item, answers[item]?.answer ?? ''],
    [noteOf(item), answers[item]?.note ?? ''],
  ]);
  return { ...Object.fromEntries(entries), note } as ReviewValues;
}

export const emptyReview: Review = { answers: {}, note: '' };

export function countAnswers({ answers }: Review): Readonly<Record<ReviewAnswer | 'unanswered', number>> {
  const counts = { ok: 0, investigate: 0, notApplicable: 0, unanswered: 0 };
  for (const item of reviewItems) counts[answers[item]?.answer || 'unanswered']++;
  return counts;
}
