import type { Language } from '../texts/index.ts';
import {
  Button,
  Checkboxes,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  formatNumber,
  Radios,
  Select,
  TextField,
} from '../ui/index.ts';
import { koladaPath } from './fetch-progress.view.tsx';
import { koladaPageTexts } from './kolada-page.texts.ts';

/** What stands in the form: as it is offered, or as the person sent it. */
export interface FetchFormState {
  readonly set: string;
  readonly area: string;
  readonly kpis: string;
  readonly from: string;
  readonly to: string;
  readonly genders: readonly string[];
  readonly errors: readonly FieldError[];
}

/** Kolada's figures begin about here for most of what is analysed. */
const firstYearOffered = 2010;

export function offeredForm(now: Date): FetchFormState {
  const [from, to] = [String(firstYearOffered), String(now.getUTCFullYear())];
  return { set: 'starter', area: '', kpis: '', from, to, genders: ['T', 'K', 'M'], errors: [] };
}

interface FetchFormProps {
  readonly form: FetchFormState;
  readonly areas: readonly { readonly name: string; readonly kpis: number }[];
  readonly starterSize: number;
  readonly language: Language;
}

export function FetchForm({ form, areas, starterSize, language }: FetchFormProps) {
  const t = koladaPageTexts(language);
  const { errors } = form;
  const error = (name: string) => errorFor(errors, name);
  const sets = [
    { value: 'starter', label: t.set.starter, help: t.set.starterHelp(formatNumber(starterSize, language)) },
    // Before the first fetch nobody knows the areas.
    ...(areas.length > 0 ? [{ value: 'area', label: t.set.area }] : []),
    { value: 'kpis', label: t.set.kpis },
    { value: 'everything', label: t.set.everything, help: t.set.everythingHelp },
  ];
  return (
    <Form action={`${koladaPath}/hamta`} errors={errors}>
      <Radios name="set" label={t.set.label} options={sets} value={form.set} error={error('set')} required />
      {areas.length > 0 && (
        <Select
          name="area"
          label={t.area}
          help={t.areaHelp}
          placeholder={t.chooseArea}
          options={areas.map(({ name, kpis }) => ({ value: name, label: `${name} (${formatNumber(kpis, language)})` }))}
          value={form.area}
          error={error('area')}
        />
      )}
      <TextField name="kpis" label={t.kpis} help={t.kpisHelp} value={form.kpis} error={error('kpis')} />
      <FormRow>
        <TextField
          name="from"
          label={t.from}
          value={form.from}
          inputmode="numeric"
          size={4}
          error={error('from')}
          required
        />
        <TextField name="to" label={t.to} value={form.to} inputmode="numeric" size={4} error={error('to')} required />
      </FormRow>
      <Checkboxes
        name="genders"
        label={t.genders}
        options={(['T', 'K', 'M'] as const).map((gender) => ({ value: gender, label: t.gender[gender] }))}
        values={form.genders}
        inline
        error={error('genders')}
        required
      />
      <FormActions>
        <Button>{t.fetchNow}</Button>
      </FormActions>
    </Form>
  );
}
