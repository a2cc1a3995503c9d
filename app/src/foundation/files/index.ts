export { fileAnswer } from './answer.ts';
export { createFiles, type FileContent, type Files } from './files.ts';
export { acceptedExtensions, type FileProblem, type FileType, isShownInline } from './kinds.rules.ts';
export type { Received } from './receive.ts';
export type { Referred, Swept } from './sweep.ts';
export { fileKindsText, fileProblemText } from './texts.ts';
