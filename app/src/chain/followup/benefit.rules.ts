import {
  choice,
  date,
  defineRegister,
  longText,
  money,
  number,
  reference,
  text,
  year,
} from '../../foundation/register/index.ts';
import { readFollowup, writeFollowup } from './access.ts';
import { benefitTexts } from './benefit.texts.ts';
import { effectStates } from './effect.rules.ts';

/** Benefits taken home: green in kronor, yellow in hours, red not valued. They are never added together. */
export const benefit = defineRegister({
  name: 'followup.benefit',
  path: '/uppfoljning/nyttor',
  read: readFollowup,
  write: writeFollowup,
  texts: benefitTexts,
  fields: {
    title: text({ required: true }),
    action: reference('actions.action', { required: true }),
    colour: choice(['green', 'yellow', 'red'], { required: true }),
    year: year({ required: true }),
    planned: money({ unit: 'tkr' }),
    actual: money({ unit: 'tkr' }),
    hoursPlanned: number({ decimals: 1, min: 0 }),
    hoursActual: number({ decimals: 1, min: 0 }),
    responsible: reference('person'),
    state: choice(effectStates, { required: true }),
    note: longText({ max: 5000 }),
    confirmedBy: reference('person'),
    confirmedOn: date(),
  },
  heads: 'title',
  list: ['action', 'colour', 'year', 'planned', 'actual', 'hoursPlanned', 'hoursActual', 'state', 'confirmedOn'],
  filters: ['colour', 'state'],
  kept: ['confirmedBy', 'confirmedOn'],
  rule({ colour, planned, actual, hoursPlanned, hoursActual, state, note }) {
    const faults = [];
    if (colour !== 'green' && (planned !== null || actual !== null)) {
      faults.push({ field: planned === null ? 'actual' : 'planned', text: benefitTexts.kronorAreGreen });
    }
    if (colour !== 'yellow' && (hoursPlanned !== null || hoursActual !== null)) {
      faults.push({ field: hoursPlanned === null ? 'hoursActual' : 'hoursPlanned', text: benefitTexts.hoursAreYellow });
    }
    if (state === 'failed' && note === '') faults.push({ field: 'note', text: benefitTexts.failedNeedsWhy });
    return faults;
  },
});
