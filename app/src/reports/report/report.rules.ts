import { choice, date, defineRegister, number, reference, text, year } from '../../foundation/register/index.ts';
import { readReports, writeReports } from './access.ts';
import { reportRefusals, reportTexts } from './report.texts.ts';

export const reportKinds = ['interim', 'situation'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const longestBody = 200;

/** Whoever adopts is said in a few words. */
export function isBody(text: string): boolean {
  return text !== '' && text.length <= longestBody;
}

/** Reports: what is put together of the chain and written around. */
export const report = defineRegister({
  name: 'reports.report',
  path: '/rapporter',
  read: readReports,
  write: writeReports,
  texts: reportTexts,
  fields: {
    title: text({ required: true }),
    kind: choice(reportKinds, { required: true }),
    focusAreas: reference('focus.area', { many: true }),
    year: year({ required: true }),
    comparison: choice(['similar', 'class', 'all'], { required: true }),
    language: choice(['sv', 'en'], { required: true }),
    author: text(),
    registryNumber: text({ max: 100 }),
    state: choice(['draft', 'adopted'], { required: true }),
    edition: number({ min: 1, max: 10_000 }),
    adoptedOn: date(),
  },
  heads: 'title',
  list: ['kind', 'focusAreas', 'year', 'state', 'edition', 'adoptedOn'],
  filters: ['kind', 'state'],
  kept: ['state', 'edition', 'adoptedOn'],
  rule: ({ kind, focusAreas }) =>
    kind === 'interim' && focusAreas.length === 0
      ? [{ field: 'focusAreas', text: (language) => reportRefusals(language).areaNeeded }]
      : [],
  refusals: {
    report_stands: { field: 'title', text: (language) => reportRefusals(language).adopted },
  },
});
