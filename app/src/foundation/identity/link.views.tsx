import {
  Button,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  LinkButton,
  Page,
  type Shell,
  TextField,
} from '../ui/index.ts';
import type { LinkAnswer } from './link.commands.ts';
import type { LinkPurpose } from './link.store.ts';
import { longestPassword } from './password.rules.ts';
import { signInTexts } from './texts.ts';

interface ForgottenPageProps {
  readonly shell: Shell;
  readonly mailOn: boolean;
  readonly email?: string;
  readonly errors?: readonly FieldError[];
}

export function ForgottenPage({ shell, mailOn, email, errors = [] }: ForgottenPageProps) {
  const texts = signInTexts(shell.language);
  if (!mailOn) {
    return (
      <Page shell={shell} title={texts.forgottenTitle} lead={texts.forgottenMailOff} narrow>
        <BackToSignIn shell={shell} />
      </Page>
    );
  }
  return (
    <Page shell={shell} title={texts.forgottenTitle} lead={texts.forgottenLead} narrow>
      <Form action="/glomt-losenord" errors={errors}>
        <TextField
          name="email"
          label={texts.email}
          type="email"
          autocomplete="username"
          value={email}
          error={errorFor(errors, 'email')}
          required
        />
        <FormActions>
          <Button>{texts.forgottenSubmit}</Button>
          <BackToSignIn shell={shell} />
        </FormActions>
      </Form>
    </Page>
  );
}

interface NewPasswordPageProps {
  readonly shell: Shell;
  readonly purpose: LinkPurpose;
  readonly link: Extract<LinkAnswer, { kind: 'open' }>;
  readonly errors?: readonly FieldError[];
}

export function NewPasswordPage({ shell, purpose, link, errors = [] }: NewPasswordPageProps) {
  const texts = signInTexts(shell.language);
  const invited = purpose === 'invitation';
  const lead = invited ? texts.invitationLead : texts.resetLead;
  return (
    <Page
      shell={shell}
      title={invited ? texts.invitationTitle : texts.resetTitle}
      lead={lead(link.name, link.municipality)}
      narrow
    >
      <Form action={shell.path} errors={errors}>
        {/* Password managers keep the password under the address that stands beside it. */}
        <input
          class="unseen"
          type="email"
          name="username"
          autocomplete="username"
          value={link.email}
          readonly
          tabindex={-1}
          aria-label={texts.email}
        />
        <NewPasswordFields shell={shell} errors={errors} />
        <FormActions>
          <Button>{texts.savePassword}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}

export function NewPasswordFields({ shell, errors }: { shell: Shell; errors: readonly FieldError[] }) {
  const texts = signInTexts(shell.language);
  const field = {
    type: 'password',
    autocomplete: 'new-password',
    maxlength: longestPassword + 1,
    required: true,
  } as const;
  return (
    <>
      <TextField
        {...field}
        name="password"
        label={texts.newPassword}
        help={texts.newPasswordHelp}
        error={errorFor(errors, 'password')}
      />
      <TextField
        {...field}
        name="repeatedPassword"
        label={texts.repeated}
        error={errorFor(errors, 'repeatedPassword')}
      />
    </>
  );
}

export function LinkGonePage({ shell, reason }: { shell: Shell; reason: Exclude<LinkAnswer['kind'], 'open'> }) {
  const texts = signInTexts(shell.language);
  const lead = { unknown: texts.linkUnknown, expired: texts.linkExpired, used: texts.linkUsed }[reason];
  return (
    <Page shell={shell} title={texts.linkGoneTitle} lead={lead} narrow>
      <BackToSignIn shell={shell} />
    </Page>
  );
}

function BackToSignIn({ shell }: { shell: Shell }) {
  return <LinkButton href="/logga-in">{signInTexts(shell.language).back}</LinkButton>;
}
