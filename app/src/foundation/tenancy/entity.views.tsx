import {
  Button,
  ConflictView,
  type Content,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  LinkButton,
  Notice,
  type Option,
  Page,
  Select,
  type Shell,
  TextField,
} from '../ui/index.ts';
import {
  committeeKinds,
  type EntityField,
  type EntityKind,
  type EntityValues,
  entityFields,
  entityValues,
  type FieldFault,
} from './entity.rules.ts';
import type { UnitRow } from './entity.store.ts';
import { entityPath, historyPath, kindPath } from './paths.ts';
import type { EntityDetail, OrganisationParts } from './queries.ts';
import { RoleSection } from './role.views.tsx';
import { type TenancyTexts, tenancyTexts } from './texts.ts';
import { type TreeNode, treeOf } from './unit-tree.rules.ts';

export interface EntityFormState {
  readonly values: EntityValues;
  readonly faults: readonly FieldFault[];
}

export function NewEntityPage(props: {
  shell: Shell;
  kind: EntityKind;
  parts: OrganisationParts;
  form: EntityFormState;
}) {
  const { shell, kind, parts, form } = props;
  const texts = tenancyTexts(shell.language);
  return (
    <Page shell={shell} title={texts.newOne[kind]} crumbs={crumbs(kind, texts)} narrow>
      <EntityForm kind={kind} action={kindPath(kind)} parts={parts} form={form} texts={texts} submit={texts.add} />
    </Page>
  );
}

export interface EntityPageProps {
  readonly shell: Shell;
  readonly kind: EntityKind;
  readonly detail: EntityDetail;
  readonly form?: EntityFormState | undefined;
  readonly day: string;
  readonly mayReadHistory: boolean;
  /** Of a person: what there is to say and do about the account. */
  readonly account?: Content | undefined;
}

export function EntityPage({ shell, kind, detail, form, day, mayReadHistory, account }: EntityPageProps) {
  const texts = tenancyTexts(shell.language);
  const { row } = detail;
  const path = entityPath(kind, row.id);
  const state = form ?? { values: entityValues(kind, row), faults: [] };
  return (
    <Page
      shell={shell}
      title={row.name}
      crumbs={crumbs(kind, texts)}
      actions={
        mayReadHistory ? (
          <LinkButton href={historyPath(`tenancy.${kind}`, row.id)}>{texts.history}</LinkButton>
        ) : undefined
      }
      narrow
    >
      {!row.active && (
        <Notice kind="warning">
          <p>{texts.inactiveNotice}</p>
        </Notice>
      )}
      {detail.mayChange ? (
        <EntityForm
          kind={kind}
          action={path}
          parts={detail}
          form={state}
          texts={texts}
          submit={texts.save}
          version={row.version}
        />
      ) : (
        <EntityFacts kind={kind} detail={detail} texts={texts} />
      )}
      {kind === 'person' && <RoleSection detail={detail} texts={texts} language={shell.language} day={day} />}
      {account}
      {detail.mayChange && <ActiveSwitch path={path} detail={detail} texts={texts} />}
    </Page>
  );
}

function crumbs(kind: EntityKind, texts: TenancyTexts) {
  const parent = kind === 'unit' || kind === 'person' ? [{ href: kindPath(kind), label: texts.kinds[kind] }] : [];
  return [{ href: '/organisation', label: texts.organisation }, ...parent];
}

interface EntityFormProps {
  readonly kind: EntityKind;
  readonly action: string;
  readonly parts: OrganisationParts;
  readonly form: EntityFormState;
  readonly texts: TenancyTexts;
  readonly submit: string;
  readonly version?: number;
}

function EntityForm({ kind, action, parts, form, texts, submit, version }: EntityFormProps) {
  const errors = entityErrors(form.faults, texts);
  return (
    <Form action={action} errors={errors} hidden={version === undefined ? {} : { version }}>
      {entityFields[kind].map((field) => (
        <EntityInput
          field={field}
          kind={kind}
          parts={parts}
          value={form.values[field.name] ?? ''}
          errors={errors}
          texts={texts}
        />
      ))}
      <FormActions>
        <Button>{submit}</Button>
      </FormActions>
    </Form>
  );
}

export function entityErrors(faults: readonly FieldFault[], texts: TenancyTexts): readonly FieldError[] {
  return faults.map(({ field, reason }) => ({ field, text: texts.reason[reason](texts.field[field].toLowerCase()) }));
}

interface EntityInputProps {
  readonly field: EntityField;
  readonly kind: EntityKind;
  readonly parts: OrganisationParts;
  readonly value: string;
  readonly errors: readonly FieldError[];
  readonly texts: TenancyTexts;
}

