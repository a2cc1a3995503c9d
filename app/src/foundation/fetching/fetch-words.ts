import { formatNumber } from '../format/index.ts';
import type { Language } from '../texts/index.ts';
import type { FetchRequest, FetchRow } from './fetch.store.ts';
import { fetchFaultText } from './fetch-fault-words.ts';
import { koladaPageTexts } from './kolada-page.texts.ts';

/** What was asked for, in a few words: "startuppsättningen, 2010–2025". */
export function requestWords(request: FetchRequest, language: Language): string {
  const t = koladaPageTexts(language).choice;
  if (request.kind === 'import') return t.files(Object.values(request.files).join(', '));
  const { choice, years, genders } = request.order;
  const parts = [
    ...(choice.starter ? [t.starter] : []),
    ...(choice.everything ? [t.everything] : []),
    ...choice.areas,
    ...(choice.kpis.length > 0 ? [t.kpis(choice.kpis.length)] : []),
    ...(choice.kpiGroups.length > 0 ? [t.groups(choice.kpiGroups.length)] : []),
    years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`,
    ...(genders.length === 3 ? [] : [genders.join(', ')]),
  ];
  return parts.join(', ');
}

/** How it went, a sentence or a few. */
export function outcomeWords(row: FetchRow, archive: string, language: Language): string {
  const t = koladaPageTexts(language);
  const number = (value: number) => formatNumber(value, language);
  const revised = (revisions: number) => (revisions > 0 ? t.revised(number(revisions)) : '');
  const { outcome } = row;
  if (outcome === null) return row.state === 'lost' ? `${t.state.lost}. ${t.stoppedKept}` : t.state[row.state];
  switch (outcome.kind) {
    case 'synced': {
      const { values, revisions, kpis } = outcome.report;
      return t.synced(number(values), number(kpis)) + revised(revisions);
    }
    case 'imported': {
      const { numbers, nulls, kpis, revisions } = outcome.report;
      return t.imported(number(numbers), number(nulls), number(kpis)) + revised(revisions);
    }
    case 'stopped':
      return t.stoppedKept;
    case 'failed':
      return fetchFaultText(outcome.fault, archive, language);
  }
}

/** Can the same be asked for again, and would that go on where this one stopped? */
export function canGoOn({ request, state }: FetchRow): boolean {
  return request.kind === 'sync' && (state === 'stopped' || state === 'failed' || state === 'lost');
}
