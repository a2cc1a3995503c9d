import type { SnapshotDifference } from '@samband/kolada';
import type { Language } from '../../foundation/texts/index.ts';
import type { SharedSituation } from './shared-page.rules.ts';
import { texts } from './shared-page.texts.ts';

/** One change as a person reads it: on the page and in the workbook. */
export interface ChangeInWords {
  readonly what: string;
  readonly code: string;
  readonly year: number | null;
  readonly unit: string;
  readonly gender: string;
  readonly old: number | string;
  readonly new: number | string;
}

export function changeInWords(
  difference: SnapshotDifference,
  content: Pick<SharedSituation, 'titles' | 'keyFigures' | 'groups'>,
  language: Language,
): ChangeInWords {
  const t = texts(language).change;
  const kpiTitle = (kpi: string) => content.keyFigures.find((each) => each.kpi === kpi)?.title ?? kpi;
  const groupTitle = (id: string) => content.groups.find((each) => each.id === id)?.title ?? id;
  const names = (units: readonly string[]) => units.map((unit) => content.titles[unit] ?? unit).join(', ');
  const row = { year: null, unit: '', gender: '' };
  switch (difference.kind) {
    case 'value':
      return {
        what: kpiTitle(difference.kpi),
        code: difference.kpi,
        year: difference.year,
        unit: content.titles[difference.unit] ?? difference.unit,
        gender: difference.gender,
        old: difference.old ?? t.missing,
        new: difference.new ?? t.missing,
      };
    case 'members': {
      const { group, added, removed } = difference;
      const old = removed.length > 0 ? t.removed(names(removed)) : t.none;
      return {
        ...row,
        what: t.members(groupTitle(group)),
        code: group,
        old,
        new: added.length > 0 ? t.added(names(added)) : t.none,
      };
    }
    case 'groupTitle':
      return { ...row, what: t.groupTitle, code: difference.group, old: difference.old, new: difference.new };
    case 'groupVanished':
      return { ...row, what: difference.old, code: difference.group, old: difference.old, new: t.groupVanished };
    case 'kpiText': {
      const what = `${kpiTitle(difference.kpi)}: ${t.text[difference.field]}`;
      return { ...row, what, code: difference.kpi, old: difference.old ?? t.none, new: difference.new ?? t.none };
    }
    case 'kpiVanished':
      return { ...row, what: difference.old, code: difference.kpi, old: difference.old, new: t.vanished };
  }
}
