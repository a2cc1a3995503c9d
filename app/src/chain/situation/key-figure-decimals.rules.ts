/** Decimals of a difference between figures: as many as the figures themselves are written with. */
export function decimalsLike(...figures: readonly (number | null | undefined)[]): number {
  const size = Math.max(0, ...figures.map((figure) => Math.abs(figure ?? 0)));
  if (figures.every((figure) => Number.isInteger(figure ?? 0))) return 0;
  return size >= 1000 ? 0 : size >= 10 ? 1 : 2;
}
