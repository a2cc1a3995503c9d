export type * from './field.ts';
