export * from './document.ts';
export {
  assertWhole,
  type DocumentFault,
  DocumentFaultError,
  type DocumentFaultKind,
  documentFaults,
} from './faults.ts';
export { inlineTextsOf, type Numbered, numberDocument, type OutlineEntry } from './numbering.ts';
export { isSourceLine, sourceLine } from './source-line.ts';
export { type DocumentWords, documentWords } from './words.ts';
