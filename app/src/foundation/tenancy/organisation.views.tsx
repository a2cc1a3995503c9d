import { roles, roleTitle } from '../access/index.ts';
import { listHref, sortLink } from '../http/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  FormRow,
  formatNumber,
  LinkButton,
  Page,
  Pager,
  Select,
  type Shell,
  Tag,
  TextField,
} from '../ui/index.ts';
import type { UnitRow } from './entity.store.ts';
import { unitOptions } from './entity.views.tsx';
import { entityPath, kindPath } from './paths.ts';
import { type PeopleState, peopleList } from './people-list.rules.ts';
import type { PersonInList } from './person.store.ts';
import type { OrganisationParts, Overview, PeoplePage } from './queries.ts';
import { type TenancyTexts, tenancyTexts } from './texts.ts';
import { type TreeNode, treeOf } from './unit-tree.rules.ts';

export function OverviewPage({ shell, overview }: { shell: Shell; overview: Overview }) {
  const texts = tenancyTexts(shell.language);
  const empty = overview.departments.length === 0 && overview.committees.length === 0;
  const actions = overview.mayManage && !empty ? <ImportLink texts={texts} /> : undefined;
  return (
    <Page
      shell={shell}
      title={texts.organisation}
      lead={empty ? undefined : overviewLead(overview, shell)}
      actions={actions}
    >
      {empty && (
        <EmptyState
          title={texts.emptyOrganisation}
          action={overview.mayManageAll ? <ImportLink texts={texts} /> : undefined}
        >
          <p>{texts.emptyOrganisationHelp}</p>
        </EmptyState>
      )}
      <p class="form-actions">
        <LinkButton href={kindPath('person')}>{texts.kinds.person}</LinkButton>
        <LinkButton href={kindPath('unit')}>{texts.kinds.unit}</LinkButton>
      </p>
      <Departments overview={overview} texts={texts} />
      <Committees overview={overview} texts={texts} />
    </Page>
  );
}

function ImportLink({ texts }: { texts: TenancyTexts }) {
  return <LinkButton href="/organisation/import">{texts.importAction}</LinkButton>;
}

function overviewLead(overview: Overview, shell: Shell): string {
  const texts = tenancyTexts(shell.language);
  const active = (rows: readonly { active: boolean }[]) => rows.filter(({ active: is }) => is).length;
  const words = (n: number, text: (n: number, formatted: string) => string) => text(n, formatNumber(n, shell.language));
  return texts.organisationLead(
    words(active(overview.committees), texts.committeesCount),
    words(active(overview.departments), texts.departmentsCount),
    words(active(overview.units), texts.unitsCount),
    words(overview.people, texts.peopleCount),
  );
}

function Departments({ overview, texts }: { overview: Overview; texts: TenancyTexts }) {
  const committees = new Map(overview.committees.map((committee) => [committee.id, committee.name]));
  return (
    <section>
      <h2>{texts.kinds.department}</h2>
      <DataTable
        caption={texts.kinds.department}
        quietCaption
        rows={overview.departments}
        empty={<p class="muted">–</p>}
        columns={[
          {
            key: 'name',
            label: texts.field.name,
            cell: (row) => <Named href={entityPath('department', row.id)} row={row} texts={texts} />,
          },
          { key: 'short', label: texts.field.shortName, cell: (row) => row.shortName },
          {
            key: 'committee',
            label: texts.field.committee,
            cell: (row) => committees.get(row.committeeId ?? '') ?? '',
          },
          {
            key: 'units',
            label: texts.kinds.unit,
            kind: 'number',
            cell: (row) => String(overview.units.filter((unit) => unit.departmentId === row.id && unit.active).length),
          },
        ]}
      />
      {overview.mayManageAll && (
        <LinkButton href={`${kindPath('department')}/ny`}>{texts.newOne.department}</LinkButton>
      )}
    </section>
  );
}

function Committees({ overview, texts }: { overview: Overview; texts: TenancyTexts }) {
  const names = new Map(overview.committees.map((committee) => [committee.id, committee.name]));
  return (
    <section>
      <h2>{texts.kinds.committee}</h2>
      <DataTable
        caption={texts.kinds.committee}
        quietCaption
        rows={overview.committees}
        empty={<p class="muted">–</p>}
        columns={[
          {
            key: 'name',
            label: texts.field.name,
            cell: (row) => <Named href={entityPath('committee', row.id)} row={row} texts={texts} />,
          },
          { key: 'short', label: texts.field.shortName, cell: (row) => row.shortName },
          {
            key: 'kind',
            label: texts.field.kind,
            cell: (row) => texts.committeeKind[row.kind as keyof TenancyTexts['committeeKind']],
          },
          { key: 'parent', label: texts.field.parent, cell: (row) => names.get(row.parentId ?? '') ?? '' },
        ]}
      />
      {overview.mayManageAll && <LinkButton href={`${kindPath('committee')}/ny`}>{texts.newOne.committee}</LinkButton>}
    </section>
  );
}

function Named({ href, row, texts }: { href: string; row: { name: string; active: boolean }; texts: TenancyTexts }) {
  return (
    <>
      <a href={href}>{row.name}</a> {!row.active && <Tag>{texts.inactive}</Tag>}
    </>
  );
}

