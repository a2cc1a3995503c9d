import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  FormRow,
  formatMillions,
  formatNumber,
  LinkButton,
  Page,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import { focusArea } from './area.rules.ts';
import { candidate, type Ground, grounds } from './candidate.rules.ts';
import type { ComparePage, RankedCandidate } from './focus.queries.ts';
import { texts } from './focus.texts.ts';

export const comparePath = `${candidate.path}/jamfor`;
export const choicePath = '/fokus/val';

export function CompareCandidates({ shell, page }: { shell: Shell; page: ComparePage }) {
  const { language } = shell;
  const t = texts(language);
  const first = page.candidates[0];
  const points = first?.score.points;
  return (
    <Page
      shell={shell}
      wide
      title={t.compare}
      lead={
        first === undefined
          ? undefined
          : points === undefined
            ? t.compareNone
            : t.compareLead(first.title, formatNumber(points, language))
      }
      crumbs={[
        { href: focusArea.path, label: t.areas },
        { href: candidate.path, label: t.candidates },
      ]}
      actions={
        page.mayDecide &&
        page.candidates.length > 0 && (
          <LinkButton href={`${choicePath}/nytt`} variant="primary">
            {t.choose}
          </LinkButton>
        )
      }
    >
      <DataTable
        caption={t.compare}
        quietCaption
        rows={page.candidates}
        columns={columns(language)}
        empty={
          <EmptyState title={t.compareEmpty} action={<LinkButton href="/observationer">{t.further}</LinkButton>}>
            {t.compareEmptyHelp}
          </EmptyState>
        }
      />
      {page.candidates.length > 0 && (
        <p class="muted">
          {t.how} {t.source}
        </p>
      )}
      <WeightsForm page={page} language={language} />
      <section>
        <h2>{t.decisions}</h2>
        {page.decisions.length === 0 ? (
          <p class="muted">{t.noDecisions}</p>
        ) : (
          <ul>
            {page.decisions.map(({ id, body, decidedOn }) => (
              <li>
                <a href={`${choicePath}/${id}`}>{t.decisionTitle(body, decidedOn)}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}

function columns(language: Language): readonly Column<RankedCandidate>[] {
  const t = texts(language);
  const words = candidate.texts(language);
  return [
    { key: 'place', label: t.place, class: 'is-place', quietLabel: true, cell: (_row, index) => index + 1 },
    {
      key: 'title',
      label: words.fields.title!,
      heads: true,
      cell: ({ id, title, state }) => (
        <>
          <a href={`${candidate.path}/${id}`}>{title}</a>
          {state === 'notChosen' && <small>{t.notChosenBefore}</small>}
        </>
      ),
    },
    {
      key: 'score',
      label: t.score,
      kind: 'number',
      cell: ({ score }) => (
        <>
          <strong>{score.points === undefined ? '–' : formatNumber(score.points, language)}</strong>
          <small>{t.judged(score.judged, score.of)}</small>
        </>
      ),
    },
    {
      key: 'kronor',
      label: t.kronor,
      unit: 'mnkr',
      kind: 'number',
      cell: ({ kronor }) => (kronor === null ? '–' : formatMillions(kronor, language).replace(/\s*mnkr|\s*SEK.*/u, '')),
    },
    ...grounds.map((ground) => ({
      key: ground,
      label: words.fields[ground]!,
      kind: 'number' as const,
      cell: (row: RankedCandidate) => {
        const value = row[ground];
        if (value === null) return <em class="muted">{t.notJudged}</em>;
        return (
          <>
            {value}
            <small>{words.choices?.[ground]?.[String(value)]}</small>
          </>
        );
      },
    })),
  ];
}

function WeightsForm({ page, language }: { page: ComparePage; language: Language }) {
  const t = texts(language);
  const words = candidate.texts(language);
  const weight = (ground: Ground) => page.weights[ground];
  return (
    <section>
      <h2>{t.weights}</h2>
      <p class="muted">{t.weightsHelp}</p>
      {page.mayDecide ? (
        <Form action={`${comparePath}/vikter`} hidden={{ version: page.version }} label={t.weights}>
          <FormRow>
            {grounds.map((ground) => (
              <TextField
                name={ground}
                label={words.fields[ground]!}
                inputmode="numeric"
                value={weight(ground)}
                size={4}
                plain
              />
            ))}
          </FormRow>
          <FormActions>
            <Button variant="secondary">{t.saveWeights}</Button>
          </FormActions>
        </Form>
      ) : (
        <p>{grounds.map((ground) => `${words.fields[ground]} ${weight(ground)}`).join(' · ')}</p>
      )}
    </section>
  );
}
