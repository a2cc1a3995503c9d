export { apiRoutes } from './api.routes.ts';
export { sweepJob, sweepTask } from './attachment.job.ts';
export { attachmentRoutes } from './attachment.routes.ts';
export { type Attachment, attachmentsOfRows, insertAttachment } from './attachment.store.ts';
export { undoBatch } from './batch.commands.ts';
export { type BatchRow, closeBatch, insertBatch, insertBatchRows } from './batch.store.ts';
export { addComment } from './comment.commands.ts';
export { registerDue, registerMentions } from './contributions.ts';
export { errorsOf } from './fault-words.ts';
export {
  choice,
  date,
  type Field,
  type FieldFault,
  file,
  longText,
  money,
  number,
  reference,
  richText,
  scale,
  text,
  url,
  type Value,
  year,
  yes,
} from './field.rules.ts';
export { FieldControl } from './field.view.tsx';
export { saveLines } from './import.commands.ts';
export { type ImportJobParts, importTasks } from './import.job.ts';
export { type AskedLine, type LinesPlan, planLines } from './import.plan.ts';
export { createKernel, type Derivation, type House, type Kernel, mayChange } from './kernel.ts';
export { listShape } from './list.rules.ts';
export { type FilterProps, RegisterFilters } from './list.view.tsx';
export { lookUpRoutes } from './look-up.routes.ts';
export { inputOfColumn, type Names, wordsOf } from './names.rules.ts';
export { readNumber } from './reading.rules.ts';
export { type Reference, tableReference } from './reference.store.ts';
export { type RegisterSlots, registerRoutes } from './register.routes.tsx';
export {
  defineRegister,
  type Register,
  type RegisterColumn,
  type RegisterOf,
  type RegisterTexts,
  type RowOf,
  type RuleFault,
  type ValuesOf,
  writtenColumns,
} from './register.rules.ts';
export type { DueSource } from './reminder.commands.ts';
export { reminderJob, reminderTask, reminderTimes } from './reminder.job.ts';
export { RichText, RichTextField } from './rich-text.view.tsx';
export { richTextBlocks } from './rich-text-blocks.rules.ts';
export { changeRow, createRow, type RegisterWork, rowToChange, type SaveResult, saveValues } from './row.commands.ts';
export { columnOptions, countedRows, filterOptions, namesFor, type RowPage, rowQuestion } from './row.queries.ts';
export {
  type Condition,
  findRows,
  insertRow,
  pickRows,
  type Row,
  type RowQuestion,
  readRow,
  readRows,
  rowsNamed,
  rowsPointing,
  saveRow,
} from './row.store.ts';
export { keepView } from './saved-view.commands.ts';
export { isMarkHeader, readMark } from './sheet.rules.ts';
export { whileUnchanged } from './unchanged.ts';
export { ValueView, valueWords } from './value.view.tsx';
export { vocabularyRoutes } from './vocabulary.routes.tsx';
export type { Term, Vocabulary } from './vocabulary.rules.ts';
export { addTerm, setTermActive, vocabularyTerms } from './vocabulary.store.ts';
