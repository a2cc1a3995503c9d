export { counted, word } from './counted.ts';
export { editDistance, farthest, type Nearest, nearestNames, nearestSentence, plainName } from './nearest.ts';
export { defineTexts, type Language, languages, type TextTree } from './texts.ts';
