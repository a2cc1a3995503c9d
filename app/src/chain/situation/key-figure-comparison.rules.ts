import type { Municipality } from '@samband/kolada';
import type { Nearest } from '../../foundation/texts/index.ts';
import { findMunicipality, nearestOf } from './choice.rules.ts';

/** More lines than this cannot be told apart, and a table of them cannot be read on a phone. */
export const mostCompared = 10;

export interface ComparedUnits {
  /** Without repetition, in the order they were written, at most `mostCompared`. */
  readonly units: readonly string[];
  readonly unknown: readonly { readonly text: string; readonly nearest: Nearest }[];
  /** What was left out because there were too many. */
  readonly left: readonly string[];
}

/** "Lekeberg, 1281; Ekeberga" as codes; `added` is one more, chosen from a list. */
export function readComparedUnits(text: string, added: string, units: readonly Municipality[]): ComparedUnits {
  const answers = [...text.slice(0, 2000).split(/[,;\n]/), added]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => findMunicipality(units, part));
  const found = [...new Set(answers.flatMap((answer) => (answer.ok ? [answer.unit] : [])))];
  return {
    units: found.slice(0, mostCompared),
    left: found.slice(mostCompared),
    unknown: answers.flatMap((answer) =>
      answer.ok ? [] : [{ text: answer.text.slice(0, 60), nearest: nearestOf(answer) }],
    ),
  };
}
