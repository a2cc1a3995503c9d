/** A saving in kronor, a year or once: green benefit (grön nytta). The only kind that the economy counts. */
export interface GreenBenefit {
  readonly colour: 'green';
  readonly kind: 'oneOff' | 'running';
  /** Whole kronor per year, from the start year on; 0 or more. */
  readonly kronor: readonly number[];
}

/** Time set free, not surely cashable: yellow benefit (gul nytta). */
export interface YellowBenefit {
  readonly colour: 'yellow';
  /** Hours per year, from the start year on; 0 or more. */
  readonly hours: readonly number[];
}

/** Real, but valued in neither money nor time: red benefit (röd nytta). There is nothing in it to add. */
export interface RedBenefit {
  readonly colour: 'red';
}

/**
 * The three classes of benefit in E-delegationen's Vägledning i nyttorealisering 2.0. They are never added together: the colours
 * have no field in common, and hours come out wrapped (`Hours`), so that kronor + hours does not compile.
 */
export type Benefit = GreenBenefit | YellowBenefit | RedBenefit;

/** A number of hours that is not a number: it cannot be added to kronor. */
export interface Hours {
  readonly hours: number;
}

/** Hours of yellow benefits per year and in all. */
export function hoursOf(benefits: readonly YellowBenefit[], years: number): { byYear: Hours[]; total: Hours } {
  const byYear = Array.from({ length: years }, (_, i) => ({
    hours: benefits.reduce((sum, { hours }) => sum + hours[i]!, 0),
  }));
  return { byYear, total: { hours: byYear.reduce((sum, { hours }) => sum + hours, 0) } };
}
