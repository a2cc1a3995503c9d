import type { KeptForm } from '../http/index.ts';
import { isId } from '../ids/index.ts';
import {
  Button,
  type Content,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Page,
  Radios,
  type Shell,
  TextField,
} from '../ui/index.ts';
import { signInTexts } from './texts.ts';

/** What travels through the steps of signing in: where to go, and what was being written. */
export interface Carried {
  readonly till: string;
  /** The kept form, packed; '' when there is none. */
  readonly kept: string;
}

export interface SignInPageProps {
  readonly shell: Shell;
  readonly carried: Carried;
  readonly email?: string;
  readonly errors?: readonly FieldError[];
  /** A form met an expired session: kept, too large to keep, or neither. */
  readonly posted?: 'kept' | 'keptWithoutFiles' | 'tooLarge' | undefined;
  readonly lead?: string | undefined;
  readonly example: boolean;
}

export function SignInPage({ shell, carried, email, errors = [], posted, lead, example }: SignInPageProps) {
  const texts = signInTexts(shell.language);
  return (
    <Page shell={shell} title={texts.title} lead={lead} narrow>
      {(posted === 'kept' || posted === 'keptWithoutFiles') && (
        <Notice kind="warning" title={texts.keptTitle}>
          <p>{texts.keptText}</p>
          {posted === 'keptWithoutFiles' && <p>{texts.keptFiles}</p>}
        </Notice>
      )}
      {posted === 'tooLarge' && (
        <Notice kind="warning" title={texts.lostTitle}>
          <p>{texts.lostText}</p>
        </Notice>
      )}
      <Step action="/logga-in" carried={carried} errors={errors} submit={texts.submit}>
        <TextField
          name="email"
          label={texts.email}
          type="email"
          autocomplete="username"
          value={email}
          error={errorFor(errors, 'email')}
          required
        />
        <TextField
          name="password"
          label={texts.password}
          type="password"
          autocomplete="current-password"
          error={errorFor(errors, 'password')}
          required
        />
      </Step>
      <p>
        <a href="/glomt-losenord">{texts.forgotten}</a>
      </p>
      {example &&
        (carried.kept === '' ? (
          <p>
            <a href="/exempel">{texts.exampleOffer}</a>
          </p>
        ) : (
          <Step action="/exempel" carried={carried} errors={[]} submit={texts.exampleOffer} variant="secondary" />
        ))}
    </Page>
  );
}

interface ChoosePageProps {
  readonly shell: Shell;
  readonly carried: Carried;
  readonly ticket: string;
  readonly choices: readonly { readonly tenantId: string; readonly name: string }[];
  readonly errors?: readonly FieldError[];
}

export function ChoosePage({ shell, carried, ticket, choices, errors = [] }: ChoosePageProps) {
  const texts = signInTexts(shell.language);
  return (
    <Page shell={shell} title={texts.chooseTitle} lead={texts.chooseLead} narrow>
      <Step action="/logga-in/kommun" carried={carried} ticket={ticket} errors={errors} submit={texts.next}>
        <Radios
          name="tenant"
          label={texts.choose}
          options={choices.map(({ tenantId, name }) => ({ value: tenantId, label: name }))}
          error={errorFor(errors, 'tenant')}
          required
        />
      </Step>
    </Page>
  );
}

interface CodePageProps {
  readonly shell: Shell;
  readonly carried: Carried;
  readonly ticket: string;
  readonly errors?: readonly FieldError[];
}

export function CodePage({ shell, carried, ticket, errors = [] }: CodePageProps) {
  const texts = signInTexts(shell.language);
  return (
    <Page shell={shell} title={texts.codeTitle} lead={texts.codeLead} narrow>
      <Step action="/logga-in/kod" carried={carried} ticket={ticket} errors={errors} submit={texts.submit}>
        <TextField
          name="code"
          label={texts.code}
          help={texts.codeHelp}
          autocomplete="one-time-code"
          error={errorFor(errors, 'code')}
          required
        />
      </Step>
    </Page>
  );
}

interface StepProps {
  readonly action: string;
  readonly carried: Carried;
  readonly ticket?: string;
  readonly errors: readonly FieldError[];
  readonly submit: string;
  readonly variant?: 'primary' | 'secondary';
  readonly children?: Content;
}

/** Turbo wants every post answered by a redirect; the steps of signing in answer with the next page, so it is kept out of them. */
export function Step({ action, carried, ticket, errors, submit, variant = 'primary', children }: StepProps) {
  const hidden = { till: carried.till, kept: carried.kept, ...(ticket === undefined ? {} : { ticket }) };
  return (
    <div data-turbo="false">
      <Form action={action} errors={errors} hidden={hidden}>
        {children}
        <FormActions>
          <Button variant={variant}>{submit}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

/** After signing in again: what was written, and a button that sends it where it was going. Nothing is sent by itself. */
export function KeptFormPage({ shell, kept, page }: { shell: Shell; kept: KeptForm; page: string }) {
  const texts = signInTexts(shell.language);
  const fields = Object.entries(kept.fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
  const written = fields.filter(isWritten);
  return (
    <Page shell={shell} title={texts.restoreTitle} lead={texts.restoreLead} narrow>
      {written.length > 0 && (
        <ul class="kept-words" aria-label={texts.restoreCaption}>
          {written.map(({ value }) => (
            <li>{value}</li>
          ))}
        </ul>
      )}
      <p class="muted">{texts.restoreChoices}</p>
      <kept-form page={page}>
        <form action={kept.path} method="post" data-turbo="false">
          {fields.map(({ name, value }) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <FormActions>
            <Button>{texts.restoreSubmit}</Button>
            <LinkButton href="/" variant="quiet">
              {texts.restoreDiscard}
            </LinkButton>
          </FormActions>
        </form>
      </kept-form>
    </Page>
  );
}

/** Choices, ids and versions are codes: they are sent along, but say nothing to a reader. */
function isWritten({ name, value }: { name: string; value: string }): boolean {
  return value.trim() !== '' && name !== 'version' && !isId(value) && !/^[a-z][A-Za-z]*$/.test(value);
}
