import type { Area } from '@samband/analysis';
import type { Figures } from '../../foundation/figures/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  FormRow,
  formatFigure,
  formatNumber,
  formatPercent,
  LinkButton,
  Notice,
  Page,
  Select,
  type Shell,
  SourceLine,
} from '../../foundation/ui/index.ts';
import { type ChoiceFault, choiceHref } from './choice-address.rules.ts';
import { ChoiceFaults } from './choice-form.view.tsx';
import {
  fewest,
  type LikeMunicipality,
  type Likeness,
  largestWeight,
  most,
  type SimilarityAnswer,
  type SimilarityChoice,
  similarityHref,
} from './similarity.rules.ts';
import { texts } from './similarity.texts.ts';
import { sourceOf } from './source-of-figures.ts';
import { vocabulary } from './vocabulary.texts.ts';

export const path = '/nulage/likhet';

export interface SimilarityPageProps {
  readonly shell: Shell;
  readonly figures: Figures;
  readonly unit: string;
  readonly year: number;
  readonly years: readonly number[];
  readonly faults: readonly ChoiceFault[];
  readonly available: readonly Likeness[];
  readonly choice: SimilarityChoice;
  readonly answer: SimilarityAnswer;
}

export function SimilarityPage(props: SimilarityPageProps) {
  const { shell, figures, unit, year, answer, choice } = props;
  const { language } = shell;
  const t = texts(language);
  const set = answer.similar.map((one) => one.unit);
  return (
    <Page
      shell={shell}
      title={t.title(figures.title(unit))}
      lead={t.lead}
      crumbs={[{ href: choiceHref('/nulage', { unit, year, compareWith: { kind: 'similar' } }), label: t.crumb }]}
      actions={
        set.length > 0 && (
          <>
            <LinkButton
              href={choiceHref('/nulage', { unit, year, compareWith: { kind: 'own', units: set } })}
              variant="primary"
            >
              {t.open}
            </LinkButton>
            <LinkButton href={similarityHref(`${path}.xlsx`, { unit, year }, choice)} download>
              {t.excel}
            </LinkButton>
          </>
        )
      }
    >
      <ChoiceFaults faults={props.faults} years={props.years} language={language} />
      <Notice title={t.own}>
        <p>
          {t.ownHow} {t.missing}
        </p>
      </Notice>
      <Result {...props} />
      <Weights {...props} />
    </Page>
  );
}

export function titleOfLikeness({ keyFigure, share }: Likeness, language: Language): string {
  return share ? texts(language).share(keyFigure.title) : keyFigure.title;
}

function unitOf({ keyFigure, share }: Likeness, language: Language): string {
  return share ? texts(language).shareUnit : keyFigure.unit;
}

function Result({ shell, figures, year, answer, choice }: SimilarityPageProps) {
  const { language } = shell;
  const t = texts(language);
  const unused = answer.unused.map((likeness) => titleOfLikeness(likeness, language)).join(', ');
  return (
    <section>
      <h2>{t.result}</h2>
      <DataTable
        caption={t.result}
        quietCaption
        rows={answer.similar}
        empty={<EmptyState title={t.result}>{choice.weights.size === 0 ? t.nothing : t.noOwn}</EmptyState>}
        columns={[
          {
            key: 'place',
            label: t.columns.place,
            quietLabel: true,
            class: 'is-place',
            cell: (_, index) => String(index + 1),
          },
          {
            key: 'unit',
            label: t.columns.municipality,
            heads: true,
            cell: ({ unit }) => figures.title(unit),
          },
          {
            key: 'distance',
            label: t.columns.distance,
            kind: 'number',
            cell: ({ distance }) => formatNumber(distance, language, 2),
          },
          {
            key: 'coverage',
            label: t.columns.coverage,
            kind: 'number',
            cell: ({ coverage }) => formatPercent(100 * coverage, language, 0),
          },
          { key: 'differs', label: t.columns.differs, cell: (row) => <Differs row={row} language={language} /> },
        ]}
      />
      {unused !== '' && <p>{t.unused(unused, year)}</p>}
      <SourceLine {...sourceOf(figures, 'computed')}>{t.own}.</SourceLine>
    </section>
  );
}

/** The two that make most of the distance, with both values. */
function Differs({ row, language }: { row: LikeMunicipality; language: Language }) {
  const t = texts(language);
  return (
    <>
      {row.compared
        .filter(({ part }) => part > 0)
        .slice(0, 2)
        .map(({ likeness, own, other, part }) => (
          <span>
            {titleOfLikeness(likeness, language)}
            <small>
              {t.against(formatFigure(other, language), formatFigure(own, language), unitOf(likeness, language))} ·{' '}
              {t.part(formatPercent(100 * part, language, 0))}
            </small>
          </span>
        ))}
    </>
  );
}

function Weights(props: SimilarityPageProps) {
  const { shell, figures, unit, year, years, available, choice } = props;
  const { language } = shell;
  const t = texts(language);
  const chosen = available.filter(({ id }) => choice.weights.has(id));
  const rest = Map.groupBy(
    available.filter(({ id }) => !choice.weights.has(id)),
    ({ keyFigure }) => keyFigure.area,
  );
  const municipalities = figures.municipalities
    .map((code) => ({ value: code, label: figures.title(code) }))
    .sort((a, b) => swedish.compare(a.label, b.label));
  const counts = Array.from({ length: most - fewest + 1 }, (_, index) => String(fewest + index));
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <Form action={path} method="get" label={t.weights}>
      <h2>{t.weights}</h2>
      <FormRow filter>
        <Select plain name="kommun" label={t.municipality} value={unit} options={municipalities} />
        <Select plain name="ar" label={t.year} value={String(year)} options={options(years.map(String))} />
        <Select plain name="antal" label={t.count} value={String(choice.count)} options={options(counts)} />
      </FormRow>
      <p>{t.weightHelp}</p>
      <WeightRow likenesses={chosen} choice={choice} language={language} />
      {[...rest].map(([area, likenesses]) => (
        <details>
          <summary>{t.more(areaName(area, language), likenesses.length)}</summary>
          <WeightRow likenesses={likenesses} choice={choice} language={language} />
        </details>
      ))}
      <FormActions>
        <Button>{t.search}</Button>
        <LinkButton href={`${path}?kommun=${unit}&ar=${year}`}>{t.reset}</LinkButton>
      </FormActions>
    </Form>
  );
}

const swedish = new Intl.Collator('sv');
const weightOptions = Array.from({ length: largestWeight + 1 }, (_, weight) => ({
  value: String(weight),
  label: String(weight),
}));

function areaName(area: Area, language: Language): string {
  return vocabulary(language).area[area];
}

function WeightRow({
  likenesses,
  choice,
  language,
}: {
  likenesses: readonly Likeness[];
  choice: SimilarityChoice;
  language: Language;
}) {
  return (
    <FormRow>
      {likenesses.map((likeness) => (
        <Select
          plain
          name={likeness.id}
          label={titleOfLikeness(likeness, language)}
          value={String(choice.weights.get(likeness.id) ?? 0)}
          options={weightOptions}
        />
      ))}
    </FormRow>
  );
}
