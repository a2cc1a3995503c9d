import type { Language } from '../texts/index.ts';
import { Button, Form, Notice } from '../ui/index.ts';
import type { Account } from './account.store.ts';
import { accountTexts } from './account.texts.ts';
import { isEmail, normaliseEmail } from './email.rules.ts';
import type { PersonRow } from './person.store.ts';

interface AccountPanelProps {
  readonly personId: string;
  readonly person: PersonRow;
  readonly account: Account | undefined;
  readonly sessions: number;
  /** The administrator's own page: one's own account is looked after under "Mitt konto". */
  readonly own: boolean;
  readonly language: Language;
}

export function AccountPanel(props: AccountPanelProps) {
  const { personId, person, account, sessions, own, language } = props;
  const t = accountTexts(language);
  const path = `/personer/${personId}`;
  const version = account?.version ?? 0;
  return (
    <section>
      <h2>{t.heading}</h2>
      {account?.disabled === true && (
        <Notice kind="warning">
          <p>{t.disabledNotice}</p>
        </Notice>
      )}
      {account && (
        <p>
          {t.signsInAs(account.email)} {account.passwordHash === null ? t.notChosen : t.chosen}{' '}
          {account.hasTotp ? t.totpOn : t.totpOff} {t.sessions(sessions)}
        </p>
      )}
      {own ? (
        <p class="muted">
          {t.own} <a href="/mitt-konto">{t.ownLink}</a>.
        </p>
      ) : (
        <>
          {person.active && account?.disabled !== true && (account?.passwordHash ?? null) === null && (
            <Invitation path={path} email={person.email ?? ''} again={account !== undefined} language={language} />
          )}
          {account?.hasTotp === true && (
            <Form action={`${path}/engangskoder`} hidden={{ version }}>
              <h3>{t.totp}</h3>
              <p class="muted">{t.totpResetHelp}</p>
              <Button variant="secondary">{t.resetTotp}</Button>
            </Form>
          )}
          {account && (
            <Form action={`${path}/konto`} hidden={{ version, open: account.disabled ? 'on' : 'off' }}>
              <h3>{t.switching}</h3>
              <p class="muted">{account.disabled ? t.enableHelp : t.disableHelp}</p>
              <Button variant={account.disabled ? 'secondary' : 'danger'}>
                {account.disabled ? t.enable : t.disable}
              </Button>
            </Form>
          )}
        </>
      )}
    </section>
  );
}

interface InvitationProps {
  readonly path: string;
  readonly email: string;
  readonly again: boolean;
  readonly language: Language;
}

function Invitation({ path, email, again, language }: InvitationProps) {
  const t = accountTexts(language);
  if (!isEmail(normaliseEmail(email))) return <p class="muted">{t.inviteNeedsEmail}</p>;
  // Where mail is off the answer is a page with the link, and Turbo shows no answer to a post but a redirect.
  return (
    <div data-turbo="false">
      <Form action={`${path}/bjud-in`}>
        <h3>{t.invitation}</h3>
        <p class="muted">{again ? t.inviteAgainHelp : t.inviteHelp}</p>
        <Button variant="secondary">{t.invite}</Button>
      </Form>
    </div>
  );
}
