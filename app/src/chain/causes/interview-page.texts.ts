import { counted, defineTexts } from '../../foundation/texts/index.ts';

export const interviewPageTexts = defineTexts(
  {
    title: (focus: string) => `Intervjuer: ${focus}`,
    lead: (interviews: number, roles: number, passages: number, causes: number) =>
      interviews === 0
        ? 'Ingen intervju är gjord än. Välj en guide och fråga dem som gör arbetet.'
        : `${interviews === 1 ? '1 intervju' : `${interviews} intervjuer`} med ${roles === 1 ? 'en roll' : `${roles} roller`}. ${passages === 0 ? 'Inget avsnitt är kodat till en orsak än.' : `${passages} avsnitt är ${passages === 1 ? 'kodat' : 'kodade'} till ${causes === 1 ? 'en orsak' : `${causes} orsaker`}.`}`,
    create: 'Ny intervju',
    guides: 'Intervjuguider',
    list: 'Intervjuer',
    columns: { role: 'Roll', held: 'Datum', unit: 'Enhet', passages: 'Kodade avsnitt' },
    counts: {
      heading: 'Vad rollerna säger om orsakerna',
      help: 'Antal kodade avsnitt. Inom parentes de som talar emot orsaken.',
      cause: 'Orsak',
      all: 'Alla',
      cell: (n: number, against: number) => (against === 0 ? String(n) : `${n} (${against})`),
    },
    answers: {
      heading: 'Frågor och svar',
      answered: (n: number, of: number) => `${n} av ${counted(of, 'fråga', 'frågor')} har svar.`,
      passages: (n: number) =>
        n === 0 ? 'Inget är kodat till en orsak än.' : n === 1 ? 'Ett avsnitt är kodat.' : `${n} avsnitt är kodade.`,
      help: 'Skriv vad som sades, helst med den intervjuades egna ord. Skriv inte namn.',
      save: 'Spara svaren',
      saved: 'Svaren är sparade.',
      conflict:
        'Någon annan har skrivit i intervjun under tiden. Deras svar står ovanför ditt; skriv det som ska gälla och spara igen.',
      theirs: 'Svaret som sparades under tiden:',
      tooLong: 'Ett svar är för långt: högst 20 000 tecken.',
      none: 'Inte besvarad',
    },
    coding: {
      heading: 'Koda ett avsnitt',
      help: 'Markera text i ett svar, eller klistra in avsnittet här. Det blir underlag för orsaken.',
      passage: 'Avsnitt',
      cause: 'Orsak',
      chooseCause: 'Välj orsak',
      stance: 'Avsnittet talar',
      supports: 'för orsaken',
      contradicts: 'emot orsaken',
      strength: 'Styrka',
      strengths: { s1: 'svagt', s2: 'rimligt', s3: 'starkt' },
      notJudged: 'Inte bedömd',
      save: 'Koda till orsaken',
      saved: 'Avsnittet är kodat och står nu som underlag för orsaken.',
      noCauses: 'Det finns ingen orsak att koda till än. Skriv den först i tabellen eller trädet.',
      coded: 'Kodade avsnitt',
      speaks: 'Talar',
    },
    start: {
      button: 'Lägg till startguiden',
      title: 'Startguide: sök orsaker',
      purpose: 'Förstå varför det ser ut som det gör, från dem som gör arbetet.',
      done: 'Startguiden är nu er egen. Ändra frågorna som ni vill.',
      questions: {
        q1: 'Berätta om ditt arbete och din roll i verksamheten.',
        q2: 'Hur märks problemet i ditt arbete?',
        q3: 'Sedan när är det så, och vad hände då?',
        q4: 'Vad tror du att det beror på?',
        q5: 'Varför är det så?',
        q6: 'Vad har ni prövat, och vad blev det av det?',
        q7: 'Var fungerar det bra, och vad är annorlunda där?',
        q8: 'Vad skulle du ändra om du fick bestämma?',
        q9: 'Är det något vi borde ha frågat om?',
      },
    },
  },
  {
    title: (focus) => `Interviews: ${focus}`,
    lead: (interviews, roles, passages, causes) =>
      interviews === 0
        ? 'No interview has been held yet. Choose a guide and ask those who do the work.'
        : `${interviews === 1 ? '1 interview' : `${interviews} interviews`} with ${roles === 1 ? 'one role' : `${roles} roles`}. ${passages === 0 ? 'No passage has been coded to a cause yet.' : `${passages === 1 ? '1 passage is' : `${passages} passages are`} coded to ${causes === 1 ? 'one cause' : `${causes} causes`}.`}`,
    create: 'New interview',
    guides: 'Interview guides',
    list: 'Interviews',
    columns: { role: 'Role', held: 'Date', unit: 'Unit', passages: 'Coded passages' },
    counts: {
      heading: 'What the roles say about the causes',
      help: 'Number of coded passages. In parentheses those that speak against the cause.',
      cause: 'Cause',
      all: 'All',
      cell: (n, against) => (against === 0 ? String(n) : `${n} (${against})`),
    },
    answers: {
      heading: 'Questions and answers',
      answered: (n, of) => `${n} of ${counted(of, 'question', 'questions')} have an answer.`,
      passages: (n) =>
        n === 0
          ? 'Nothing has been coded to a cause yet.'
          : n === 1
            ? 'One passage is coded.'
            : `${n} passages are coded.`,
      help: "Write what was said, preferably in the respondent's own words. Write no names.",
      save: 'Save the answers',
      saved: 'The answers are saved.',
      conflict:
        'Somebody else has written in the interview meanwhile. Their answer stands above yours; write what should hold and save again.',
      theirs: 'The answer that was saved meanwhile:',
      tooLong: 'An answer is too long: at most 20 000 characters.',
      none: 'Not answered',
    },
    coding: {
      heading: 'Code a passage',
      help: 'Select text in an answer, or paste the passage here. It becomes evidence for the cause.',
      passage: 'Passage',
      cause: 'Cause',
      chooseCause: 'Choose a cause',
      stance: 'The passage speaks',
      supports: 'for the cause',
      contradicts: 'against the cause',
      strength: 'Strength',
      strengths: { s1: 'weak', s2: 'fair', s3: 'strong' },
      notJudged: 'Not judged',
      save: 'Code to the cause',
      saved: 'The passage is coded and is now evidence for the cause.',
      noCauses: 'There is no cause to code to yet. Write it first in the table or the tree.',
      coded: 'Coded passages',
      speaks: 'Speaks',
    },
    start: {
      button: 'Add the start guide',
      title: 'Start guide: look for causes',
      purpose: 'Understand why things are as they are, from those who do the work.',
      done: 'The start guide is now your own. Change the questions as you like.',
      questions: {
        q1: 'Tell us about your work and your role in the operation.',
        q2: 'How is the problem noticed in your work?',
        q3: 'Since when is it so, and what happened then?',
        q4: 'What do you think it depends on?',
        q5: 'Why is that so?',
        q6: 'What have you tried, and what came of it?',
        q7: 'Where does it work well, and what is different there?',
        q8: 'What would you change if it were for you to decide?',
        q9: 'Is there something that we should have asked?',
      },
    },
  },
);
