import type { Language } from '../../foundation/texts/index.ts';
import { Tag } from '../../foundation/ui/index.ts';
import type { ObservationRow } from './observation.store.ts';
import { texts } from './observation.texts.ts';
import { areaOfSlug, areaSlugs } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

export const observationPath = '/observationer';
/** The guided questions of this phase lie further on in the chain; here they are an address. */
export const gatheringQuestionsPath = '/vagledning/samla';

export function AgreementTag({ row, language }: { row: Pick<ObservationRow, 'agreement'>; language: Language }) {
  const words = texts(language).agreements;
  if (row.agreement === null) return <span class="muted">{words.unknown}</span>;
  return <Tag tone={row.agreement === 'disagrees' ? 'warning' : 'neutral'}>{words[row.agreement]}</Tag>;
}

export function areaOptions(language: Language) {
  return Object.entries(vocabulary(language).area).map(([area, label]) => ({
    value: areaSlugs[area as keyof typeof areaSlugs],
    label,
  }));
}

export function areaName(slug: string, language: Language): string {
  const area = areaOfSlug(slug);
  return area ? vocabulary(language).area[area] : '';
}
