import type { Language } from '../../foundation/texts/index.ts';
import {
  BeforeAfter,
  Button,
  type ChartAt,
  ChartFigure,
  Checkbox,
  DataTable,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  formatFigure,
  formatSigned,
  Notice,
  Radios,
  type SourceLineProps,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import { effectStates, expectedEffect } from './effect.rules.ts';
import { cautionSentences, intervalSentence, outcomeSentence, progressSentence } from './effect-words.ts';
import type { JudgementForm } from './followup.commands.ts';
import type { Judgement } from './followup.store.ts';
import type { ExpectedEffect, Outcome } from './outcome.queries.ts';
import { texts } from './texts.ts';

export interface EffectPartProps {
  readonly effect: ExpectedEffect;
  readonly outcome: Outcome | undefined;
  readonly language: Language;
}

/** What the statistics say: the finding first, then the picture, then what it rests on. */
export function EffectFinding({ effect, outcome, language }: EffectPartProps) {
  const t = texts(language);
  if (outcome === undefined) return <Notice kind="info">{<p>{t.noFigures}</p>}</Notice>;
  const interval = intervalSentence(outcome, language);
  return (
    <>
      <p class="lead">
        {outcome.progress.latest !== undefined && `${progressSentence(outcome, language)} `}
        {outcomeSentence(outcome, language)}
      </p>
      {interval !== undefined && <p>{interval}</p>}
      <ChartFigure
        heading={t.chart.heading}
        chart={effectChart(effect, outcome, language)}
        table={yearTable(outcome, language)}
        source={sourceOf(outcome)}
        downloads={(['svg', 'png'] as const).map((format) => ({
          label: format.toUpperCase(),
          href: `${expectedEffect.path}/${effect.id}/bild.${format}`,
        }))}
      />
      <section>
        <h2>{t.caution.heading}</h2>
        <ul>
          {cautionSentences(outcome, language).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <p class="way-on">
          <a href="/metod/effekt">{t.methodLink}</a>
        </p>
      </section>
      <Facts outcome={outcome} language={language} />
      {outcome.others.length > 0 && (
        <section>
          <h2>{t.others}</h2>
          <ul>
            {outcome.others.map(({ id, title, starts, ends }) => (
              <li>
                <a href={`/atgarder/${id}`}>{title}</a> {[starts, ends].filter(Boolean).join(' – ')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function effectChart(effect: ExpectedEffect, outcome: Outcome, language: Language): ChartAt {
  const t = texts(language).chart;
  const { history, difference, others } = outcome;
  const computed = difference.ok ? new Map(difference.years.map((each) => [each.year, each])) : undefined;
  const valueAt = (year: number, key: 'comparison' | 'expected') => computed?.get(year)?.[key];
  const own = [...history.own].map((value) => (Number.isNaN(value) ? undefined : value));
  const known = own.filter((value) => value !== undefined).length;
  return (width) => (
    <BeforeAfter
      id={`effekt-${width}`}
      width={width}
      title={t.title(history.title)}
      description={t.description(String(known), String(computed?.size ?? 0), effect.effectFrom ?? 0)}
      years={history.years}
      unit={history.unit}
      own={{ label: t.own, values: own }}
      comparison={computed && { label: t.comparison, values: history.years.map((year) => valueAt(year, 'comparison')) }}
      expected={
        computed && {
          label: t.expected,
          values: history.years.map((year) =>
            year >= (effect.baselineYear ?? 0) ? valueAt(year, 'expected') : undefined,
          ),
        }
      }
      start={(effect.effectFrom ?? 0) - 0.5}
      startLabel={t.start}
      target={effect.target === null ? undefined : { value: effect.target }}
      others={others.map(({ title, starts, ends }) => ({
        text: title,
        from: starts === null ? history.years[0]! : Number(starts.slice(0, 4)),
        to: ends === null ? history.years.at(-1)! : Number(ends.slice(0, 4)),
      }))}
      preliminary={history.preliminaryYears}
    />
  );
}

function yearTable({ history, difference }: Outcome, language: Language) {
  const t = texts(language).chart;
  const computed = difference.ok ? new Map(difference.years.map((each) => [each.year, each])) : undefined;
  const words = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? '–' : formatFigure(value, language);
  return {
    caption: t.title(history.title),
    rows: history.years.map((year, index) => ({ year, own: history.own[index] })),
    columns: [
      { key: 'year', label: t.year, heads: true, cell: ({ year }: { year: number }) => year },
      {
        key: 'own',
        label: t.own,
        unit: history.unit,
        kind: 'number' as const,
        cell: ({ own }: { own: number | undefined }) => words(own),
      },
      {
        key: 'comparison',
        label: t.comparison,
        unit: history.unit,
        kind: 'number' as const,
        cell: ({ year }: { year: number }) => words(computed?.get(year)?.comparison),
      },
      {
        key: 'expected',
        label: t.expected,
        unit: history.unit,
        kind: 'number' as const,
        cell: ({ year }: { year: number }) => words(computed?.get(year)?.expected),
      },
    ],
  };
}

/** Kolada's values with our own computing over them; or the municipality's own figures. */
export function sourceOf({ history }: Outcome): SourceLineProps {
  const { source } = history;
  if (source.kind === 'local') return { kind: 'computed', children: source.source } as SourceLineProps;
  return source.archive.exampleData ? { kind: 'example' } : { kind: 'both', fetchedAt: source.archive.fetchedAt };
}

function Facts({ outcome, language }: { outcome: Outcome; language: Language }) {
  const t = texts(language);
  const { difference, history } = outcome;
  if (!difference.ok) return null;
  const { means, yearsBefore, yearsAfter, comparisonUnits, leftOut } = difference;
  const number = (value: number) => formatFigure(value, language);
  const rows = [
    { who: t.chart.own, before: means.ownBefore, after: means.ownAfter },
    { who: t.chart.comparison, before: means.comparisonBefore, after: means.comparisonAfter },
  ];
  return (
    <details>
      <summary>{t.facts}</summary>
      <DataTable
        caption={t.means}
        rows={rows}
        columns={[
          { key: 'who', label: '', heads: true, cell: ({ who }) => who },
          { key: 'before', label: t.before, unit: history.unit, kind: 'number', cell: ({ before }) => number(before) },
          { key: 'after', label: t.after, unit: history.unit, kind: 'number', cell: ({ after }) => number(after) },
          {
            key: 'change',
            label: t.change,
            unit: history.unit,
            kind: 'number',
            cell: ({ before, after }) => formatSigned(after - before, language, decimalsOf(after - before)),
          },
        ]}
      />
      <p>
        {t.compared(String(comparisonUnits.length))}. {t.years}: {[...yearsBefore, ...yearsAfter].join(', ')}.
        {leftOut.years.length > 0 && ` ${t.leftOut}: ${leftOut.years.map(({ year }) => year).join(', ')}.`}
      </p>
    </details>
  );
}

function decimalsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 1 ? 1 : 2;
}

export interface JudgementPartProps {
  readonly effect: ExpectedEffect;
  readonly judgements: readonly Judgement[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayJudge: boolean;
  readonly form: JudgementForm;
  readonly errors: readonly FieldError[];
  readonly language: Language;
}

/** What people have said of it, and a form that says how it stands now. */
export function Judgements({ effect, judgements, names, mayJudge, form, errors, language }: JudgementPartProps) {
  const t = texts(language);
  const states = expectedEffect.texts(language).choices!.state!;
  return (
    <section id="bedomning">
      <h2>{t.judgements}</h2>
      <ol class="history-list">
        {judgements.map((one) => (
          <li>
            <p>
              <strong>{states[one.state]}</strong> · {t.judgedBy(one.judgedOn, names.get(one.createdBy ?? '') ?? '')}
            </p>
            <p class="plain-text">{one.reason}</p>
            {one.outcome.value !== null && (
              <p class="muted">
                {t.atThatTime(formatFigure(one.outcome.value, language), String(one.outcome.year ?? ''))}
              </p>
            )}
          </li>
        ))}
      </ol>
      {mayJudge && (
        <Form
          action={`${expectedEffect.path}/${effect.id}/bedom`}
          id="bedom"
          keep
          hidden={{ version: effect.version }}
          errors={errors}
          label={t.judge}
        >
          <h3>{t.judge}</h3>
          <p class="muted">{t.judgeHelp}</p>
          <Radios
            name="state"
            label={t.judgeState}
            inline
            required
            value={form.state}
            error={errorFor(errors, 'state')}
            options={effectStates.map((state) => ({ value: state, label: states[state]! }))}
          />
          <TextArea
            name="reason"
            label={t.judgeReason}
            value={form.reason}
            error={errorFor(errors, 'reason')}
            rows={3}
            required
          />
          <TextField
            name="followUpOn"
            type="date"
            label={t.judgeNext}
            help={t.judgeNextHelp}
            value={form.followUpOn}
            error={errorFor(errors, 'followUpOn')}
            size={12}
          />
          <Checkbox name="close" label={t.judgeClose} checked={form.close} />
          <FormActions>
            <Button variant="primary">{t.judgeSave}</Button>
          </FormActions>
        </Form>
      )}
    </section>
  );
}
