import type { Content } from './children.ts';
import { fieldId } from './form.tsx';
import { useTexts } from './language.tsx';

/** What every field has. Ids are made of the name; give `id` when two forms on a page share a name. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly id?: string;
  /** Shows no "frivilligt", for filters where nothing is required. */
  readonly plain?: boolean;
}

interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-required': 'true' | undefined;
}

/** Ties help and error text to the control, whatever control it is. */
export function describe({ name, help, error, required, id = fieldId(name) }: FieldProps): Described {
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return {
    id,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': error === undefined ? undefined : 'true',
    'aria-required': required === true ? 'true' : undefined,
  };
}

/** Label, help and error around any control; the ready-made fields below use it. */
export function Field(props: FieldProps & { children: Content }) {
  const id = props.id ?? fieldId(props.name);
  return (
    <div class={props.error === undefined ? 'field' : 'field has-error'}>
      <label for={id}>
        {props.label}
        <Optional field={props} />
      </label>
      <HelpAndError id={id} help={props.help} error={props.error} />
      {props.children}
    </div>
  );
}

function Optional({ field }: { field: FieldProps }) {
  const texts = useTexts();
  if (field.required === true || field.plain === true) return null;
  return <span class="field-optional"> ({texts.fieldOptional})</span>;
}

function HelpAndError({ id, help, error }: { id: string; help: string | undefined; error: string | undefined }) {
  const texts = useTexts();
  return (
    <>
      {help !== undefined && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          <span class="unseen">{texts.errorPrefix} </span>
          {error}
        </p>
      )}
    </>
  );
}

export interface TextFieldProps extends FieldProps {
  readonly value?: string | number | undefined;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'file' | 'number';
  readonly inputmode?: 'text' | 'decimal' | 'numeric' | 'email';
  readonly autocomplete?: string;
  readonly maxlength?: number;
  readonly accept?: string;
  /** Width in characters, for what has a known length. */
  readonly size?: number;
}

export function TextField(props: TextFieldProps) {
  const { name, value, type = 'text', inputmode, autocomplete, maxlength, accept, size } = props;
  return (
    <Field {...props}>
      <input
        class={size === undefined ? 'ds-input' : 'ds-input is-sized'}
        name={name}
        type={type}
        value={value}
        inputmode={inputmode}
        autocomplete={autocomplete}
        maxlength={maxlength}
        accept={accept}
        size={size}
        {...describe(props)}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number;
  readonly maxlength?: number;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        class="ds-input"
        name={props.name}
        rows={props.rows ?? 5}
        maxlength={props.maxlength}
        {...describe(props)}
      >
        {props.value ?? ''}
      </textarea>
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** Options with the same group stand under its heading. */
  readonly group?: string | undefined;
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** An empty first choice with these words. */
  readonly placeholder?: string;
}

export function Select(props: SelectProps) {
  const groups = [...new Set(props.options.map(({ group }) => group))];
  return (
    <Field {...props}>
      <select class="ds-input" name={props.name} {...describe(props)}>
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {groups.map((group) => {
          const options = props.options
            .filter((option) => option.group === group)
            .map((option) => (
              <option value={option.value} selected={option.value === props.value}>
                {option.label}
              </option>
            ));
          return group === undefined ? options : <optgroup label={group}>{options}</optgroup>;
        })}
      </select>
    </Field>
  );
}

export interface CheckboxProps extends FieldProps {
  readonly checked?: boolean;
  readonly value?: string;
}

export function Checkbox(props: CheckboxProps) {
  const id = props.id ?? fieldId(props.name);
  return (
    <div class={props.error === undefined ? 'choice' : 'choice has-error'}>
      <input
        class="ds-input"
        type="checkbox"
        name={props.name}
        value={props.value ?? 'on'}
        checked={props.checked === true}
        {...describe({ ...props, id })}
      />
      <label for={id}>{props.label}</label>
      <HelpAndError id={id} help={props.help} error={props.error} />
    </div>
  );
}

export interface ChoicesProps extends FieldProps {
  readonly options: readonly Option[];
  /** Side by side instead of under each other. */
  readonly inline?: boolean;
}

export function Radios(props: ChoicesProps & { readonly value?: string | undefined }) {
  return <Choices {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />;
}

/** Several may be chosen; all are sent under the same name. */
export function Checkboxes(props: ChoicesProps & { readonly values?: readonly string[] }) {
  return <Choices {...props} type="checkbox" chosen={props.values ?? []} />;
}

function Choices(props: ChoicesProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const id = props.id ?? fieldId(props.name);
  const { 'aria-describedby': describedBy } = describe({ ...props, id });
  return (
    <fieldset class={props.error === undefined ? 'field' : 'field has-error'} aria-describedby={describedBy}>
      <legend>
        {props.label}
        <Optional field={props} />
      </legend>
      <HelpAndError id={id} help={props.help} error={props.error} />
      <div class={props.inline === true ? 'choices is-inline' : 'choices'}>
        {props.options.map((option, index) => (
          <Choice option={option} props={props} id={index === 0 ? id : `${id}-${index + 1}`} />
        ))}
      </div>
    </fieldset>
  );
}

function Choice({
  option,
  props,
  id,
}: {
  option: Option;
  props: ChoicesProps & { type: string; chosen: readonly string[] };
  id: string;
}) {
  return (
    <div class="choice">
      <input
        class="ds-input"
        type={props.type}
        name={props.name}
        value={option.value}
        checked={props.chosen.includes(option.value)}
        id={id}
        aria-describedby={option.help === undefined ? undefined : `${id}-option-help`}
      />
      <label for={id}>{option.label}</label>
      {option.help !== undefined && (
        <p class="field-help" id={`${id}-option-help`}>
          {option.help}
        </p>
      )}
    </div>
  );
}
