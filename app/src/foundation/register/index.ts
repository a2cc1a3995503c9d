export {
  choice,
  date,
  type Field,
  type FieldFault,
  longText,
  money,
  number,
  reference,
  richText,
  scale,
  text,
  url,
  type Value,
  yes,
} from './field.rules.ts';
export { createKernel, type Kernel, mayChange } from './kernel.ts';
export { type Reference, tableReference } from './reference.store.ts';
export { type RegisterSlots, registerRoutes } from './register.routes.tsx';
export {
  defineRegister,
  type Register,
  type RegisterTexts,
  type RowOf,
  type RuleFault,
  type ValuesOf,
} from './register.rules.ts';
export { changeRow, createRow, type RegisterWork, rowToChange, type SaveResult, saveValues } from './row.commands.ts';
export { namesFor, type RowPage } from './row.queries.ts';
export { findRows, insertRow, type Row, readRow, readRows, saveRow } from './row.store.ts';
export type { Vocabulary } from './vocabulary.rules.ts';
