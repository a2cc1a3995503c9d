import {
  Button,
  ConflictView,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  LinkButton,
  Page,
  Radios,
  Select,
  type Shell,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import { agreements, experiencedBy, type ObservationFault, type ObservationValues } from './observation.rules.ts';
import { texts } from './observation.texts.ts';
import { areaName, areaOptions, observationPath as path } from './observation-part.view.tsx';

export interface DepartmentChoice {
  readonly id: string;
  readonly name: string;
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
