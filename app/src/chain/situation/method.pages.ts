import type { Language } from '../../foundation/texts/index.ts';
import { texts as certainty } from './method.certainty.texts.ts';
import { texts as comparison } from './method.comparison.texts.ts';
import { texts as costTree } from './method.cost-tree.texts.ts';
import { texts as economy } from './method.economy.texts.ts';
import { texts as effect } from './method.effect.texts.ts';
import { texts as fourFields } from './method.four-fields.texts.ts';
import { texts as potential } from './method.potential.texts.ts';
import { texts as ranking } from './method.ranking.texts.ts';
import { texts as rkaIndex } from './method.rka-index.texts.ts';
import { texts as similarity } from './method.similarity.texts.ts';
import { texts as trend } from './method.trend.texts.ts';

/** One method as a page says it. A line break divides paragraphs, lines of a formula and items of a list. */
export interface MethodText {
  readonly title: string;
  readonly lead: string;
  readonly says: string;
  readonly formula: string;
  readonly computed: string;
  /** The terms or words that the method gives, each with its meaning. */
  readonly parts?: Readonly<Record<string, { readonly name: string; readonly text: string }>>;
  readonly more?: string;
  readonly careful: string;
  readonly reference: string;
}

/** Last part of the address → the page, in the order that they are listed. Addresses are linked from elsewhere: keep them. */
export const methodPages: Readonly<Record<string, (language: Language) => MethodText>> = {
  index: rkaIndex,
  jamforelse: comparison,
  trend,
  rangordning: ranking,
  potential,
  fyrfalt: fourFields,
  kostnadstrad: costTree,
  likhet: similarity,
  effekt: effect,
  kalkyl: economy,
  forsiktighet: certainty,
};
