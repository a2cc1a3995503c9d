import { readNumber } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Crumb,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  fieldId,
  LinkButton,
  Notice,
  Page,
  type Shell,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import type { Calculated } from './economy.queries.ts';
import {
  amountName,
  type Economy,
  type EconomyFault,
  type EconomyForm,
  type EconomyList,
  economyLists,
  type FormLine,
  hasKind,
  lineKinds,
} from './economy.rules.ts';
import { economyTexts } from './economy.texts.ts';
import { Calculation, rateWords } from './economy.view.tsx';

export interface EconomyFormProps {
  readonly shell: Shell;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  readonly back: string;
  readonly version: number;
  /** With as many columns and empty rows as are to be shown. */
  readonly form: EconomyForm;
  readonly ownRate: number;
  readonly faults: readonly EconomyFault[];
  /** What somebody else has saved since the form was opened. */
  readonly theirs?: { readonly economy: Economy; readonly calculated: Calculated } | undefined;
}

/** A table of years for each list. Its buttons send the form, so that rows and years are added without scripts too. */
export function EconomyFormPage(props: EconomyFormProps) {
  const { shell, form, theirs } = props;
  const { language } = shell;
  const t = economyTexts(language);
  const errors = props.faults.map((fault) => ({ field: fault.field, text: faultWords(fault, language) }));
  return (
    <Page shell={shell} wide title={t.titleOf(props.title)} crumbs={props.crumbs} lead={t.form.lead}>
      {theirs !== undefined && (
        <Notice kind="warning" title={t.conflict}>
          <p>{t.conflictHelp}</p>
          <details>
            <summary>{t.theirs}</summary>
            <Calculation {...theirs} language={language} />
          </details>
        </Notice>
      )}
      <Form
        action={props.action}
        id={`ekonomi-${props.action.replace(/[^\w]+/g, '-')}`}
        keep
        errors={errors}
        hidden={{ version: props.version }}
      >
        <FormRow>
          <YearField name="startYear" label={t.form.startYear} value={form.startYear} errors={errors} />
          <YearField name="years" label={t.form.years} value={form.years} help={t.form.yearsHelp} errors={errors} />
          <YearField name="priceLevelYear" label={t.form.priceLevelYear} value={form.priceLevelYear} errors={errors} />
          <YearField
            name="discountRate"
            label={t.form.discountRate}
            value={form.discountRate}
            help={t.form.discountRateHelp(rateWords(props.ownRate, language))}
            errors={errors}
          />
          <Button variant="secondary" name="do" value="years">
            {t.form.redraw}
          </Button>
        </FormRow>
        {economyLists.map((list) => (
          <ListFields list={list} form={form} errors={errors} language={language} />
        ))}
        <TextArea name="note" label={t.note} value={form.note} error={errorFor(errors, 'note')} rows={4} />
        <FormActions>
          <Button name="do" value="save">
            {t.form.save}
          </Button>
          <LinkButton href={props.back}>{t.form.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

function YearField(props: {
  name: string;
  label: string;
  value: string;
  help?: string;
  errors: readonly FieldError[];
}) {
  const { errors, ...field } = props;
  return <TextField {...field} plain inputmode="decimal" size={8} error={errorFor(errors, props.name)} />;
}

function faultWords({ reason, line, year }: EconomyFault, language: Language): string {
  const t = economyTexts(language);
  return line === undefined || (line === '' && year === undefined)
    ? t.faults[reason]
    : t.faultOf(line, year === undefined ? '' : String(year), t.faults[reason]);
}

interface ListProps {
  readonly list: EconomyList;
  readonly form: EconomyForm;
  readonly errors: readonly FieldError[];
  readonly language: Language;
}

function ListFields({ list, form, errors, language }: ListProps) {
  const t = economyTexts(language);
  const lines = form.lines.filter((line) => line.list === list);
  const years = lines[0]?.amounts.length ?? 0;
  const start = readNumber(form.startYear) ?? 0;
  return (
    <fieldset class={`economy-list is-${list}`}>
      <legend>{t.lists[list]}</legend>
      <p class="field-help">{t.listHelp[list]}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolling region is no fieldset */}
      <div class="table-scroll" role="group" aria-label={t.lists[list]} tabindex={0}>
        <table class="table economy-table">
          <caption class="unseen">{t.lists[list]}</caption>
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              {hasKind(list) && <th scope="col">{t.kind}</th>}
              {Array.from({ length: years }, (_, index) => (
                <th scope="col" class="is-number">
                  {start + index}
                  <span class="table-unit">{list === 'yellow' ? t.hours : t.thousands}</span>
                </th>
              ))}
              <th scope="col">
                <span class="unseen">{t.form.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineFields line={line} start={start} errors={errors} language={language} />
            ))}
          </tbody>
        </table>
      </div>
      <Button variant="quiet" small name="do" value={`add-${list}`} label={t.form.add(t.lists[list])}>
        {t.form.addShort}
      </Button>
    </fieldset>
  );
}

function LineFields({
  line,
  start,
  errors,
  language,
}: {
  line: FormLine;
  start: number;
  errors: readonly FieldError[];
  language: Language;
}) {
  const t = economyTexts(language);
  const { key, list } = line;
  const title = line.title.trim() === '' ? t.form.newLine : line.title;
  const unit = list === 'yellow' ? t.hours : t.thousands;
  return (
    <tr>
      <td class="is-line" data-label={t.line}>
        <input type="hidden" name={`${key}.id`} value={line.id} />
        <CellInput name={`${key}.title`} label={`${t.line}: ${title}`} value={line.title} errors={errors} />
      </td>
      {hasKind(list) && (
        <td data-label={t.kind}>
          <select
            class="ds-input"
            name={`${key}.kind`}
            id={fieldId(`${key}.kind`)}
            aria-label={`${t.kind}: ${title}`}
            aria-invalid={errorFor(errors, `${key}.kind`) === undefined ? undefined : 'true'}
          >
            {lineKinds.map((kind) => (
              <option value={kind} selected={kind === line.kind}>
                {t.kinds[kind]}
              </option>
            ))}
          </select>
        </td>
      )}
      {line.amounts.map((amount, index) => (
        <td class="is-number" data-label={String(start + index)}>
          <CellInput
            name={amountName(key, index)}
            label={t.form.cell(title, start + index, unit)}
            value={amount}
            numeric
            errors={errors}
          />
        </td>
      ))}
      <td class="is-remove">
        {line.id !== '' && (
          <label class="remove-line">
            <input class="ds-input" type="checkbox" name={`${key}.remove`} value="ja" checked={line.removed} />
            <span aria-hidden="true">{t.form.remove}</span>
            <span class="unseen">{t.form.removeLine(title)}</span>
          </label>
        )}
      </td>
    </tr>
  );
}

function CellInput({
  name,
  label,
  value,
  numeric = false,
  errors,
}: {
  name: string;
  label: string;
  value: string;
  numeric?: boolean;
  errors: readonly FieldError[];
}) {
  const error = errorFor(errors, name);
  return (
    <input
      class="ds-input"
      type="text"
      name={name}
      id={fieldId(name)}
      value={value}
      aria-label={label}
      aria-invalid={error === undefined ? undefined : 'true'}
      inputmode={numeric ? 'decimal' : undefined}
      title={error}
    />
  );
}