function EntityInput({ field, kind, parts, value, errors, texts }: EntityInputProps) {
  const shared = {
    name: field.name,
    label: texts.field[field.name],
    required: field.required === true,
    error: errorFor(errors, field.name),
    help:
      field.name === 'ou' || field.name === 'organisation' || (field.name === 'parent' && kind === 'unit')
        ? texts.help[field.name]
        : undefined,
  };
  if (field.is === 'text' || field.is === 'email') {
    return (
      <TextField
        {...shared}
        value={value}
        type={field.is}
        {...(field.longest === undefined ? {} : { maxlength: field.longest })}
      />
    );
  }
  const placeholder = field.required === true ? texts.choose : texts.none;
  return (
    <Select {...shared} value={value} placeholder={placeholder} options={fieldOptions(field, parts, value, texts)} />
  );
}

function fieldOptions(
  field: EntityField,
  parts: OrganisationParts,
  value: string,
  texts: TenancyTexts,
): readonly Option[] {
  if (field.is === 'committeeKind')
    return committeeKinds.map((kind) => ({ value: kind, label: texts.committeeKind[kind] }));
  if (typeof field.is !== 'object') return [];
  const shown = <T extends { id: string; active: boolean }>(rows: readonly T[]) =>
    rows.filter((row) => row.active || row.id === value);
  switch (field.is.refersTo) {
    case 'committee':
      return shown(parts.committees).map(({ id, name }) => ({ value: id, label: name }));
    case 'department':
      return shown(parts.departments).map(({ id, name }) => ({ value: id, label: name }));
    case 'unit':
      return unitOptions({ ...parts, units: shown(parts.units) });
    case 'person':
      return [];
  }
}

/** Units under the heading of their department, moved in as they lie in each other. */
export function unitOptions(parts: OrganisationParts): readonly Option[] {
  return parts.departments.flatMap((department) => {
    const flat = (nodes: readonly TreeNode<UnitRow>[], depth: number): Option[] =>
      nodes.flatMap(({ item, children }) => [
        { value: item.id, label: `${'– '.repeat(depth)}${item.name}`, group: department.name },
        ...flat(children, depth + 1),
      ]);
    return flat(treeOf(parts.units.filter((unit) => unit.departmentId === department.id)), 0);
  });
}

function EntityFacts({ kind, detail, texts }: { kind: EntityKind; detail: EntityDetail; texts: TenancyTexts }) {
  const values = entityValues(kind, detail.row);
  const shown = entityFields[kind].filter(({ name }) => values[name] && (name !== 'email' || detail.contacts));
  return (
    <dl>
      {shown.map((field) => (
        <>
          <dt>{texts.field[field.name]}</dt>
          <dd>{displayValue(field, values[field.name] ?? '', detail, texts)}</dd>
        </>
      ))}
    </dl>
  );
}

/** A stored value as people read it: the name of what it refers to. */
function displayValue(field: EntityField, value: string, parts: OrganisationParts, texts: TenancyTexts): string {
  if (value === '' || field.is === 'text' || field.is === 'email') return value;
  if (field.is === 'committeeKind')
    return committeeKinds.map((kind) => (kind === value ? texts.committeeKind[kind] : '')).join('');
  const rows = [...parts.committees, ...parts.departments, ...parts.units];
  return rows.find(({ id }) => id === value)?.name ?? value;
}

function ActiveSwitch({ path, detail, texts }: { path: string; detail: EntityDetail; texts: TenancyTexts }) {
  const { row } = detail;
  return (
    <section>
      <h2>{row.active ? texts.deactivate : texts.activate}</h2>
      <Form action={`${path}/aktiv`} hidden={{ version: row.version, active: row.active ? 'off' : 'on' }}>
        {row.active && <p class="muted">{texts.deactivateHelp}</p>}
        <Button variant={row.active ? 'danger' : 'secondary'}>{row.active ? texts.deactivate : texts.activate}</Button>
      </Form>
    </section>
  );
}

export interface EntityConflictProps {
  readonly shell: Shell;
  readonly kind: EntityKind;
  readonly parts: OrganisationParts;
  readonly conflict: {
    readonly values: EntityValues;
    readonly theirs: {
      readonly id: string;
      readonly name: string;
      readonly version: number;
      readonly [column: string]: unknown;
    };
    readonly base: EntityValues | undefined;
  };
}

export function EntityConflictPage({ shell, kind, parts, conflict }: EntityConflictProps) {
  const texts = tenancyTexts(shell.language);
  const theirs = entityValues(kind, conflict.theirs);
  const fields = entityFields[kind].map((field) => ({
    name: field.name,
    label: texts.field[field.name],
    mine: conflict.values[field.name] ?? '',
    theirs: theirs[field.name] ?? '',
    base: conflict.base?.[field.name],
    show: (value: string) => displayValue(field, value, parts, texts),
  }));
  return (
    <Page shell={shell} title={texts.conflictTitle(conflict.theirs.name)} crumbs={crumbs(kind, texts)}>
      <ConflictView action={entityPath(kind, conflict.theirs.id)} version={conflict.theirs.version} fields={fields} />
    </Page>
  );
}
