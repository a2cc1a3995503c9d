import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Content,
  DataTable,
  Form,
  FormRow,
  formatDateTime,
  formatFigure,
  formatMoney,
  formatRank,
  LinkButton,
  Page,
  type Shell,
  SourceLine,
  TextField,
} from '../../foundation/ui/index.ts';
import type { ObservationFigureRow, ObservationRow } from './observation.store.ts';
import { texts } from './observation.texts.ts';
import { AgreementTag, areaName, observationPath as path } from './observation-part.view.tsx';
import { vocabulary } from './vocabulary.texts.ts';

export interface ObservationDetailProps {
  readonly shell: Shell;
  readonly row: ObservationRow;
  readonly departmentName: string | undefined;
  readonly changedBy: string;
  readonly figures: readonly ObservationFigureRow[];
  readonly unitTitle: (code: string) => string;
  readonly mayWrite: boolean;
  /** Where the work goes on from here, told by the slices that follow. */
  readonly further: readonly Content[];
  readonly addError?: string;
  readonly addValue?: string;
}

export function ObservationDetail(props: ObservationDetailProps) {
  const { shell, row, figures, mayWrite } = props;
  const { language } = shell;
  const t = texts(language);
  const here = `${path}/${row.id}`;
  return (
    <Page
      shell={shell}
      title={row.title}
      crumbs={[{ href: path, label: t.title }]}
      actions={
        mayWrite && (
          <>
            <LinkButton href={`${here}/andra`}>{t.edit}</LinkButton>
            <form action={`${here}/${row.active ? 'arkivera' : 'ta-tillbaka'}`} method="post">
              <Button variant="secondary">{row.active ? t.archive : t.restore}</Button>
            </form>
          </>
        )
      }
    >
      <p>
        {[areaName(row.area, language), props.departmentName].filter(Boolean).join(' · ')}{' '}
        <AgreementTag row={row} language={language} />
      </p>
      {row.note !== '' && <Paragraphs text={row.note} />}
      {row.experience !== '' && (
        <section>
          <h2>{t.experienceColumn(row.experienced_by ? t.experiencedBy[row.experienced_by] : '')}</h2>
          <Paragraphs text={row.experience} />
        </section>
      )}
      <FrozenFigures figures={figures} unitTitle={props.unitTitle} language={language} />
      {mayWrite && (
        <Form
          action={`${here}/nyckeltal`}
          errors={props.addError ? [{ field: 'kpi', text: props.addError }] : []}
          label={t.addFigure}
        >
          <FormRow>
            <TextField
              name="kpi"
              label={t.addFigureLabel}
              help={t.addFigureHelp}
              value={props.addValue ?? ''}
              error={props.addError}
              required
            />
            <Button variant="secondary">{t.add}</Button>
          </FormRow>
        </Form>
      )}
      {[...props.further]}
      <p class="muted">{t.changedBy(formatDateTime(row.changed_at), props.changedBy)}</p>
    </Page>
  );
}

function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p class="plain-text">{paragraph}</p>
      ))}
    </>
  );
}

function FrozenFigures({
  figures,
  unitTitle,
  language,
}: {
  figures: readonly ObservationFigureRow[];
  unitTitle: (code: string) => string;
  language: Language;
}) {
  const t = texts(language);
  const words = vocabulary(language);
  const fetched = figures[0]?.frozen.archive;
  return (
    <section>
      <h2>{t.figures}</h2>
      <DataTable
        caption={t.figures}
        quietCaption
        rows={figures}
        empty={<p class="muted">{t.figuresNone}</p>}
        columns={[
          {
            key: 'name',
            label: t.figure.name,
            cell: ({ kpi, frozen, municipality, year, comparison }) => (
              <>
                <a href={`/nyckeltal/${kpi}?kommun=${municipality}&ar=${year}`}>{frozen.title}</a>
                <small>
                  {kpi} · {unitTitle(municipality)} {frozen.year} · {words.comparison[comparison]}
                </small>
              </>
            ),
          },
          {
            key: 'value',
            label: t.figure.value,
            kind: 'number',
            cell: ({ frozen }) => (
              <>
                <strong>{formatFigure(frozen.value, language)}</strong>
                <small>{frozen.unit}</small>
              </>
            ),
          },
          {
            key: 'median',
            label: t.figure.median,
            kind: 'number',
            cell: ({ frozen }) => formatFigure(frozen.comparisonMedian, language),
          },
          {
            key: 'rank',
            label: t.figure.rank,
            kind: 'number',
            cell: ({ frozen }) => formatRank(frozen.rank, frozen.of),
          },
          { key: 'trend', label: t.figure.trend, cell: ({ frozen }) => words.trend[frozen.trend] },
          {
            key: 'kronor',
            label: t.figure.kronor,
            kind: 'number',
            cell: ({ frozen }) => (frozen.potentialKr === null ? '–' : formatMoney(frozen.potentialKr, language)),
          },
        ]}
      />
      {fetched && (
        <SourceLine {...(fetched.exampleData ? { kind: 'example' } : { kind: 'both', fetchedAt: fetched.fetchedAt })} />
      )}
    </section>
  );
}
