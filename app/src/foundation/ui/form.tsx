import type { Content } from './children.ts';
import { useTexts } from './language.tsx';

export interface FieldError {
  /** The field's name, as in the form. */
  readonly field: string;
  readonly text: string;
}

export interface FormProps {
  readonly action: string;
  readonly method?: 'get' | 'post';
  readonly id?: string;
  /** Shown as a summary on top with links to the fields; give each field its own `error` too. */
  readonly errors?: readonly FieldError[];
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly multipart?: boolean;
  /** Sends itself on every change and hides its submit button; without JavaScript the button stays. */
  readonly autoSubmit?: boolean;
  /** Keeps what is typed in the browser until it is saved, and warns before leaving. Needs an `id` of its own. */
  readonly keep?: boolean;
  readonly label?: string;
  readonly children: Content;
}

/** The browser's own bubbles are turned off: errors are ours, in the person's language, beside the field. */
export function Form(props: FormProps) {
  const { action, method = 'post', id, errors = [], hidden = {}, multipart, label } = props;
  const form = (
    <form
      action={action}
      method={method}
      id={id}
      aria-label={label}
      enctype={multipart === true ? 'multipart/form-data' : undefined}
      data-turbo-action={props.autoSubmit === true ? 'replace' : undefined}
      novalidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <ErrorSummary errors={errors} />
      {props.children}
    </form>
  );
  if (props.autoSubmit === true) return <auto-submit>{form}</auto-submit>;
  if (props.keep === true) return <keep-form>{form}</keep-form>;
  return form;
}

export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const texts = useTexts();
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{texts.errorSummary(errors.length)}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${fieldId(field)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Fields side by side on a wide screen, under each other on a phone. `filter` draws the hairlines of a filter bar. */
export function FormRow({ filter, actions, children }: { filter?: boolean; actions?: Content; children: Content }) {
  return (
    <div class={filter === true ? 'form-row is-filter' : 'form-row'}>
      {children}
      {actions !== undefined && <div class="form-row-actions">{actions}</div>}
    </div>
  );
}

/** The buttons under a form. */
export function FormActions({ children }: { children: Content }) {
  return <div class="form-actions">{children}</div>;
}

export function fieldId(name: string): string {
  return `f-${name}`;
}

/** The error text for a field, if it has one: `error={errorFor(errors, 'title')}`. */
export function errorFor(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}
