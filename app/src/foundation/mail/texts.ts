import { defineTexts } from '../texts/index.ts';

export const mailTexts = defineTexts(
  {
    title: 'Post',
    administration: 'Administration',
    leadOff:
      'Ingen mejlserver är inställd. Meddelanden väntar i kön och skickas när SMTP_URL har satts och Samband startats om.',
    lead: (waiting: number) =>
      waiting === 0
        ? 'Ingenting väntar på att skickas.'
        : waiting === 1
          ? 'Ett meddelande väntar.'
          : `${waiting} meddelanden väntar.`,
    caption: (most: number) => `De senaste meddelandena, högst ${most}`,
    written: 'Skrivet',
    recipient: 'Till',
    subject: 'Ämne',
    state: 'Läge',
    states: { queued: 'Väntar', sent: 'Skickat', failed: 'Misslyckades' },
    sentAt: (at: string) => `Skickat ${at}`,
    waitsUntil: (attempts: number, at: string) => `Väntar. ${attempts} försök hittills, nästa ${at}`,
    answer: 'Mejlserverns svar',
    retry: 'Försök nu',
    retryLabel: (recipient: string) => `Försök nu med meddelandet till ${recipient}`,
    hurried: 'Ett nytt försök görs nu.',
    alreadyDone: 'Meddelandet väntar inte längre.',
    actions: 'Åtgärd',
    emptyTitle: 'Inga meddelanden har skrivits än',
    emptyText: 'Här syns inbjudningar, återställningar och påminnelser som Samband skickar med mejl.',
  },
  {
    title: 'Mail',
    administration: 'Administration',
    leadOff:
      'No mail server has been set. Messages wait in the queue and are sent once SMTP_URL is set and Samband restarted.',
    lead: (waiting) =>
      waiting === 0
        ? 'Nothing is waiting to be sent.'
        : waiting === 1
          ? 'One message is waiting.'
          : `${waiting} messages are waiting.`,
    caption: (most) => `The latest messages, at most ${most}`,
    written: 'Written',
    recipient: 'To',
    subject: 'Subject',
    state: 'State',
    states: { queued: 'Waiting', sent: 'Sent', failed: 'Failed' },
    sentAt: (at) => `Sent ${at}`,
    waitsUntil: (attempts, at) => `Waiting. ${attempts} attempts so far, next ${at}`,
    answer: 'The mail server’s answer',
    retry: 'Try now',
    retryLabel: (recipient) => `Try now with the message to ${recipient}`,
    hurried: 'A new attempt is being made.',
    alreadyDone: 'The message is no longer waiting.',
    actions: 'Action',
    emptyTitle: 'No messages have been written yet',
    emptyText: 'Invitations, resets and reminders that Samband sends by mail are shown here.',
  },
);
