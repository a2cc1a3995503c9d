import { evidence, guide, interview, saveInterviewAnswers } from '../chain/causes/index.ts';
import type { Teller } from './chain-teller.ts';

const questions = [
  'Hur märks det i ditt arbete?',
  'När är det som svårast?',
  'Vad tror du att det beror på?',
  'Vad har ni redan prövat, och vad blev det av det?',
  'Vad skulle du ändra först?',
] as const;

interface ToldInterview {
  readonly called: string;
  readonly role: string;
  readonly focus: string;
  readonly unit: string;
  readonly heldOn: (teller: Teller) => string;
  readonly notes: string;
  readonly answers: readonly string[];
  /** What was said, the cause it was coded to, whether against it, and how strongly. */
  readonly passages: readonly (readonly [string, string, 'supports' | 'contradicts', 1 | 2 | 3])[];
}

const interviews: readonly ToldInterview[] = [
  {
    called: 'interview carer',
    role: 'Undersköterska',
    focus: 'care',
    unit: 'Ekgården',
    heldOn: () => '2022-11-24',
    notes: 'Har arbetat på Ekgården i elva år.',
    answers: [
      'Jag visar en ny vikarie till rätta nästan varje vecka. De boende frågar vem som kommer i morgon.',
      'Helgerna, och veckan efter en helg med delade turer.',
      'Det rings när någon redan är borta. Ingen tittar på veckan som kommer.',
      'Vi hade en egen vikarie i två år. Det var lugnt då, men hon fick en fast tjänst någon annanstans.',
      'Ta bort de delade turerna.',
    ],
    passages: [
      ['Det rings när någon redan är borta. Ingen tittar på veckan som kommer.', 'shift by shift', 'supports', 3],
      ['Helgerna, och veckan efter en helg med delade turer.', 'split shifts', 'supports', 3],
      ['Vi hade en egen vikarie i två år. Det var lugnt då.', 'base staffing', 'supports', 2],
    ],
  },
  {
    called: 'interview manager',
    role: 'Enhetschef',
    focus: 'care',
    unit: 'Särskilt boende',
    heldOn: () => '2022-11-29',
    notes: '',
    answers: [
      'Två dagar i veckan går till schema och vikarier.',
      'Fredag eftermiddag, när schemaläggaren har gått hem och helgen inte är täckt.',
      'Vi är tre enheter som ringer samma fyrtio personer. Ibland om samma pass.',
      'Gemensam lista, men ingen ägde den.',
      'Jag vill att någon annan än jag sköter bemanningen, och att jag får tid för medarbetarna.',
    ],
    passages: [
      ['Vi är tre enheter som ringer samma fyrtio personer. Ibland om samma pass.', 'no staffing unit', 'supports', 3],
      ['Två dagar i veckan går till schema och vikarier.', 'managers ring', 'supports', 2],
      ['Jag vill att jag får tid för medarbetarna.', 'large groups', 'supports', 1],
    ],
  },
  {
    called: 'interview preschool',
    role: 'Förskollärare',
    focus: 'preschool',
    unit: 'Björkens förskola',
    heldOn: (teller) => teller.day(-243),
    notes: 'Två avdelningar av fem används.',
    answers: [
      'Vi går förbi tomma rum varje dag. Där är varmt och städat.',
      'Vid öppning: två av oss i ett hus för fyra barn.',
      'Man byggde för barn som inte kom.',
      'Vi flyttade ihop två avdelningar förra året. Barnen hade inga problem, det var roligare med fler att leka med.',
      'Låt oss öppna tillsammans med Almens förskola.',
    ],
    passages: [
      ['Vi går förbi tomma rum varje dag. Där är varmt och städat.', 'empty rooms', 'supports', 2],
      ['Vid öppning: två av oss i ett hus för fyra barn.', 'many houses', 'supports', 3],
      ['Vi flyttade ihop två avdelningar förra året. Barnen hade inga problem.', 'per house', 'contradicts', 1],
    ],
  },
];

/** A guide of the municipality's own, and what three roles said. */
export async function tellInterviews(teller: Teller): Promise<void> {
  await teller.add(guide, 'guide', {
    title: 'Samtal om orsaker',
    purpose: 'Höra dem som gör arbetet, innan någon bestämmer sig för vad det beror på.',
    questions: questions.join('\n'),
  });
  for (const told of interviews) {
    const id = await teller.add(interview, told.called, {
      respondentRole: told.role,
      focusArea: teller.id(told.focus),
      heldOn: told.heldOn(teller),
      unit: told.unit,
      guide: teller.id('guide'),
      notes: told.notes,
    });
    const written = questions.map((question, place) => ({ place, question, note: told.answers[place]!, version: 0 }));
    await saveInterviewAnswers(teller.work(interview), id, written);
    for (const [title, under, stance, strength] of told.passages) {
      const inputs = { title, cause: teller.id(under), kind: 'interview', stance, strength: String(strength) };
      await teller.add(evidence, `${told.called} ${title}`, inputs, { interview: id });
    }
  }
}
