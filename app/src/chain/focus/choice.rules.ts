/** What the form of a choice holds: every candidate that was on the table. */
export interface ChoiceForm {
  readonly decidedOn: string;
  readonly body: string;
  readonly present: readonly string[];
  readonly note: string;
  readonly candidates: readonly {
    readonly id: string;
    /** Empty: not weighed this time. */
    readonly choice: '' | 'chosen' | 'notChosen';
    readonly reason: string;
  }[];
}

export type ChoiceFault =
  | { readonly field: 'decidedOn'; readonly reason: 'notADate' }
  | { readonly field: 'body'; readonly reason: 'bodyMissing' }
  | { readonly field: 'present'; readonly reason: 'unknownPeople'; readonly names: readonly string[] }
  | { readonly field: 'candidates'; readonly reason: 'nothingChosen' }
  | { readonly field: `reason-${string}`; readonly reason: 'reasonMissing' };

/** A choice says what, why, who and when; also why the others were left. */
export function checkChoice(form: ChoiceForm, unknown: readonly string[]): readonly ChoiceFault[] {
  const weighed = form.candidates.filter(({ choice }) => choice !== '');
  const faults: ChoiceFault[] = [];
  if (!isDay(form.decidedOn)) faults.push({ field: 'decidedOn', reason: 'notADate' });
  if (form.body === '') faults.push({ field: 'body', reason: 'bodyMissing' });
  if (unknown.length > 0) faults.push({ field: 'present', reason: 'unknownPeople', names: unknown });
  if (!weighed.some(({ choice }) => choice === 'chosen')) faults.push({ field: 'candidates', reason: 'nothingChosen' });
  for (const { id, reason } of weighed) {
    if (reason === '') faults.push({ field: `reason-${id}`, reason: 'reasonMissing' });
  }
  return faults;
}

function isDay(text: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
