import { counted, defineTexts } from '../texts/index.ts';

export const commentTexts = defineTexts(
  {
    title: 'Kommentarer',
    write: 'Skriv en kommentar',
    help: 'Skriv @ och ett namn för att nämna någon. Den som nämns får ett mejl.',
    add: 'Kommentera',
    added: 'Kommentaren är sparad.',
    untold: (names: string) =>
      `Kommentaren är sparad. Får inget mejl, eftersom sidan inte går att läsa för dem: ${names}.`,
    changed: 'Kommentaren är ändrad.',
    removed: 'Kommentaren är borttagen. Det går att ta tillbaka den.',
    takenBack: 'Kommentaren är tillbaka.',
    changedAt: (when: string) => `ändrad ${when}`,
    edit: 'Ändra',
    editLabel: (when: string) => `Ändra din kommentar från ${when}`,
    remove: 'Ta bort',
    removeLabel: (when: string) => `Ta bort din kommentar från ${when}`,
    takeBack: 'Ta tillbaka',
    takeBackLabel: (when: string) => `Ta tillbaka din kommentar från ${when}`,
    removedOne: (when: string) => `Du har tagit bort din kommentar från ${when}.`,
    earlier: (n: string) => `Visa alla ${counted(n, 'kommentar', 'kommentarer')}`,
    page: 'Kommentar',
    body: 'Kommentar',
    save: 'Spara',
    cancel: 'Avbryt',
    history: 'Tidigare lydelser',
    someone: 'Någon',
    conflict: 'Kommentaren har ändrats under tiden',
    empty: 'Skriv något först.',
    tooLong: (most: string) => `Kommentaren är för lång: högst ${most} tecken.`,
    ambiguous: (name: string) =>
      `Flera personer heter ${name}. Skriv titeln efter namnet: @${name}, titel. Förslagen visar hur den skrivs.`,
    mine: (who: string, title: string) => `${who} nämnde dig: ${title}`,
    mineNote: 'kommentar',
    mail: {
      subject: (title: string) => `Du är nämnd i en kommentar: ${title}`,
      text: (name: string, who: string, one: string, title: string, body: string, link: string) =>
        `Hej ${name}!

${who} har nämnt dig i en kommentar till ${one} ”${title}”:

${body}

Läs och svara:
${link}
`,
    },
  },
  {
    title: 'Comments',
    write: 'Write a comment',
    help: 'Write @ and a name to mention someone. Whoever is mentioned gets a mail.',
    add: 'Comment',
    added: 'The comment has been saved.',
    untold: (names) => `The comment has been saved. Get no mail, since they may not read the page: ${names}.`,
    changed: 'The comment has been changed.',
    removed: 'The comment has been removed. It can be taken back.',
    takenBack: 'The comment is back.',
    changedAt: (when) => `changed ${when}`,
    edit: 'Change',
    editLabel: (when) => `Change your comment of ${when}`,
    remove: 'Remove',
    removeLabel: (when) => `Remove your comment of ${when}`,
    takeBack: 'Take back',
    takeBackLabel: (when) => `Take back your comment of ${when}`,
    removedOne: (when) => `You have removed your comment of ${when}.`,
    earlier: (n) => `Show all ${counted(n, 'comment', 'comments')}`,
    page: 'Comment',
    body: 'Comment',
    save: 'Save',
    cancel: 'Cancel',
    history: 'Earlier wordings',
    someone: 'Someone',
    conflict: 'The comment has been changed meanwhile',
    empty: 'Write something first.',
    tooLong: (most) => `The comment is too long: at most ${most} characters.`,
    ambiguous: (name) =>
      `Several people are called ${name}. Write the title after the name: @${name}, title. The suggestions show how it is written.`,
    mine: (who, title) => `${who} mentioned you: ${title}`,
    mineNote: 'comment',
    mail: {
      subject: (title) => `You are mentioned in a comment: ${title}`,
      text: (name, who, one, title, body, link) =>
        `Hello ${name},

${who} has mentioned you in a comment on the ${one} “${title}”:

${body}

Read and answer:
${link}
`,
    },
  },
);
