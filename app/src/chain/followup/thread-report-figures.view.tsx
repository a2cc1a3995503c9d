import type { Language } from '../../foundation/texts/index.ts';
import { type Column, DataTable, formatFigure, Missing, Tag, type TagTone } from '../../foundation/ui/index.ts';
import { situationVocabulary } from '../situation/index.ts';
import { expectedEffect } from './effect.rules.ts';
import { cautionSentences, intervalSentence, outcomeSentence, progressSentence } from './effect-words.ts';
import { texts } from './texts.ts';
import type { FollowedFigure, ThreadReport } from './thread-report.queries.ts';
import { reportTexts } from './thread-report.texts.ts';
import { movedSentence, sourceSentences } from './thread-report-words.ts';

export interface ReportPartProps {
  readonly report: ThreadReport;
  readonly language: Language;
}

/** Each key figure as it was when it was noticed and as it stands, with its comparison and trend. */
export function ReportFigures({ report: { figures }, language }: ReportPartProps) {
  const t = reportTexts(language);
  const moved = figures.flatMap((figure) => movedSentence(figure, language) ?? []);
  return (
    <section aria-labelledby="nyckeltalen">
      <h2 id="nyckeltalen">{t.figures}</h2>
      {figures.length === 0 ? <p>{t.figuresNone}</p> : <p>{moved.join(' ')}</p>}
      {figures.length > 0 && (
        <DataTable
          caption={t.figures}
          quietCaption
          rows={figures}
          columns={[
            {
              key: 'title',
              label: t.figure,
              heads: true,
              cell: ({ code, title, noticed, now }) => (
                <>
                  {title}
                  <small>{[code, now?.unit ?? noticed?.unit].filter(Boolean).join(', ')}</small>
                </>
              ),
            },
            ...columnsOf('noticed', language),
            ...columnsOf('now', language),
          ]}
        />
      )}
    </section>
  );
}

/** What a figure says at one of the two times. */
interface Reading {
  readonly value: number;
  readonly year: number;
  readonly median: number | undefined;
  readonly trend: keyof ReturnType<typeof situationVocabulary>['trend'];
  readonly group: FollowedFigure['comparison'] | 'own';
}

function readingAt(when: 'noticed' | 'now', { noticed, now, comparison }: FollowedFigure): Reading | undefined {
  if (when === 'now') return now && { ...now, group: comparison };
  return noticed && { ...noticed, median: noticed.comparisonMedian, group: noticed.comparison };
}

function columnsOf(when: 'noticed' | 'now', language: Language): readonly Column<FollowedFigure>[] {
  const t = reportTexts(language);
  const words = situationVocabulary(language);
  const column = (
    key: 'value' | 'compared' | 'trend',
    cell: (reading: Reading, figure: FollowedFigure) => ReturnType<Column<FollowedFigure>['cell']>,
  ): Column<FollowedFigure> => ({
    key: `${when}-${key}`,
    label: `${t[when]}: ${t[key].toLocaleLowerCase(language)}`,
    kind: key === 'trend' ? 'text' : 'number',
    cell(figure) {
      const reading = readingAt(when, figure);
      if (reading !== undefined) return cell(reading, figure);
      return key === 'value' ? <Missing reason={when === 'now' ? t.noValue : t.notFrozen} /> : '–';
    },
  });
  return [
    column('value', ({ value, year }) => (
      <>
        <strong>{formatFigure(value, language)}</strong>
        <small>{year}</small>
      </>
    )),
    column('compared', ({ median, group }) =>
      median === undefined ? (
        <Missing reason={t.noComparison} />
      ) : (
        <>
          {formatFigure(median, language)}
          <small>{words.comparison[group]}</small>
        </>
      ),
    ),
    column('trend', ({ trend }) => words.trend[trend]),
  ];
}

const toneOf: Readonly<Record<string, TagTone>> = { improved: 'act', worsened: 'warning' };

/** What came of the actions: the word by its rule, how sure it is, and what to bear in mind. */
export function ReportEffects({ report, language }: ReportPartProps) {
  const t = reportTexts(language);
  const words = texts(language);
  const states = expectedEffect.texts(language).choices?.state ?? {};
  const { outcomes, rows, figures } = report;
  const actions = new Map(rows.actions.map(({ id, title }) => [id, title]));
  const titles = new Map(figures.map(({ code, title }) => [code, title]));
  return (
    <section aria-labelledby="effekterna">
      <h2 id="effekterna">{t.effects}</h2>
      {outcomes.length === 0 && <p>{t.effectsNone}</p>}
      {outcomes.map(({ effect, outcome }) => (
        <article class="thread-effect">
          <h3>
            {effect.title}{' '}
            {outcome !== undefined && <Tag tone={toneOf[outcome.word] ?? 'neutral'}>{words.word[outcome.word]}</Tag>}
          </h3>
          <p class="muted">
            {t.effectOn(
              titles.get(effect.keyFigure ?? '') ?? effect.keyFigure ?? '',
              actions.get(effect.action ?? '') ?? '',
            )}
          </p>
          <p>{plannedSentences(effect, outcome?.history.unit ?? '', language).join(' ')}</p>
          {outcome === undefined ? (
            <p>{t.noFigures}</p>
          ) : (
            <>
              <p>
                {[
                  // Without a value the sentence on the outcome says so already.
                  outcome.progress.latest && progressSentence(outcome, language),
                  outcomeSentence(outcome, language),
                  intervalSentence(outcome, language),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </p>
              <p class="thread-small">
                {t.cautions} {cautionSentences(outcome, language).join(' ')}
              </p>
            </>
          )}
          <p>
            {t.people((states[effect.state ?? 'expected'] ?? '').toLocaleLowerCase(language))} {effect.reason}
          </p>
        </article>
      ))}
    </section>
  );
}

type Effect = ThreadReport['outcomes'][number]['effect'];

function plannedSentences(effect: Effect, unit: string, language: Language): readonly string[] {
  const t = reportTexts(language);
  const { baseline, baselineYear, target, targetYear } = effect;
  return [
    ...(baseline === null || baselineYear === null
      ? []
      : [t.baseline(formatFigure(baseline, language), unit, baselineYear)]),
    ...(target === null || targetYear === null ? [] : [t.target(formatFigure(target, language), unit, targetYear)]),
  ];
}

/** Every number of the page: its year, where it was read, and of what kind it is. */
export function ReportSources({ report: { figures }, language }: ReportPartProps) {
  const t = reportTexts(language);
  const told = figures
    .map((figure) => ({ figure, sentences: sourceSentences(figure, language) }))
    .filter(({ sentences }) => sentences.length > 0);
  const example = figures.some(({ noticed, now }) => noticed?.archive.exampleData === true || isExample(now));
  return (
    <section aria-labelledby="kallor" class="thread-small">
      <h2 id="kallor">{t.sources}</h2>
      {told.length === 0 ? (
        <p>{t.sourcesNone}</p>
      ) : (
        <ul>
          {told.map(({ figure: { code, title }, sentences }) => (
            <li>
              {code} {title}: {sentences.join('; ')}.
            </li>
          ))}
        </ul>
      )}
      <p>{example ? t.exampleNotice : t.computed}</p>
    </section>
  );
}

function isExample(now: FollowedFigure['now']): boolean {
  return now?.source.kind === 'kolada' && now.source.archive.exampleData;
}
