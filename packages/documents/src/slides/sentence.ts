import type { InlineText } from '../model/index.ts';
import { slice } from './measure.ts';

/** After these a full stop ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:t\.ex|bl\.a|dvs|d\.v\.s|m\.m|o\.s\.v|osv|f\.d|s\.k|p\.g\.a|fr\.o\.m|t\.o\.m|ca|kap|st|nr|tkr|resp|inkl|exkl|jfr|i\.e|e\.g|cf|approx|no|vs|\p{L})\.$/iu;

/** The first sentences, and what comes after them. */
export function firstSentences(count: number, text: InlineText): readonly [InlineText, InlineText] {
  let found = 0;
  const letters = text
    .map((part) => (part.kind === 'text' || part.kind === 'link' ? part.text : part.kind === 'break' ? '\n' : ''))
    .join('');
  for (const { 0: end, index } of letters.matchAll(/[.!?]["”’)]?\s+(?=["”’(–]?[\p{Lu}\d])/gu)) {
    const upTo = index + end.trimEnd().length;
    if (end.startsWith('.') && abbreviation.test(letters.slice(0, index + 1))) continue;
    if (++found < count) continue;
    return [slice(text, 0, upTo), slice(text, index + end.length, Number.POSITIVE_INFINITY)];
  }
  return [text, []];
}
