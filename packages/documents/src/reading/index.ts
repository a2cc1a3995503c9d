export type * from './content.ts';
export { usualReadLimits } from './limits.ts';
export { readPastedContent } from './pasted.ts';
export { readContent } from './read-content.ts';
