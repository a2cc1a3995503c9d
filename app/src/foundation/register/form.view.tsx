import type { Language } from '../texts/index.ts';
import {
  Button,
  ConflictView,
  type FieldError,
  Form,
  FormActions,
  fieldId,
  LinkButton,
  Page,
  type Shell,
} from '../ui/index.ts';
import type { ColumnOptions } from './field.view.tsx';
import { FieldControl } from './field.view.tsx';
import { type Register, writtenColumns } from './register.rules.ts';
import type { Inputs } from './row.check.ts';
import { texts } from './texts.ts';

export interface FormPageProps {
  readonly shell: Shell;
  readonly register: Register;
  /** Undefined for a new row. */
  readonly id: string | undefined;
  readonly version: number | undefined;
  readonly inputs: Inputs;
  readonly options: ColumnOptions;
  readonly errors: readonly FieldError[];
  readonly heading: string;
  /** What stands in the fields that are changed elsewhere; undefined for a new row, where they are chosen. */
  readonly standing: Inputs | undefined;
}

export function RegisterFormPage(props: FormPageProps) {
  const { shell, register, id, version, inputs, errors } = props;
  const { language } = shell;
  const t = texts(language);
  const words = register.texts(language);
  const here = id === undefined ? register.path : `${register.path}/${id}`;
  return (
    <Page shell={shell} narrow title={props.heading} crumbs={[{ href: register.path, label: words.title }]}>
      <Form
        action={here}
        id={register.table}
        keep
        errors={errors.map(({ field, text }) => ({ field, text: `${words.fields[field] ?? field}: ${text}` }))}
        hidden={version === undefined ? {} : { version }}
      >
        {writtenColumns(register).map((column) => {
          if (props.standing !== undefined && register.elsewhere?.[column.key] !== undefined) {
            return (
              <p id={fieldId(column.key)}>
                {words.fields[column.key]}: <strong>{props.standing[column.key] || '–'}</strong>
              </p>
            );
          }
          return (
            <FieldControl
              register={register}
              column={column}
              value={inputs[column.key] ?? ''}
              options={props.options}
              errors={errors}
              language={language}
            />
          );
        })}
        {id !== undefined && <WaysElsewhere register={register} id={id} language={language} />}
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <LinkButton href={here}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

/** Once each, though several fields may be changed at the same place. */
function WaysElsewhere({ register, id, language }: { register: Register; id: string; language: Language }) {
  const ways = new Map(
    Object.values(register.elsewhere ?? {}).flatMap((way) =>
      way ? [[way.href(id), way.words(language)] as const] : [],
    ),
  );
  return [...ways].map(([href, words]) => (
    <p>
      <a href={href}>{words}</a>
    </p>
  ));
}

export interface ConflictPageProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly id: string;
  readonly version: number;
  readonly mine: Inputs;
  readonly theirs: Inputs;
  readonly base: Inputs | undefined;
}

/** Both versions stand on the page as they would in a form; the one chosen is read as a form is. */
export function RegisterConflictPage({ shell, register, id, version, mine, theirs, base }: ConflictPageProps) {
  const { language } = shell;
  const words = register.texts(language);
  return (
    <Page shell={shell} title={texts(language).conflict} crumbs={[{ href: register.path, label: words.title }]}>
      <ConflictView
        action={`${register.path}/${id}`}
        version={version}
        fields={writtenColumns(register).map(({ key }) => ({
          name: key,
          label: words.fields[key] ?? key,
          mine: mine[key] ?? theirs[key] ?? '',
          theirs: theirs[key] ?? '',
          base: base?.[key],
        }))}
      />
    </Page>
  );
}
