import { defineTexts } from '../texts/index.ts';

/** The mails, as plain text: they are read in every program, and there is nothing in them to draw. */
export const mailTexts = defineTexts(
  {
    invitation: {
      subject: (municipality: string) => `Välkommen till Samband i ${municipality}`,
      text: (name: string, inviter: string, municipality: string, link: string, until: string) =>
        `Hej ${name}!

${inviter} har bjudit in dig till Samband, där ${municipality} följer resurser, volymer och kvalitet.

Öppna länken och välj ett lösenord:
${link}

Länken gäller en gång, till och med ${until}. Har den hunnit gå ut, be om en ny inbjudan.
Väntade du dig inte det här kan du strunta i mejlet; ingenting händer då.
`,
    },
    reset: {
      subject: (municipality: string) => `Nytt lösenord till Samband i ${municipality}`,
      text: (name: string, municipality: string, link: string, until: string) =>
        `Hej ${name}!

Någon, troligen du, har bett om ett nytt lösenord till Samband i ${municipality}.

Öppna länken och välj ett nytt lösenord:
${link}

Länken gäller en gång, till och med ${until}.
Var det inte du? Då behöver du inte göra något. Ditt lösenord är oförändrat.
`,
    },
    passwordChanged: {
      subject: 'Ditt lösenord till Samband har ändrats',
      text: (name: string, municipality: string, at: string) =>
        `Hej ${name}!

Ditt lösenord till Samband i ${municipality} ändrades ${at}. Alla andra inloggningar har avslutats.

Var det inte du? Välj ”Glömt lösenordet” på inloggningssidan genast och hör av dig till kommunens administratör.
`,
    },
    totpReset: {
      subject: 'Dina engångskoder till Samband har nollställts',
      text: (name: string, by: string, municipality: string, at: string) =>
        `Hej ${name}!

${by} nollställde dina engångskoder till Samband i ${municipality} ${at}. Nu räcker lösenordet för att logga in.

Slå på engångskoder på nytt under Mitt konto. Bad du inte om det här, hör av dig till kommunens administratör.
`,
    },
  },
  {
    invitation: {
      subject: (municipality) => `Welcome to Samband in ${municipality}`,
      text: (name, inviter, municipality, link, until) =>
        `Hello ${name},

${inviter} has invited you to Samband, where ${municipality} follows resources, volumes and quality.

Open the link and choose a password:
${link}

The link works once, until ${until}. If it has run out, ask for a new invitation.
If you did not expect this, ignore it; nothing will happen.
`,
    },
    reset: {
      subject: (municipality) => `New password for Samband in ${municipality}`,
      text: (name, municipality, link, until) =>
        `Hello ${name},

Somebody, probably you, has asked for a new password for Samband in ${municipality}.

Open the link and choose a new password:
${link}

The link works once, until ${until}.
Was it not you? Then you need not do anything. Your password is unchanged.
`,
    },
    passwordChanged: {
      subject: 'Your password for Samband has been changed',
      text: (name, municipality, at) =>
        `Hello ${name},

Your password for Samband in ${municipality} was changed ${at}. All other sessions have been ended.

Was it not you? Choose “Forgotten your password” on the sign-in page at once and contact the municipality’s administrator.
`,
    },
    totpReset: {
      subject: 'Your one-time codes for Samband have been reset',
      text: (name, by, municipality, at) =>
        `Hello ${name}!

${by} reset your one-time codes for Samband in ${municipality} at ${at}. Your password is now enough to sign in.

Switch one-time codes on anew under My account. If you did not ask for this, tell the municipality’s administrator.
`,
    },
  },
);
