import {
  Button,
  ConflictView,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  Page,
  Radios,
  Select,
  type Shell,
  TextField,
} from '../ui/index.ts';
import type { LogoFault } from './logo.rules.ts';
import { LogoSection } from './logo.view.tsx';
import {
  digestDays,
  digestHours,
  type MunicipalityFault,
  type MunicipalityValues,
  municipalityFields,
  municipalityValues,
} from './municipality.rules.ts';
import type { MunicipalityRow } from './municipality.store.ts';
import { type MunicipalityTexts, municipalityTexts } from './municipality.texts.ts';
import type { LogoEntry } from './queries.ts';

const path = '/administration';

export interface AdministrationPageProps {
  readonly shell: Shell;
  readonly row: MunicipalityRow;
  readonly values: MunicipalityValues;
  readonly faults: readonly MunicipalityFault[];
  readonly logoFault?: LogoFault | 'noFile' | undefined;
  readonly logoHistory: readonly LogoEntry[];
  /** What the slices have for administrators. */
  readonly more: readonly { readonly href: string; readonly label: string }[];
}

export function AdministrationPage(props: AdministrationPageProps) {
  const { shell, row, values, faults, logoFault, logoHistory, more } = props;
  const texts = municipalityTexts(shell.language);
  return (
    <Page shell={shell} title={texts.title} lead={texts.lead} narrow>
      <section>
        <h2>{texts.more}</h2>
        <ul>
          <li>
            <a href="/organisation">{texts.links.organisation}</a>
          </li>
          <li>
            <a href="/organisation/import">{texts.links.import}</a>
          </li>
          <li>
            <a href="/administration/ordlistor">{texts.links.vocabularies}</a>
          </li>
          {more.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
          <li>
            <a href="/administration/kolada">{texts.links.kolada}</a>
          </li>
          <li>
            <a href="/administration/post">{texts.links.mail}</a>
          </li>
          <li>
            <a href="/administration/granskning">{texts.links.audit}</a>
          </li>
        </ul>
      </section>
      <section>
        <h2>{texts.settings}</h2>
        <SettingsForm version={row.version} values={values} errors={errorsOf(faults, texts)} texts={texts} />
      </section>
      <LogoSection shell={shell} row={row} fault={logoFault} history={logoHistory} />
    </Page>
  );
}

function errorsOf(faults: readonly MunicipalityFault[], texts: MunicipalityTexts): readonly FieldError[] {
  return faults.map(({ field, reason }) => ({ field, text: texts.reason[reason](texts.field[field].toLowerCase()) }));
}

interface SettingsFormProps {
  readonly version: number;
  readonly values: MunicipalityValues;
  readonly errors: readonly FieldError[];
  readonly texts: MunicipalityTexts;
}

function SettingsForm({ version, values, errors, texts }: SettingsFormProps) {
  const field = (name: 'name' | 'code' | 'colour' | 'contactEmail' | 'contactPhone') => ({
    name,
    label: texts.field[name],
    help: name === 'contactPhone' ? undefined : texts.help[name],
    value: values[name],
    error: errorFor(errors, name),
  });
  return (
    <Form action={path} errors={errors} hidden={{ version }}>
      <TextField {...field('name')} required maxlength={200} />
      <TextField {...field('code')} required size={6} inputmode="numeric" />
      <TextField {...field('colour')} required size={9} />
      <Radios
        name="figures"
        label={texts.field.figures}
        required
        value={values.figures}
        error={errorFor(errors, 'figures')}
        options={(['kolada', 'example'] as const).map((kind) => ({
          value: kind,
          label: texts.figures[kind],
          help: texts.figuresHelp[kind],
        }))}
      />
      <TextField {...field('contactEmail')} type="email" />
      <TextField {...field('contactPhone')} type="tel" />
      <FormRow>
        <Select
          name="digestDay"
          label={texts.field.digestDay}
          required
          value={values.digestDay}
          error={errorFor(errors, 'digestDay')}
          options={digestDays.map((value) => ({ value, label: texts.weekdays[value] }))}
        />
        <Select
          name="digestHour"
          label={texts.field.digestHour}
          required
          value={values.digestHour}
          error={errorFor(errors, 'digestHour')}
          options={digestHours.map((value) => ({ value, label: `${value.padStart(2, '0')}:00` }))}
        />
      </FormRow>
      <FormActions>
        <Button>{texts.save}</Button>
      </FormActions>
    </Form>
  );
}

export interface MunicipalityConflictProps {
  readonly shell: Shell;
  readonly mine: MunicipalityValues;
  readonly theirs: MunicipalityRow;
  readonly base: MunicipalityValues | undefined;
}

export function MunicipalityConflictPage({ shell, mine, theirs, base }: MunicipalityConflictProps) {
  const texts = municipalityTexts(shell.language);
  const saved = municipalityValues(theirs);
  const fields = municipalityFields.map((name) => ({
    name,
    label: texts.field[name],
    mine: mine[name],
    theirs: saved[name],
    base: base?.[name],
    ...(name === 'figures'
      ? { show: (value: string) => (value === 'example' ? texts.figures.example : texts.figures.kolada) }
      : {}),
    ...(name === 'digestDay' ? { show: (value: string) => texts.weekdays[value as '1'] ?? value } : {}),
  }));
  return (
    <Page shell={shell} title={texts.conflict} crumbs={[{ href: path, label: texts.title }]}>
      <ConflictView action={path} version={theirs.version} fields={fields} />
    </Page>
  );
}
