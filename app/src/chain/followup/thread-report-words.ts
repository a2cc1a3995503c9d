import type { Language } from '../../foundation/texts/index.ts';
import { formatDate, formatFigure } from '../../foundation/ui/index.ts';
import { type Decision, decisionTexts } from '../actions/index.ts';
import { differenceUnit } from './effect-words.ts';
import type { FollowedFigure, ThreadReport } from './thread-report.queries.ts';
import { reportTexts } from './thread-report.texts.ts';

/** How far it has come, in the sentences that stand first on the page. */
export function leadSentences({ rows, outcomes }: ThreadReport, language: Language): readonly string[] {
  const t = reportTexts(language).lead;
  const supported = rows.causes.filter(({ state }) => state === 'supported').length;
  const decided = rows.proposals.filter(({ state }) => state === 'decided').length;
  const done = rows.actions.filter(({ state }) => state === 'done').length;
  const improved = outcomes.filter(({ outcome }) => outcome?.word === 'improved').length;
  const early = outcomes.filter(({ outcome }) => outcome?.word === 'tooEarly').length;
  return [
    supported === 0 ? t.noSupported : t.supported(supported),
    rows.proposals.length === 0 ? t.noProposals : t.proposals(rows.proposals.length, decided),
    rows.actions.length === 0 ? t.noActions : t.actions(rows.actions.length, done),
    outcomes.length === 0 ? t.noEffects : t.effects(improved, outcomes.length, early),
  ];
}

/** How the figure has moved since it was noticed; nothing where it was not frozen or cannot be read now. */
export function movedSentence({ title, noticed, now }: FollowedFigure, language: Language): string | undefined {
  const t = reportTexts(language).moved;
  if (noticed === undefined || now === undefined) return undefined;
  if (now.year <= noticed.year) return t.noNewer(title, noticed.year);
  const by = formatFigure(Math.abs(now.value - noticed.value), language);
  if (now.value === noticed.value) return t.same(title, noticed.year, now.year);
  const unit = differenceUnit(now.unit, language);
  return t[now.value < noticed.value ? 'lower' : 'higher'](title, by, unit, noticed.year, now.year);
}

export function decidedSentence(decision: Decision, language: Language): string {
  const { outcome, decidedOn, body, registryNumber, minutesParagraph } = decision;
  const where = [registryNumber, minutesParagraph].filter(Boolean).join(' ');
  return reportTexts(language).decided(decisionTexts(language).outcomes[outcome], decidedOn, body, where);
}

/** For each number on the page: of which year, from where, and of what kind. */
export function sourceSentences({ noticed, now }: FollowedFigure, language: Language): readonly string[] {
  const t = reportTexts(language);
  const sentences: string[] = [];
  if (noticed !== undefined) {
    const { archive, year } = noticed;
    sentences.push(archive.exampleData ? t.exampleSource(year) : t.frozenSource(year, formatDate(archive.fetchedAt)));
  }
  if (now !== undefined) {
    const { source, year, preliminary } = now;
    if (source.kind === 'local') sentences.push(t.localSource(year, source.source));
    else if (source.archive.exampleData) sentences.push(t.exampleSource(year));
    else {
      const kind = preliminary ? t.preliminary : t.published;
      sentences.push(t.nowSource(year, formatDate(source.archive.fetchedAt), kind));
    }
  }
  return [...new Set(sentences)];
}
