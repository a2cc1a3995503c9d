import { type ListState, listHref, sortLink } from '../../foundation/http/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  FormRow,
  formatDateTime,
  LinkButton,
  Page,
  Pager,
  Select,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import { agreements } from './observation.rules.ts';
import type { ListedObservation, ObservationFilter, ObservationSort } from './observation.store.ts';
import { texts } from './observation.texts.ts';
import {
  AgreementTag,
  areaName,
  areaOptions,
  gatheringQuestionsPath,
  observationPath as path,
} from './observation-part.view.tsx';

export const pageSize = 50;

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
          <LinkButton href={gatheringQuestionsPath}>{t.questions}</LinkButton>
          <LinkButton href={listHref(`${path}.xlsx`, state)} download>
            {t.excel}
          </LinkButton>
        </>
      }
    >
      <Form action={path} method="get" autoSubmit label={t.filter}>
        <FormRow
          filter
          actions={
            <Button withoutScript variant="secondary">
              {t.filter}
            </Button>
          }
        >
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
