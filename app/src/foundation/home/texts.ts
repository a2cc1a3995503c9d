import { defineTexts } from '../texts/index.ts';

const numberWords = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const numberWordsEn = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const inWords = (n: number) => numberWords[n] ?? String(n);
const inEnglishWords = (n: number) => numberWordsEn[n] ?? String(n);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const homeTexts = defineTexts(
  {
    title: (municipality: string) => municipality,
    lead: {
      firstSteps: (left: number) =>
        left === 1
          ? 'Ett steg återstår innan allt är på plats.'
          : `${capital(inWords(left))} steg återstår innan allt är på plats.`,
      late: (late: number, waiting: number) =>
        late === waiting
          ? `${late === 1 ? 'En sak väntar på dig och är sen' : `${capital(inWords(late))} saker väntar på dig och alla är sena`}.`
          : `${capital(inWords(waiting))} saker väntar på dig, ${late === 1 ? 'en av dem är sen' : `${inWords(late)} av dem är sena`}.`,
      waiting: (waiting: number) =>
        waiting === 1
          ? 'En sak väntar på dig, ingenting är sent.'
          : `${capital(inWords(waiting))} saker väntar på dig, ingenting är sent.`,
      calm: 'Ingenting väntar på dig just nu. Hjulet visar var arbetet står.',
    },
    mine: 'Mitt',
    mineNone: 'Ingenting väntar på dig',
    mineNoneHelp: 'Här samlas det som du ansvarar för: det som ska göras, när, och det som är sent.',
    late: (days: number) => (days === 1 ? '1 dag sen' : `${days} dagar sen`),
    noDay: 'utan datum',
    news: 'nytt',
    effects: 'Har det gett effekt?',
    effectsNone: 'Än så länge inget att mäta',
    effectsNoneHelp: 'När en åtgärd är genomförd visas här hur det gick för nyckeltalet som analysen började med.',
    first: 'Börja här',
    firstDone: 'klart',
    firstDo: 'gör nu',
    front: {
      title: 'Samband',
      lead: 'Se hur kommunens resurser, volymer och kvalitet hänger ihop. Hitta orsakerna, gör något åt dem, och visa att det gav effekt.',
      how: 'Samband följer ett förbättringsarbete från början till slut: från nuläget i nyckeltalen, genom orsaker, åtgärdsförslag och beslut, till effekten på samma nyckeltal som analysen började med.',
      plan: 'Planera: vad vill vi?',
      planText: 'Uppdrag, mål, resurser och handlingsplan på ett ställe.',
      analyse: 'Följa upp och analysera: vad vet vi?',
      analyseText: 'Nyckeltal ur Kolada mot liknande kommuner, det som sticker ut, och varför.',
      act: 'Åtgärda: vad gör vi?',
      actText: 'Konsekvenser, prioritering och beslut, och sedan uppföljning av effekten.',
      signIn: 'Logga in',
      example: 'Se dig omkring i exempelkommunen',
      exampleText: (name: string) => `${name} och alla dess siffror är påhittade. Välj en roll att se Samband som.`,
      about: 'Om Samband och varifrån siffrorna kommer',
    },
  },
  {
    title: (municipality) => municipality,
    lead: {
      firstSteps: (left) =>
        left === 1
          ? 'One step remains before everything is in place.'
          : `${capital(inEnglishWords(left))} steps remain before everything is in place.`,
      late: (late, waiting) =>
        late === waiting
          ? `${late === 1 ? 'One thing waits for you and is late' : `${capital(inEnglishWords(late))} things wait for you and all are late`}.`
          : `${capital(inEnglishWords(waiting))} things wait for you, ${late === 1 ? 'one of them is late' : `${inEnglishWords(late)} of them are late`}.`,
      waiting: (waiting) =>
        waiting === 1
          ? 'One thing waits for you, nothing is late.'
          : `${capital(inEnglishWords(waiting))} things wait for you, nothing is late.`,
      calm: 'Nothing waits for you right now. The wheel shows where the work stands.',
    },
    mine: 'Mine',
    mineNone: 'Nothing waits for you',
    mineNoneHelp: 'What you are responsible for gathers here: what is to be done, when, and what is late.',
    late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
    noDay: 'no date',
    news: 'new',
    effects: 'Did it have an effect?',
    effectsNone: 'Nothing to measure yet',
    effectsNoneHelp:
      'When an action has been carried out, this shows how it went for the key figure that the analysis began with.',
    first: 'Begin here',
    firstDone: 'done',
    firstDo: 'do now',
    front: {
      title: 'Samband',
      lead: 'See how the municipality’s resources, volumes and quality hang together. Find the causes, act on them, and show that it had effect.',
      how: 'Samband follows an improvement from beginning to end: from the situation in key figures, through causes, proposals and decisions, to the effect on the same key figure that the analysis began with.',
      plan: 'Plan: what do we want?',
      planText: 'Assignment, goals, resources and plan of action in one place.',
      analyse: 'Follow up and analyse: what do we know?',
      analyseText: 'Key figures from Kolada against similar municipalities, what stands out, and why.',
      act: 'Act: what do we do?',
      actText: 'Consequences, priorities and decisions, and then following up the effect.',
      signIn: 'Sign in',
      example: 'Look around in the example municipality',
      exampleText: (name) => `${name} and all its figures are invented. Choose a role to see Samband as.`,
      about: 'About Samband and where the figures come from',
    },
  },
);

export type HomeTexts = ReturnType<typeof homeTexts>;
