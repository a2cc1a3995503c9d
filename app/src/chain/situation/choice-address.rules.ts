import { z } from 'zod';
import type { Figures } from '../../foundation/figures/index.ts';
import type { Nearest } from '../../foundation/texts/index.ts';
import {
  type Choice,
  type CompareWith,
  findMunicipality,
  latestFullYear,
  nearestOf,
  yearsWithFigures,
} from './choice.rules.ts';

/** The page's address: `?kommun=1814&ar=2020&jamfor=liknande`. Swedish, since people read, keep and send addresses. */
export const choiceQuery = z.object({
  kommun: z.string().max(100).optional(),
  ar: z.string().max(10).optional(),
  jamfor: z.string().max(20).optional(),
  kommuner: z.string().max(2000).optional(),
});
export type ChoiceQuery = z.infer<typeof choiceQuery>;

const compareSlugs = { similar: 'liknande', class: 'kommungrupp', all: 'alla', own: 'egna' } as const;

/** What in the address could not be followed; the page then shows the nearest that could, and says so. */
export type ChoiceFault =
  | { readonly code: 'unknownMunicipality'; readonly text: string; readonly nearest: Nearest }
  | { readonly code: 'yearWithoutFigures'; readonly text: string }
  | { readonly code: 'unknownInSet'; readonly text: string; readonly nearest: Nearest };

export interface ReadChoice {
  readonly choice: Choice;
  readonly years: readonly number[];
  readonly faults: readonly ChoiceFault[];
}

export function readChoice(query: ChoiceQuery, figures: Figures, ownCode: string): ReadChoice {
  const faults: ChoiceFault[] = [];
  const years = yearsWithFigures(figures.table, figures.municipalities);
  const asked = findMunicipality(figures.units, query.kommun || ownCode);
  if (!asked.ok && query.kommun) {
    faults.push({ code: 'unknownMunicipality', text: query.kommun, nearest: nearestOf(asked) });
  }
  const unit = asked.ok
    ? asked.unit
    : figures.municipalities.includes(ownCode)
      ? ownCode
      : (figures.municipalities[0] ?? '');
  const defaultYear = latestFullYear(figures.table, figures.municipalities) ?? years[0] ?? 0;
  const year = query.ar ? Number(query.ar) : defaultYear;
  if (!years.includes(year)) faults.push({ code: 'yearWithoutFigures', text: query.ar ?? '' });
  return {
    choice: { unit, year: years.includes(year) ? year : defaultYear, compareWith: readCompare(query, figures, faults) },
    years,
    faults,
  };
}

function readCompare(query: ChoiceQuery, figures: Figures, faults: ChoiceFault[]): CompareWith {
  if (query.jamfor === compareSlugs.class) return { kind: 'class' };
  if (query.jamfor === compareSlugs.all) return { kind: 'all' };
  if (query.jamfor !== compareSlugs.own) return { kind: 'similar' };
  const answers = (query.kommuner ?? '')
    .split(/[,;]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => findMunicipality(figures.units, text));
  for (const answer of answers) {
    if (!answer.ok) faults.push({ code: 'unknownInSet', text: answer.text.slice(0, 60), nearest: nearestOf(answer) });
  }
  return { kind: 'own', units: [...new Set(answers.flatMap((answer) => (answer.ok ? [answer.unit] : [])))] };
}

/** The same choice as an address; `page` is `/nulage` or another page that takes the choice. */
export function choiceHref(page: string, { unit, year, compareWith }: Choice): string {
  const query = new URLSearchParams({ kommun: unit, ar: String(year), jamfor: compareSlugs[compareWith.kind] });
  if (compareWith.kind === 'own') query.set('kommuner', compareWith.units.join(','));
  return `${page}?${query}`;
}

/** How addresses and forms spell a comparison: `liknande`, `kommungrupp`, `alla`, `egna`. */
export function compareSlug(kind: CompareWith['kind']): string {
  return compareSlugs[kind];
}

export const compareOptions = Object.entries(compareSlugs) as readonly (readonly [CompareWith['kind'], string])[];
