import { defineTexts } from '../../foundation/texts/index.ts';

export const guideTexts = defineTexts(
  {
    title: 'Intervjuguider',
    one: 'intervjuguide',
    lead: 'Samma frågor till alla gör svaren jämförbara. Varje intervju behåller frågorna som de löd då.',
    create: 'Ny intervjuguide',
    empty: 'Ingen egen guide än',
    emptyHelp: 'Börja med den färdiga guiden och ändra den, eller skriv en egen.',
    fields: { title: 'Guide', purpose: 'Syfte', questions: 'Frågor' },
    help: { questions: 'En fråga per rad.' },
  },
  {
    title: 'Interview guides',
    one: 'interview guide',
    lead: 'The same questions to all make the answers comparable. Each interview keeps the questions as they read then.',
    create: 'New interview guide',
    empty: 'No guide of your own yet',
    emptyHelp: 'Begin with the ready-made guide and change it, or write your own.',
    fields: { title: 'Guide', purpose: 'Purpose', questions: 'Questions' },
    help: { questions: 'One question on each line.' },
  },
);

export const interviewTexts = defineTexts(
  {
    title: 'Intervjuer',
    one: 'intervju',
    lead: 'Vad de som gör arbetet säger. Skriv roll i stället för namn.',
    create: 'Ny intervju',
    empty: 'Ingen intervju än',
    emptyHelp: 'Välj en guide och skriv ned svaren fråga för fråga.',
    fields: {
      respondentRole: 'Den intervjuades roll',
      focusArea: 'Fokusområde',
      heldOn: 'Datum',
      unit: 'Enhet',
      guide: 'Guide',
      notes: 'Övriga anteckningar',
    },
    help: {
      respondentRole: 'Till exempel Undersköterska eller Enhetschef. Namn behövs inte.',
      guide: 'Lämnas den tom används den färdiga startguiden.',
    },
  },
  {
    title: 'Interviews',
    one: 'interview',
    lead: 'What those who do the work say. Write the role instead of a name.',
    create: 'New interview',
    empty: 'No interview yet',
    emptyHelp: 'Choose a guide and write the answers down question by question.',
    fields: {
      respondentRole: 'Role of the respondent',
      focusArea: 'Focus area',
      heldOn: 'Date',
      unit: 'Unit',
      guide: 'Guide',
      notes: 'Other notes',
    },
    help: {
      respondentRole: 'For example Assistant nurse or Unit manager. No name is needed.',
      guide: 'Left empty, the ready-made start guide is used.',
    },
  },
);
