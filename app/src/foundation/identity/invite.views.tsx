import { LinkButton, Page, type Shell } from '../ui/index.ts';
import { profileTexts } from './profile.texts.ts';

interface InviteLinkPageProps {
  readonly shell: Shell;
  readonly name: string;
  readonly link: string;
  readonly back: string;
}

/** Only where mail is off: the administrator carries the link. */
export function InviteLinkPage({ shell, name, link, back }: InviteLinkPageProps) {
  const texts = profileTexts(shell.language);
  return (
    <Page shell={shell} title={texts.inviteLinkTitle} lead={texts.inviteLinkLead(name)} narrow>
      <p>
        {texts.inviteLink}: <code>{link}</code>
      </p>
      <p>
        <LinkButton href={back}>{texts.toPerson}</LinkButton>
      </p>
    </Page>
  );
}
