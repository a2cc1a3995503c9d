/** "2013–2019, 2021": years as people write them. */
export function yearSpans(years: readonly number[]): string {
  const sorted = [...years].sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const year of sorted) {
    const last = spans.at(-1);
    if (last && year === last[1] + 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
