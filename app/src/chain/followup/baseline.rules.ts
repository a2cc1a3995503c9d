import type { FigureHistory } from '../situation/index.ts';

/** The own value of a year; undefined when it is missing. */
export function figureAtYear({ years, own }: Pick<FigureHistory, 'years' | 'own'>, year: number): number | undefined {
  const value = own[years.indexOf(year)];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
