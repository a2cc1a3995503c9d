import { type ListState, listHref, sortLink } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  ConflictView,
  type Content,
  DataTable,
  EmptyState,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  formatDateTime,
  formatFigure,
  formatMoney,
  formatRank,
  LinkButton,
  Page,
  Pager,
  Radios,
  Select,
  type Shell,
  SourceLine,
  Tag,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import { agreements, experiencedBy, type ObservationFault, type ObservationValues } from './observation.rules.ts';
import type {
  ListedObservation,
  ObservationFigureRow,
  ObservationFilter,
  ObservationRow,
  ObservationSort,
} from './observation.store.ts';
import { texts } from './observation.texts.ts';
import { areaOfSlug, areaSlugs } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

export interface DepartmentChoice {
  readonly id: string;
  readonly name: string;
}

export const pageSize = 50;
const path = '/observationer';

export interface ObservationListProps {
  readonly shell: Shell;
  readonly state: ListState<ObservationSort, ObservationFilter>;
  readonly rows: readonly ListedObservation[];
  readonly total: number;
  readonly mayWrite: boolean;
}

export function ObservationList({ shell, state, rows, total, mayWrite }: ObservationListProps) {
  const { language } = shell;
  const t = texts(language);
  const filtered = state.q !== '' || Object.values<string>(state.filters).some((value) => value !== '');
  return (
    <Page
      shell={shell}
      title={t.title}
      lead={t.lead}
      actions={
        <>
          {mayWrite && (
            <LinkButton href={`${path}/ny`} variant="primary">
              {t.create}
            </LinkButton>
          )}
          <LinkButton href={listHref(`${path}.xlsx`, state)} download>
            {t.excel}
          </LinkButton>
        </>
      }
    >
      <Form action={path} method="get" autoSubmit label={t.filter}>
        <FormRow filter actions={<Button>{t.filter}</Button>}>
          <TextField name="q" label={t.search} value={state.q} plain />
          <Select
            name="area"
            label={t.area}
            value={state.filters.area}
            plain
            placeholder={t.allAreas}
            options={areaOptions(language)}
          />
          <Select
            name="agreement"
            label={t.agreement}
            value={state.filters.agreement}
            plain
            placeholder={t.anyAgreement}
            options={agreements.map((value) => ({ value, label: t.agreements[value] }))}
          />
          <Select
            name="visa"
            label={t.show}
            value={state.filters.visa}
            plain
            options={[
              { value: '', label: t.active },
              { value: 'arkiverade', label: t.archived },
            ]}
          />
        </FormRow>
      </Form>
      <DataTable
        caption={t.caption}
        quietCaption
        rows={rows}
        empty={
          filtered ? (
            <EmptyState title={t.noHits} />
          ) : (
            <EmptyState title={t.empty} action={<LinkButton href="/nulage">{t.toSituation}</LinkButton>}>
              {t.emptyHelp}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'title',
            label: t.columns.title,
            heads: true,
            sort: sortLink(path, state, 'title'),
            cell: (row) => <a href={`${path}/${row.id}`}>{row.title}</a>,
          },
          {
            key: 'area',
            label: t.area,
            sort: sortLink(path, state, 'area'),
            cell: (row) => areaName(row.area, language),
          },
          { key: 'agreement', label: t.agreement, cell: (row) => <AgreementTag row={row} language={language} /> },
          { key: 'figures', label: t.columns.figures, kind: 'number', cell: (row) => row.figures },
          {
            key: 'changed',
            label: t.columns.changed,
            sort: sortLink(path, state, 'changed'),
            cell: (row) => (
              <>
                {formatDateTime(row.changed_at)}
                {row.changed_by_name && <small>{row.changed_by_name}</small>}
              </>
            ),
          },
        ]}
      />
      <Pager page={state.page} pageSize={pageSize} total={total} href={(page) => listHref(path, state, { page })} />
    </Page>
  );
}

export function AgreementTag({ row, language }: { row: Pick<ObservationRow, 'agreement'>; language: Language }) {
  const words = texts(language).agreements;
  if (row.agreement === null) return <span class="muted">{words.unknown}</span>;
  return <Tag tone={row.agreement === 'disagrees' ? 'warning' : 'neutral'}>{words[row.agreement]}</Tag>;
}

function areaOptions(language: Language) {
  return Object.entries(vocabulary(language).area).map(([area, label]) => ({
    value: areaSlugs[area as keyof typeof areaSlugs],
    label,
  }));
}

export function areaName(slug: string, language: Language): string {
  const area = areaOfSlug(slug);
  return area ? vocabulary(language).area[area] : '';
}

