import { type Role, roles, roleTitle, type Scope } from '../access/index.ts';
import type { Language } from '../texts/index.ts';
import {
  Button,
  ConflictView,
  DataTable,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  type Option,
  Page,
  Select,
  type Shell,
  Tag,
  TextField,
} from '../ui/index.ts';
import { unitOptions } from './entity.views.tsx';
import { entityPath } from './paths.ts';
import type { EntityDetail, OrganisationParts } from './queries.ts';
import { holdsOn, type RoleFault, type RoleFieldName, readScope, scopeCode, scopeOfRow } from './role.rules.ts';
import type { RoleRow } from './role.store.ts';
import { type TenancyTexts, tenancyTexts } from './texts.ts';

export type RoleFormValues = Readonly<Record<RoleFieldName, string>>;

export function roleFormValues(row: RoleRow | undefined): RoleFormValues {
  return {
    role: row?.role ?? '',
    scope: row === undefined ? '' : scopeCode(scopeOfRow(row)),
    validFrom: row?.valid_from ?? '',
    validTo: row?.valid_to ?? '',
  };
}

export function roleErrors(faults: readonly RoleFault[], texts: TenancyTexts): readonly FieldError[] {
  return faults.map(({ field, reason }) => ({
    field,
    text: texts.role.reason[reason](texts.role[field].toLowerCase()),
  }));
}

interface RoleSectionProps {
  readonly detail: EntityDetail;
  readonly texts: TenancyTexts;
  readonly language: Language;
  readonly day: string;
}

export function RoleSection({ detail, texts, language, day }: RoleSectionProps) {
  return (
    <section>
      <h2>{texts.role.heading}</h2>
      <DataTable
        caption={texts.role.heading}
        quietCaption
        rows={detail.roles}
        empty={<p class="muted">{texts.role.none}</p>}
        columns={[
          {
            key: 'role',
            label: texts.role.role,
            cell: (row) =>
              detail.mayChange ? (
                <a href={`/organisation/roller/${row.id}`}>{roleTitle(row.role, language)}</a>
              ) : (
                roleTitle(row.role, language)
              ),
          },
          { key: 'scope', label: texts.role.scope, cell: (row) => scopeName(scopeOfRow(row), detail, texts) },
          { key: 'valid', label: texts.role.valid, cell: (row) => <Validity row={row} texts={texts} day={day} /> },
        ]}
      />
      {detail.mayChange && (
        <>
          <h3>{texts.role.give}</h3>
          <RoleForm
            action={`${entityPath('person', detail.row.id)}/roller`}
            parts={detail}
            values={roleFormValues(undefined)}
            texts={texts}
            language={language}
            submit={texts.role.give}
            errors={[]}
          />
        </>
      )}
    </section>
  );
}

function Validity({ row, texts, day }: { row: RoleRow; texts: TenancyTexts; day: string }) {
  const { valid_from: from, valid_to: to } = row;
  const words = from === null && to === null ? texts.role.always : `${from ?? ''} – ${to ?? texts.role.always}`;
  const holds = holdsOn({ validFrom: from, validTo: to }, day);
  return (
    <>
      {words} {!holds && <Tag>{to !== null && to < day ? texts.role.ended : texts.role.coming}</Tag>}
    </>
  );
}

export function scopeName(scope: Scope, parts: OrganisationParts, texts: TenancyTexts): string {
  if (scope.kind === 'municipality') return texts.role.municipality;
  const rows = { department: parts.departments, unit: parts.units, committee: parts.committees }[scope.kind];
  return rows.find(({ id }) => id === scope.id)?.name ?? '';
}

export interface RoleFormProps {
  readonly action: string;
  readonly parts: OrganisationParts;
  readonly values: RoleFormValues;
  readonly texts: TenancyTexts;
  readonly language: Language;
  readonly submit: string;
  readonly errors: readonly FieldError[];
  readonly version?: number;
}