export function UnitTreePage({
  shell,
  parts,
  mayManage,
}: {
  shell: Shell;
  parts: OrganisationParts;
  mayManage: boolean;
}) {
  const texts = tenancyTexts(shell.language);
  const actions = mayManage ? <LinkButton href={`${kindPath('unit')}/ny`}>{texts.newOne.unit}</LinkButton> : undefined;
  return (
    <Page
      shell={shell}
      title={texts.tree.heading}
      lead={texts.tree.lead}
      actions={actions}
      crumbs={[{ href: '/organisation', label: texts.organisation }]}
    >
      {parts.units.length === 0 && <EmptyState title={texts.tree.none} />}
      {parts.departments.map((department) => {
        const units = parts.units.filter((unit) => unit.departmentId === department.id);
        if (units.length === 0) return '';
        return (
          <section>
            <h2>
              <a href={entityPath('department', department.id)}>{department.name}</a>
            </h2>
            <Branches nodes={treeOf(units)} texts={texts} />
          </section>
        );
      })}
    </Page>
  );
}

function Branches({ nodes, texts }: { nodes: readonly TreeNode<UnitRow>[]; texts: TenancyTexts }) {
  return (
    <ul>
      {nodes.map(({ item, children }) => (
        <li>
          <Named href={entityPath('unit', item.id)} row={item} texts={texts} />
          {children.length > 0 && <Branches nodes={children} texts={texts} />}
        </li>
      ))}
    </ul>
  );
}

export function PeoplePageView({ shell, state, page }: { shell: Shell; state: PeopleState; page: PeoplePage }) {
  const texts = tenancyTexts(shell.language);
  const path = kindPath('person');
  const lead = texts.people.lead(texts.peopleCount(page.total, formatNumber(page.total, shell.language)));
  const actions = (
    <>
      <LinkButton href={listHref(`${path}.xlsx`, state)} download>
        {texts.people.excel}
      </LinkButton>
      <LinkButton href={listHref(`${path}.csv`, state)} download>
        {texts.people.csv}
      </LinkButton>
      {page.mayManage && <LinkButton href={`${path}/ny`}>{texts.newOne.person}</LinkButton>}
    </>
  );
  return (
    <Page
      shell={shell}
      title={texts.kinds.person}
      lead={lead}
      actions={actions}
      crumbs={[{ href: '/organisation', label: texts.organisation }]}
    >
      <PeopleFilter state={state} page={page} texts={texts} shell={shell} />
      <DataTable
        caption={texts.kinds.person}
        quietCaption
        rows={page.people}
        empty={<NoPeople texts={texts} />}
        columns={[
          {
            key: 'name',
            label: texts.field.name,
            sort: sortLink(path, state, 'namn'),
            cell: (row) => <Named href={entityPath('person', row.id)} row={row} texts={texts} />,
          },
          { key: 'title', label: texts.field.title, sort: sortLink(path, state, 'titel'), cell: (row) => row.title },
          {
            key: 'department',
            label: texts.field.department,
            sort: sortLink(path, state, 'forvaltning'),
            cell: (row) => row.department ?? row.organisation,
          },
          { key: 'unit', label: texts.field.unit, sort: sortLink(path, state, 'enhet'), cell: (row) => row.unit ?? '' },
          ...(page.contacts
            ? [{ key: 'email', label: texts.field.email, cell: (row: PersonInList) => row.email ?? '' }]
            : []),
          {
            key: 'roles',
            label: texts.people.roles,
            cell: (row) => row.roles.map((role) => roleTitle(role, shell.language)).join(', '),
          },
        ]}
      />
      <Pager
        page={state.page}
        pageSize={peopleList.pageSize}
        total={page.total}
        href={(number) => listHref(path, state, { page: number })}
      />
    </Page>
  );
}

function NoPeople({ texts }: { texts: TenancyTexts }) {
  return (
    <EmptyState title={texts.people.empty} action={<a href={kindPath('person')}>{texts.people.clear}</a>}>
      <p>{texts.people.emptyHelp}</p>
    </EmptyState>
  );
}

interface PeopleFilterProps {
  readonly state: PeopleState;
  readonly page: PeoplePage;
  readonly texts: TenancyTexts;
  readonly shell: Shell;
}

function PeopleFilter({ state, page, texts, shell }: PeopleFilterProps) {
  const hidden = { sortera: state.sort, ordning: state.descending ? 'fallande' : 'stigande' };
  const words = texts.people;
  return (
    <Form action={kindPath('person')} method="get" hidden={hidden} autoSubmit label={texts.kinds.person}>
      <FormRow filter actions={<Button variant="secondary">{words.filter}</Button>}>
        <TextField
          name="q"
          type="search"
          plain
          label={page.contacts ? words.searchWithEmail : words.search}
          value={state.q}
        />
        <Select
          name="forvaltning"
          plain
          label={texts.field.department}
          placeholder={words.every}
          value={state.filters.forvaltning}
          options={page.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="enhet"
          plain
          label={texts.field.unit}
          placeholder={words.every}
          value={state.filters.enhet}
          options={unitOptions(page)}
        />
        <Select
          name="roll"
          plain
          label={words.role}
          placeholder={words.every}
          value={state.filters.roll}
          options={roles.map((role) => ({ value: role, label: roleTitle(role, shell.language) }))}
        />
        <Select
          name="aktiva"
          plain
          label={words.state}
          value={state.filters.aktiva}
          placeholder={words.active}
          options={[
            { value: 'inaktiva', label: words.inactive },
            { value: 'alla', label: words.all },
          ]}
        />
      </FormRow>
    </Form>
  );
}
