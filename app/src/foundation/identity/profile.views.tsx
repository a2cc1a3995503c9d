import { languages } from '../texts/index.ts';
import {
  Button,
  type Column,
  DataTable,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  formatDateTime,
  LinkButton,
  Notice,
  Page,
  Radios,
  type Shell,
  TextField,
} from '../ui/index.ts';
import { TokensSection } from './api-token.views.tsx';
import { NewPasswordFields } from './link.views.tsx';
import type { Profile } from './profile.commands.ts';
import { profileTexts } from './profile.texts.ts';
import type { ListedSession } from './session.store.ts';

interface ProfilePageProps {
  readonly shell: Shell;
  readonly profile: Profile;
  readonly sessionId: string;
  /** Which of the forms the errors belong to. */
  readonly form?: 'you' | 'password' | 'totp';
  readonly errors?: readonly FieldError[];
  readonly typedName?: string;
}

export function ProfilePage(props: ProfilePageProps) {
  const { shell, profile } = props;
  const texts = profileTexts(shell.language);
  return (
    <Page shell={shell} title={texts.title} crumbs={[{ label: texts.title }]} narrow>
      <YouForm {...props} errors={props.form === 'you' ? props.errors : []} />
      <Sessions {...props} />
      <TokensSection shell={shell} />
      {profile.account.passwordHash === null ? (
        <Notice>
          <p>{texts.withoutPassword}</p>
        </Notice>
      ) : (
        <>
          <PasswordForm shell={shell} errors={props.form === 'password' ? props.errors : []} />
          <Totp shell={shell} profile={profile} errors={props.form === 'totp' ? props.errors : []} />
        </>
      )}
    </Page>
  );
}

function YouForm({ shell, profile, errors = [], typedName }: Omit<ProfilePageProps, 'errors'> & WithErrors) {
  const texts = profileTexts(shell.language);
  return (
    <section aria-labelledby="om-dig">
      <h2 id="om-dig">{texts.you}</h2>
      <Form action="/mitt-konto" errors={errors} hidden={{ version: profile.version }}>
        <TextField
          name="name"
          label={texts.name}
          value={typedName ?? profile.name}
          autocomplete="name"
          error={errorFor(errors, 'name')}
          required
        />
        <p>
          {texts.email}: <strong>{profile.account.email}</strong>
          <br />
          <span class="muted">{texts.emailHelp}</span>
        </p>
        <Radios
          name="language"
          label={texts.language}
          options={languages.map((value) => ({ value, label: texts.languages[value] }))}
          value={profile.account.language ?? shell.language}
          inline
          required
        />
        <Radios
          name="weeklyDigest"
          label={texts.digest}
          help={texts.digestHelp}
          options={(['on', 'off'] as const).map((value) => ({ value, label: texts.digestChoice[value] }))}
          value={profile.account.weeklyDigest ? 'on' : 'off'}
          inline
          required
        />
        <FormActions>
          <Button>{texts.save}</Button>
        </FormActions>
      </Form>
    </section>
  );
}

function Sessions({ shell, profile, sessionId }: ProfilePageProps) {
  const texts = profileTexts(shell.language);
  return (
    <section>
      <h2>{texts.sessions}</h2>
      <p>{texts.sessionsLead}</p>
      <DataTable
        caption={texts.sessions}
        quietCaption
        columns={sessionColumns(texts, sessionId)}
        rows={profile.sessions}
        highlight={({ id }) => id === sessionId}
      />
      {profile.sessions.length > 1 && (
        <Form action="/mitt-konto/sessioner/avsluta-andra">
          <FormActions>
            <Button variant="secondary">{texts.endOthers}</Button>
          </FormActions>
        </Form>
      )}
    </section>
  );
}

function sessionColumns(texts: ReturnType<typeof profileTexts>, ownId: string): Column<ListedSession>[] {
  const machine = ({ userAgent }: ListedSession) => userAgent || texts.unknownMachine;
  return [
    {
      key: 'machine',
      label: texts.machine,
      cell: (session) => `${machine(session)}${session.id === ownId ? ` (${texts.thisOne})` : ''}`,
    },
    { key: 'from', label: texts.from, cell: ({ origin }) => origin },
    { key: 'began', label: texts.began, cell: ({ createdAt }) => formatDateTime(createdAt) },
    { key: 'seen', label: texts.seen, cell: ({ lastSeenAt }) => formatDateTime(lastSeenAt) },
    {
      key: 'end',
      label: texts.actions,
      quietLabel: true,
      cell: (session) =>
        session.id === ownId ? (
          ''
        ) : (
          <Form action={`/mitt-konto/sessioner/${session.id}/avsluta`}>
            <Button
              variant="secondary"
              small
              label={texts.endLabel(machine(session), formatDateTime(session.lastSeenAt))}
            >
              {texts.end}
            </Button>
          </Form>
        ),
    },
  ];
}

interface WithErrors {
  readonly errors?: readonly FieldError[] | undefined;
}

function PasswordForm({ shell, errors = [] }: { shell: Shell } & WithErrors) {
  const texts = profileTexts(shell.language);
  return (
    <section>
      <h2>{texts.password}</h2>
      <Form action="/mitt-konto/losenord" errors={errors}>
        <TextField
          name="currentPassword"
          label={texts.current}
          type="password"
          autocomplete="current-password"
          error={errorFor(errors, 'currentPassword')}
          required
        />
        <NewPasswordFields shell={shell} errors={errors} />
        <FormActions>
          <Button variant="secondary">{texts.changePassword}</Button>
        </FormActions>
      </Form>
    </section>
  );
}

function Totp({ shell, profile, errors = [] }: { shell: Shell; profile: Profile } & WithErrors) {
  const texts = profileTexts(shell.language);
  const { hasTotp, recoveryHashes } = profile.account;
  return (
    <section>
      <h2>{texts.totp}</h2>
      <p>{hasTotp ? texts.totpOn(recoveryHashes.length) : texts.totpOff}</p>
      {hasTotp ? (
        <Form action="/mitt-konto/engangskod/av" errors={errors}>
          <TextField
            name="proofPassword"
            label={texts.current}
            type="password"
            autocomplete="current-password"
            error={errorFor(errors, 'proofPassword')}
            required
          />
          <FormActions>
            <Button variant="danger">{texts.totpStop}</Button>
          </FormActions>
        </Form>
      ) : (
        <p>
          <LinkButton href="/mitt-konto/engangskod">{texts.totpSetUp}</LinkButton>
        </p>
      )}
    </section>
  );
}
