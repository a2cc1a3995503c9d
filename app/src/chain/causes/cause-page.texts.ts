import { defineTexts } from '../../foundation/texts/index.ts';

export const causePageTexts = defineTexts(
  {
    judged: (who: string, when: string) => `Bedömd av ${who} ${when}.`,
    notJudged: 'Ingen har bedömt den än.',
    someone: 'någon',
    why: 'Varför',
    place: 'Var den hör hemma',
    under: 'Det som ligger under',
    addEvidence: 'Lägg till underlag',
    addUnder: 'Lägg till orsak under',
    suggestions: 'Förslag som möter orsaken',
    move: 'Flytta',
    split: 'Dela',
    openTree: 'Se i trädet',
    openTable: 'Orsaksanalysen',
    causes: 'Orsaker',
    noCauses: 'Ingen orsak är skriven än.',
    problemSuggestions: 'Förslag till åtgärd',
    noSuggestions: 'Inget förslag är skrivet än.',
    evidence: {
      heading: 'Underlaget',
      none: 'Inget underlag finns än. Utan underlag är orsaken en gissning.',
      columns: { what: 'Vad det visar', kind: 'Slag', stance: 'Talar', strength: 'Styrka', source: 'Källa' },
      noStrength: 'inte bedömd',
    },
    balance: {
      none: 'Inget talar för eller emot än.',
      unjudged: (supports: number, contradicts: number) =>
        `${supports} talar för och ${contradicts} emot, men ingen har sagt hur starkt.`,
      supports: (supports: number, contradicts: number) =>
        contradicts === 0
          ? `Underlaget talar för orsaken: ${supports} för, inget emot.`
          : `Underlaget väger över för orsaken: ${supports} för, ${contradicts} emot.`,
      contradicts: (supports: number, contradicts: number) =>
        supports === 0
          ? `Underlaget talar emot orsaken: inget för, ${contradicts} emot.`
          : `Underlaget väger över emot orsaken: ${supports} för, ${contradicts} emot.`,
      mixed: (supports: number, contradicts: number) =>
        `Underlaget går isär: ${supports} för, ${contradicts} emot. Värt att undersöka mer.`,
      missingStrength: (n: number) => ` ${n} saknar bedömd styrka.`,
    },
    judge: {
      heading: 'Bedöm orsaken',
      help: 'Underlaget beskriver; det är ni som bedömer. Tidigare bedömningar finns kvar i historiken.',
      state: 'Bedömning',
      states: { hypothesis: 'Hypotes', supported: 'Har stöd', rejected: 'Förkastad' },
      why: 'Varför?',
      save: 'Spara bedömningen',
      saved: 'Bedömningen är sparad.',
      missing: 'Skriv varför.',
      tooLong: 'Texten är för lång: högst 5 000 tecken.',
      conflict: (state: string) =>
        `Någon annan har ändrat orsaken under tiden. Den står nu som: ${state}. Läs och spara igen om din bedömning ska gälla.`,
      theirWords: 'Deras motivering:',
    },
    moving: {
      title: (cause: string) => `Flytta: ${cause}`,
      lead: 'Välj vad orsaken ska ligga under. Det som ligger under den följer med.',
      where: 'Ska ligga',
      directly: (problem: string) => `Direkt under problemet: ${problem}`,
      here: 'här ligger den nu',
      save: 'Flytta',
      cancel: 'Avbryt',
      choose: 'Välj var orsaken ska ligga.',
      moved: 'Flyttad.',
      noStep: 'Orsaken kan inte flyttas längre åt det hållet.',
      underItself: 'En orsak kan inte ligga under sig själv eller under något som ligger under den.',
      noSuchPlace: 'Platsen finns inte längre. Någon kan ha flyttat eller arkiverat den. Välj en annan.',
      conflictTitle: 'Någon annan har flyttat orsaken under tiden',
      conflictLead: 'Inget är flyttat av dig än. Så här ser det ut:',
      was: 'Här låg den när du öppnade sidan',
      now: (who: string, when: string) => `Här ligger den nu, flyttad av ${who} ${when}`,
      mine: 'Hit ville du flytta den',
      keep: 'Låt den ligga',
      useMine: 'Flytta som jag ville',
      stepWords: {
        up: 'ett steg upp',
        down: 'ett steg ned',
        in: 'in under orsaken ovanför',
        out: 'ut bredvid orsaken den ligger under',
      },
      nothing: 'Platsen finns inte längre',
    },
    splitting: {
      title: (cause: string) => `Dela: ${cause}`,
      lead: 'Skriv en orsak per rad. Den första raden behåller underlaget och det som ligger under; de andra blir nya orsaker efter den.',
      field: 'Orsaker, en per rad',
      save: 'Dela',
      cancel: 'Avbryt',
      done: (n: number) => (n === 1 ? 'Orsaken är ändrad.' : `Orsaken är delad i ${n}.`),
      empty: 'Skriv minst en rad.',
      conflict: (title: string) =>
        `Någon annan har ändrat orsaken under tiden. Den lyder nu: ”${title}”. Läs det du skrivit och spara igen om det ska gälla.`,
    },
  },
  {
    judged: (who, when) => `Judged by ${who} on ${when}.`,
    notJudged: 'Nobody has judged it yet.',
    someone: 'somebody',
    why: 'Why',
    place: 'Where it belongs',
    under: 'What lies under it',
    addEvidence: 'Add evidence',
    addUnder: 'Add a cause under it',
    suggestions: 'Suggestions that meet the cause',
    move: 'Move',
    split: 'Split',
    openTree: 'See it in the tree',
    openTable: 'The cause analysis',
    causes: 'Causes',
    noCauses: 'No cause has been written yet.',
    problemSuggestions: 'Suggestions for action',
    noSuggestions: 'No suggestion has been written yet.',
    evidence: {
      heading: 'The evidence',
      none: 'There is no evidence yet. Without evidence the cause is a guess.',
      columns: { what: 'What it shows', kind: 'Kind', stance: 'Speaks', strength: 'Strength', source: 'Source' },
      noStrength: 'not judged',
    },
    balance: {
      none: 'Nothing speaks for or against it yet.',
      unjudged: (supports, contradicts) =>
        `${supports} for and ${contradicts} against, but nobody has said how strongly.`,
      supports: (supports, contradicts) =>
        contradicts === 0
          ? `The evidence supports the cause: ${supports} for, none against.`
          : `The evidence weighs for the cause: ${supports} for, ${contradicts} against.`,
      contradicts: (supports, contradicts) =>
        supports === 0
          ? `The evidence contradicts the cause: none for, ${contradicts} against.`
          : `The evidence weighs against the cause: ${supports} for, ${contradicts} against.`,
      mixed: (supports, contradicts) =>
        `The evidence diverges: ${supports} for, ${contradicts} against. Worth looking into further.`,
      missingStrength: (n) => ` ${n} ${n === 1 ? 'has' : 'have'} no judged strength.`,
    },
    judge: {
      heading: 'Judge the cause',
      help: 'The evidence describes; you judge. Earlier judgements remain in the history.',
      state: 'Judgement',
      states: { hypothesis: 'Hypothesis', supported: 'Supported', rejected: 'Rejected' },
      why: 'Why?',
      save: 'Save the judgement',
      saved: 'The judgement is saved.',
      missing: 'Write why.',
      tooLong: 'The text is too long: at most 5 000 characters.',
      conflict: (state) =>
        `Somebody else has changed the cause meanwhile. It now stands as: ${state}. Read, and save again if your judgement should hold.`,
      theirWords: 'Their reason:',
    },
    moving: {
      title: (cause) => `Move: ${cause}`,
      lead: 'Choose what the cause should lie under. What lies under it goes along.',
      where: 'Should lie',
      directly: (problem) => `Directly under the problem: ${problem}`,
      here: 'here it lies now',
      save: 'Move',
      cancel: 'Cancel',
      choose: 'Choose where the cause should lie.',
      moved: 'Moved.',
      noStep: 'The cause cannot be moved further in that direction.',
      underItself: 'A cause cannot lie under itself or under what lies under it.',
      noSuchPlace: 'The place is no longer there. Somebody may have moved or archived it. Choose another.',
      conflictTitle: 'Somebody else has moved the cause meanwhile',
      conflictLead: 'You have not moved anything yet. This is how it stands:',
      was: 'Here it lay when you opened the page',
      now: (who, when) => `Here it lies now, moved by ${who} ${when}`,
      mine: 'Here you wanted it',
      keep: 'Let it lie',
      useMine: 'Move as I wanted',
      stepWords: {
        up: 'one step up',
        down: 'one step down',
        in: 'in under the cause above it',
        out: 'out beside the cause that it lies under',
      },
      nothing: 'The place is no longer there',
    },
    splitting: {
      title: (cause) => `Split: ${cause}`,
      lead: 'Write one cause on each line. The first line keeps the evidence and what lies under it; the others become new causes after it.',
      field: 'Causes, one on each line',
      save: 'Split',
      cancel: 'Cancel',
      done: (n) => (n === 1 ? 'The cause is changed.' : `The cause is split into ${n}.`),
      empty: 'Write at least one line.',
      conflict: (title) =>
        `Somebody else has changed the cause meanwhile. It now reads: “${title}”. Read what you have written and save again if it should hold.`,
    },
  },
);
