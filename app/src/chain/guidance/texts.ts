import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    save: 'Spara svaren',
    saved: 'Svaren är sparade. De finns i dokumentationen.',
    hide: 'Dölj frågorna',
    show: 'Visa frågorna',
    documentation: 'Alla frågor och svar',
    help: 'Svaren sparas för fokusområdet och blir en del av dokumentationen. Inget måste besvaras.',
    answered: (n: number, of: number) => `${n} av ${of} besvarade`,
    title: 'Frågor och svar',
    titleOf: (name: string) => `Frågor och svar: ${name}`,
    lead: (n: number) =>
      n === 0
        ? 'Inga frågor är besvarade än. Frågorna står bredvid arbetet i varje fas.'
        : n === 1
          ? 'En fråga är besvarad.'
          : `${n} frågor är besvarade.`,
    answer: 'Svara på frågorna',
    work: {
      gather: 'Till nuläget',
      focus: 'Till fokus',
      causes: 'Till orsakerna',
      conclude: 'Till slutsatserna',
      deviation: 'Till orsakerna',
    },
    noAnswer: 'Inte besvarad',
    conflict:
      'Någon annan har svarat under tiden. Deras svar står ovanför ditt; skriv det som ska gälla och spara igen.',
    theirs: 'Svaret som sparades under tiden:',
    tooLong: 'Svaret är för långt: högst 20 000 tecken.',
    vocabularyHelp: 'Frågorna som står bredvid arbetet i fasen. Svar som redan är skrivna behåller sin fråga.',
    changed: (when: string, who: string) => `${when}, ${who}`,
    someone: 'Någon',
  },
  {
    save: 'Save the answers',
    saved: 'The answers are saved. They are found in the documentation.',
    hide: 'Hide the questions',
    show: 'Show the questions',
    documentation: 'All questions and answers',
    help: 'The answers are saved for the focus area and become part of the documentation. Nothing has to be answered.',
    answered: (n, of) => `${n} of ${of} answered`,
    title: 'Questions and answers',
    titleOf: (name) => `Questions and answers: ${name}`,
    lead: (n) =>
      n === 0
        ? 'No questions have been answered yet. The questions stand beside the work in each phase.'
        : n === 1
          ? 'One question has been answered.'
          : `${n} questions have been answered.`,
    answer: 'Answer the questions',
    work: {
      gather: 'To the situation',
      focus: 'To the focus',
      causes: 'To the causes',
      conclude: 'To the conclusions',
      deviation: 'To the causes',
    },
    noAnswer: 'Not answered',
    conflict:
      'Somebody else has answered meanwhile. Their answer stands above yours; write what should hold and save again.',
    theirs: 'The answer that was saved meanwhile:',
    tooLong: 'The answer is too long: at most 20 000 characters.',
    vocabularyHelp:
      'The questions that stand beside the work in the phase. Answers already written keep their question.',
    changed: (when, who) => `${when}, ${who}`,
    someone: 'Somebody',
  },
);
