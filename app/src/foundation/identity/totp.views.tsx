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
import { profileTexts } from './profile.texts.ts';

interface TotpSetUpPageProps {
  readonly shell: Shell;
  readonly secret: string;
  /** The secret as it travels in the form. */
  readonly sealed: string;
  /** The QR code as SVG. */
  readonly picture: string;
  readonly errors?: readonly FieldError[];
}

export function TotpSetUpPage({ shell, secret, sealed, picture, errors = [] }: TotpSetUpPageProps) {
  const texts = profileTexts(shell.language);
  return (
    <Page shell={shell} title={texts.totpTitle} lead={texts.totpLead} crumbs={crumbs(texts, texts.totpTitle)} narrow>
      <p>
        <img
          src={`data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`}
          alt={texts.totpPicture}
          width="220"
          height="220"
        />
      </p>
      <p>
        {texts.totpByHand}
        <br />
        <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      {/* Answered by the page with the recovery codes, not by a redirect as Turbo wants it. */}
      <div data-turbo="false">
        <Form action="/mitt-konto/engangskod" errors={errors} hidden={{ sealed }}>
          <TextField
            name="code"
            label={texts.totpCode}
            inputmode="numeric"
            autocomplete="one-time-code"
            size={8}
            error={errorFor(errors, 'code')}
            required
          />
          <TextField
            name="proofPassword"
            label={texts.current}
            type="password"
            autocomplete="current-password"
            error={errorFor(errors, 'proofPassword')}
            required
          />
          <FormActions>
            <Button>{texts.totpSetUp}</Button>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

export function RecoveryCodesPage({ shell, codes }: { shell: Shell; codes: readonly string[] }) {
  const texts = profileTexts(shell.language);
  return (
    <Page
      shell={shell}
      title={texts.totpDoneTitle}
      lead={texts.recoveryLead}
      crumbs={crumbs(texts, texts.totpDoneTitle)}
      narrow
    >
      <h2>{texts.recovery}</h2>
      <ol>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <LinkButton href="/mitt-konto" variant="primary">
          {texts.done}
        </LinkButton>
      </p>
    </Page>
  );
}

function crumbs(texts: ReturnType<typeof profileTexts>, here: string) {
  return [{ href: '/mitt-konto', label: texts.title }, { label: here }];
}
