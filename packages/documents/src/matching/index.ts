export { type DateContext, type DatePrecision, type DateProblem, type DateReading, readDate } from './date.ts';
export type { ColumnMatch, TableMatch, Target, TargetField } from './field.ts';
export { fingerprintsOf } from './fingerprint.ts';
export { matchColumns, matchTable } from './match.ts';
export { type SplitValue, splitValues } from './values.ts';
