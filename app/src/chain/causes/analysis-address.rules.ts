export const views = ['table', 'tree', 'fishbone'] as const;
export type View = (typeof views)[number];

/** In an address, in place of a problem's id. */
export const allProblems = 'alla';

/** How addresses and file names spell the views. */
export const viewSlugs: Readonly<Record<View, string>> = { table: 'tabell', tree: 'trad', fishbone: 'fiskben' };

export function viewOf(slug: string | null): View {
  return views.find((view) => viewSlugs[view] === slug) ?? 'table';
}

export function analysisHref(focusArea: string, view: View = 'table', problem?: string): string {
  const query = new URLSearchParams();
  if (view !== 'table') query.set('vy', viewSlugs[view]);
  if (problem !== undefined && view !== 'table') query.set('problem', problem);
  return `/fokus/${focusArea}/orsaker${query.size > 0 ? `?${query}` : ''}`;
}

export function pictureHref(focusArea: string, view: View, format: 'svg' | 'png', problem: string): string {
  return `/fokus/${focusArea}/orsaker/${viewSlugs[view]}.${format}?problem=${problem}`;
}
