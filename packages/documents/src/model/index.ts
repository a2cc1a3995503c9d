export { belongsWithNext, sourceLine } from './belonging.ts';
export * from './document.ts';
export {
  assertWhole,
  type DocumentFault,
  DocumentFaultError,
  type DocumentFaultKind,
  documentFaults,
} from './faults.ts';
export { inlineTextsOf, type Numbered, numberDocument, type OutlineEntry } from './numbering.ts';
export { shortened } from './shortened.ts';
export { type DocumentWords, documentWords } from './words.ts';
