import { defineTexts } from '../texts/index.ts';

/** A person's account as an administrator sees it. */
export const accountTexts = defineTexts(
  {
    heading: 'Konto',
    signsInAs: (email: string) => `Loggar in som ${email}.`,
    chosen: 'Lösenordet är valt.',
    notChosen: 'Lösenordet är inte valt än.',
    totp: 'Engångskoder',
    totpOn: 'Engångskoder är påslagna.',
    totpOff: 'Engångskoder är avstängda.',
    sessions: (n: number) =>
      n === 0 ? 'Inte inloggad nu.' : n === 1 ? 'Inloggad på ett ställe.' : `Inloggad på ${n} ställen.`,
    own: 'Det här är ditt eget konto. Lösenord och engångskoder sköter du under',
    ownLink: 'Mitt konto',
    invitation: 'Inbjudan',
    invite: 'Bjud in till Samband',
    inviteHelp: 'Personen får ett brev med en länk för att välja lösenord.',
    inviteAgainHelp: 'En ny länk skickas, och den förra slutar gälla.',
    inviteNeedsEmail: 'Fyll i en e-postadress för att kunna bjuda in personen.',
    resetTotp: 'Nollställ engångskoderna',
    totpResetHelp:
      'För den som har blivit av med både telefon och återställningskoder. Sedan räcker lösenordet, tills personen slår på engångskoder på nytt. Kontrollera att det verkligen är personen som ber om det.',
    totpReset: (name: string) => `Engångskoderna för ${name} är nollställda. Personen får besked med e-post.`,
    switching: 'Avstängning',
    disable: 'Stäng av kontot',
    disableHelp:
      'Personen loggas ut överallt och kan inte logga in. Allt som personen har gjort finns kvar. Det går att ångra.',
    disabled: (name: string) => `Kontot för ${name} är avstängt. Det går att öppna igen här på sidan.`,
    disabledNotice: 'Kontot är avstängt. Personen kan inte logga in.',
    enable: 'Öppna kontot igen',
    enableHelp: 'Personen kan logga in igen, med samma lösenord som förut.',
    enabled: (name: string) => `Kontot för ${name} är öppet igen.`,
    refusals: {
      noAccount: 'Personen har inget konto.',
      ownAccount: 'Det egna kontot kan du inte stänga av eller nollställa. Be en annan administratör.',
      changedMeanwhile: 'Kontot har ändrats under tiden. Läs igenom hur det står till nu och försök igen.',
    },
  },
  {
    heading: 'Account',
    signsInAs: (email) => `Signs in as ${email}.`,
    chosen: 'The password has been chosen.',
    notChosen: 'The password has not been chosen yet.',
    totp: 'One-time codes',
    totpOn: 'One-time codes are on.',
    totpOff: 'One-time codes are off.',
    sessions: (n) =>
      n === 0 ? 'Not signed in now.' : n === 1 ? 'Signed in in one place.' : `Signed in in ${n} places.`,
    own: 'This is your own account. You look after password and one-time codes under',
    ownLink: 'My account',
    invitation: 'Invitation',
    invite: 'Invite to Samband',
    inviteHelp: 'The person gets a letter with a link for choosing a password.',
    inviteAgainHelp: 'A new link is sent, and the one before stops working.',
    inviteNeedsEmail: 'Fill in an e-mail address to be able to invite the person.',
    resetTotp: 'Reset the one-time codes',
    totpResetHelp:
      'For somebody who has lost both phone and recovery codes. After that the password is enough, until the person switches one-time codes on anew. Make sure that it really is the person who asks.',
    totpReset: (name) => `The one-time codes of ${name} have been reset. The person is told by e-mail.`,
    switching: 'Switching off',
    disable: 'Switch the account off',
    disableHelp:
      'The person is signed out everywhere and cannot sign in. All that the person has done stays. This can be undone.',
    disabled: (name) => `The account of ${name} is off. It can be opened again on this page.`,
    disabledNotice: 'The account is off. The person cannot sign in.',
    enable: 'Open the account again',
    enableHelp: 'The person can sign in again, with the same password as before.',
    enabled: (name) => `The account of ${name} is open again.`,
    refusals: {
      noAccount: 'The person has no account.',
      ownAccount: 'You cannot switch off or reset your own account. Ask another administrator.',
      changedMeanwhile: 'The account has been changed meanwhile. Read how it stands now and try again.',
    },
  },
);