function RoleForm({ action, parts, values, texts, language, submit, errors, version }: RoleFormProps) {
  return (
    <Form action={action} errors={errors} hidden={version === undefined ? {} : { version }}>
      <FormRow>
        <Select
          name="role"
          label={texts.role.role}
          required
          value={values.role}
          placeholder={texts.choose}
          options={roles.map((role) => ({ value: role, label: roleTitle(role, language) }))}
          error={errorFor(errors, 'role')}
        />
        <Select
          name="scope"
          label={texts.role.scope}
          required
          value={values.scope}
          placeholder={texts.choose}
          options={scopeOptions(parts, texts)}
          error={errorFor(errors, 'scope')}
        />
      </FormRow>
      <FormRow>
        <TextField
          name="validFrom"
          type="date"
          label={texts.role.validFrom}
          value={values.validFrom}
          help={texts.role.dateHelp}
          error={errorFor(errors, 'validFrom')}
        />
        <TextField
          name="validTo"
          type="date"
          label={texts.role.validTo}
          value={values.validTo}
          help={texts.role.dateHelp}
          error={errorFor(errors, 'validTo')}
        />
      </FormRow>
      <FormActions>
        <Button variant={version === undefined ? 'secondary' : 'primary'}>{submit}</Button>
      </FormActions>
    </Form>
  );
}

function scopeOptions(parts: OrganisationParts, texts: TenancyTexts): readonly Option[] {
  const rows = (
    kind: 'department' | 'committee',
    all: readonly { id: string; name: string; active: boolean }[],
    group: string,
  ) => all.filter(({ active }) => active).map(({ id, name }) => ({ value: `${kind}:${id}`, label: name, group }));
  return [
    { value: 'municipality', label: texts.role.municipality },
    ...rows('department', parts.departments, texts.kinds.department),
    ...rows('committee', parts.committees, texts.kinds.committee),
    ...unitOptions({ ...parts, units: parts.units.filter(({ active }) => active) }).map((option) => ({
      ...option,
      value: `unit:${option.value}`,
    })),
  ];
}

export interface RolePageProps {
  readonly shell: Shell;
  readonly person: { readonly id: string; readonly name: string };
  readonly parts: OrganisationParts;
  readonly action: string;
  readonly values: RoleFormValues;
  readonly faults: readonly RoleFault[];
  readonly version?: number;
}

export function RolePage({ shell, person, parts, action, values, faults, version }: RolePageProps) {
  const texts = tenancyTexts(shell.language);
  const changing = version !== undefined;
  return (
    <Page
      shell={shell}
      title={changing ? texts.role.change : texts.role.give}
      crumbs={roleCrumbs(person, texts)}
      narrow
    >
      {changing && <p class="muted">{texts.role.endHelp}</p>}
      <RoleForm
        action={action}
        parts={parts}
        values={values}
        texts={texts}
        language={shell.language}
        submit={texts.save}
        errors={roleErrors(faults, texts)}
        {...(changing ? { version } : {})}
      />
    </Page>
  );
}

function roleCrumbs(person: { id: string; name: string }, texts: TenancyTexts) {
  return [
    { href: '/organisation', label: texts.organisation },
    { href: entityPath('person', person.id), label: person.name },
  ];
}

export interface RoleConflictProps {
  readonly shell: Shell;
  readonly person: { readonly id: string; readonly name: string };
  readonly parts: OrganisationParts;
  readonly mine: RoleFormValues;
  readonly theirs: RoleRow;
  readonly base: RoleRow | undefined;
}

export function RoleConflictPage({ shell, person, parts, mine, theirs, base }: RoleConflictProps) {
  const texts = tenancyTexts(shell.language);
  const saved = roleFormValues(theirs);
  const show = (field: RoleFieldName) => (value: string) => {
    if (field === 'role')
      return roles.some((role) => role === value) ? roleTitle(value as Role, shell.language) : value;
    const scope = field === 'scope' ? readScope(value) : undefined;
    return scope === undefined ? value : scopeName(scope, parts, texts);
  };
  const fields = (['role', 'scope', 'validFrom', 'validTo'] as const).map((name) => ({
    name,
    label: texts.role[name],
    mine: mine[name],
    theirs: saved[name],
    base: base === undefined ? undefined : roleFormValues(base)[name],
    show: show(name),
  }));
  return (
    <Page shell={shell} title={texts.conflictTitle(texts.role.role.toLowerCase())} crumbs={roleCrumbs(person, texts)}>
      <ConflictView action={`/organisation/roller/${theirs.id}`} version={theirs.version} fields={fields} />
    </Page>
  );
}
