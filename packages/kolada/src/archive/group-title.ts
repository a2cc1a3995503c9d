/** What Kolada says of a municipality group only in its title. */
export interface GroupTitle {
  readonly kind: 'similar' | 'other';
  /** The year of the group's making, not of any data. */
  readonly edition: number | null;
  /** `grundskola`, `övergripande` …; only for similar ones. */
  readonly area?: string;
  /** The unit that the others are similar to. */
  readonly unitTitle?: string;
}

/** All 3 542 "Liknande …" of March 2026 end in `, <unit>, <year>`; "övergripande" has a comma more than the others. */
export function readGroupTitle(title: string): GroupTitle {
  const end = /, ([^,]+), (\d{4})$/.exec(title);
  const start = /^Liknande (?:kommuner|regioner),? ?/.exec(title);
  if (!end || !start) return { kind: 'other', edition: null };
  const area = title.slice(start[0].length, end.index).trim();
  return { kind: 'similar', edition: Number(end[2]), unitTitle: end[1]!, ...(area === '' ? {} : { area }) };
}