export interface ObservationDetailProps {
  readonly shell: Shell;
  readonly row: ObservationRow;
  readonly departmentName: string | undefined;
  readonly changedBy: string;
  readonly figures: readonly ObservationFigureRow[];
  readonly unitTitle: (code: string) => string;
  readonly mayWrite: boolean;
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

export interface ObservationFormProps {
  readonly shell: Shell;
  readonly action: string;
  readonly values: ObservationValues;
  readonly version: number | undefined;
  readonly faults: readonly ObservationFault[];
  readonly departments: readonly DepartmentChoice[];
  readonly back: string;
}

export function ObservationFormPage(props: ObservationFormProps) {
  const { shell, values, version, departments } = props;
  const { language } = shell;
  const t = texts(language);
  const errors: readonly FieldError[] = props.faults.map(({ field, reason }) => ({ field, text: t.faults[reason] }));
  return (
    <Page
      shell={shell}
      narrow
      title={version === undefined ? t.create : t.edit}
      crumbs={[{ href: path, label: t.title }]}
    >
      <Form
        action={props.action}
        id="observation"
        keep
        errors={errors}
        hidden={version === undefined ? {} : { version }}
      >
        <TextField
          name="title"
          label={t.fields.title}
          help={t.fields.titleHelp}
          value={values.title}
          error={errorFor(errors, 'title')}
          required
        />
        <Select
          name="area"
          label={t.fields.area}
          value={values.area}
          placeholder={t.fields.noArea}
          options={areaOptions(language)}
        />
        <Select
          name="department"
          label={t.fields.department}
          value={values.department}
          placeholder={t.noDepartment}
          error={errorFor(errors, 'department')}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea
          name="note"
          label={t.fields.note}
          help={t.fields.noteHelp}
          value={values.note}
          error={errorFor(errors, 'note')}
        />
        <TextArea
          name="experience"
          label={t.fields.experience}
          help={t.fields.experienceHelp}
          value={values.experience}
          error={errorFor(errors, 'experience')}
        />
        <Select
          name="experiencedBy"
          label={t.fields.experiencedBy}
          value={values.experiencedBy}
          placeholder={t.fields.nobody}
          error={errorFor(errors, 'experiencedBy')}
          options={experiencedBy.map((value) => ({ value, label: t.experiencedBy[value] }))}
        />
        <Radios
          name="agreement"
          label={t.fields.agreement}
          value={values.agreement}
          options={[
            { value: '', label: t.agreements.unknown },
            ...agreements.map((value) => ({ value, label: t.agreements[value] })),
          ]}
        />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <LinkButton href={props.back}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

export interface ObservationConflictProps {
  readonly shell: Shell;
  readonly action: string;
  readonly mine: ObservationValues;
  readonly theirs: ObservationValues;
  readonly base: ObservationValues | undefined;
  readonly version: number;
  readonly departments: readonly DepartmentChoice[];
}

export function ObservationConflictPage(props: ObservationConflictProps) {
  const { shell, mine, theirs, base } = props;
  const { language } = shell;
  const t = texts(language);
  const show: Partial<Record<keyof ObservationValues, (value: string) => string>> = {
    area: (value) => areaName(value, language),
    department: (value) => props.departments.find(({ id }) => id === value)?.name ?? '',
    experiencedBy: (value) =>
      experiencedBy.filter((code) => code === value).map((code) => t.experiencedBy[code])[0] ?? '',
    agreement: (value) =>
      agreements.filter((code) => code === value).map((code) => t.agreements[code])[0] ?? t.agreements.unknown,
  };
  return (
    <Page shell={shell} title={t.conflict} crumbs={[{ href: path, label: t.title }]}>
      <ConflictView
        action={props.action}
        version={props.version}
        fields={(Object.keys(mine) as (keyof ObservationValues)[]).map((name) => ({
          name,
          label: t.fields[name],
          mine: mine[name],
          theirs: theirs[name],
          base: base?.[name],
          ...(show[name] ? { show: show[name] } : {}),
        }))}
      />
    </Page>
  );
}

/** Beside the four fields: the latest observations and whether figures and experience agree. */
export function ExperiencePanel({
  rows,
  mayWrite,
  heading,
  none,
  all,
  language,
}: {
  rows: readonly ListedObservation[];
  mayWrite: boolean;
  heading: string;
  none: string;
  all: string;
  language: Language;
}): Content {
  const t = texts(language);
  return (
    <>
      <h2>{heading}</h2>
      {rows.length === 0 && <p>{none}</p>}
      {rows.map((row) => (
        <p>
          <a href={`${path}/${row.id}`}>{row.title}</a>{' '}
          {row.experience !== '' && <span class="plain-text">{row.experience.slice(0, 200)}</span>}
          <br />
          {row.agreement !== null && <AgreementTag row={row} language={language} />}
        </p>
      ))}
      <p>
        <a href={path}>{all}</a>
        {mayWrite && (
          <>
            {' · '}
            <a href={`${path}/ny`}>{t.create}</a>
          </>
        )}
      </p>
    </>
  );
}
