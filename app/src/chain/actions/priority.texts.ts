import { counted, defineTexts, word } from '../../foundation/texts/index.ts';

export const priorityTexts = defineTexts(
  {
    title: 'Prioritera förslag',
    lead: {
      none: 'Det finns inga förslag att prioritera.',
      noneHelp: 'Gör förslag ur orsakstabellen eller lägg till dem för hand.',
      unjudged: (open: number, left: number) =>
        left === open
          ? word(open, 'Förslaget är inte bedömt än.', `Inget av ${open} förslag är bedömt än.`)
          : `${left} av ${open} förslag är inte ${word(left, 'bedömt', 'bedömda')} än.`,
      first: (title: string) => `Stor effekt för liten insats har ${title}.`,
      firsts: (count: number, title: string) => `${count} förslag har stor effekt för liten insats, främst ${title}.`,
      noFirst: 'Inget förslag har stor effekt för liten insats.',
    },
    focusArea: 'Fokusområde',
    all: 'Alla',
    show: 'Visa',
    matrix: 'Insats mot effekt',
    matrixText:
      'Varje förslag står efter vad det tar och vad det ger. Liten insats och stor effekt står uppe till vänster.',
    matrixDrag:
      'Dra en rund markering, eller välj den och flytta med piltangenterna. Samma sak går att välja i tabellen. Inget är sparat förrän du sparar.',
    matrixSource: 'Egen bedömning i Samband, 1 liten – 5 stor.',
    quadrants: { doFirst: 'gör först', plan: 'planera', easy: 'ta när det passar', leave: 'låt bli' },
    effort: 'Insats',
    effect: 'Effekt',
    ranked: 'I ordning',
    rank: 'Plats',
    proposal: 'Förslag',
    because: 'Därför',
    ownPlace: 'Egen plats',
    ownPlaceHelp: 'Egen plats går före det som insats och effekt säger.',
    reason: 'Varför?',
    describedOf: (n: number) => `konsekvenser ${n} av 10`,
    net: (amount: string) => `netto ${amount}`,
    payback: (years: number) => `betalt efter ${years} år`,
    notJudged: 'inte bedömt',
    places: (n: number) => `satt på plats ${n}`,
    state: { draft: 'utkast', proposed: 'lämnat till beslut', decided: 'beslutat', declined: 'avslaget' },
    of: (field: string, title: string) => `${field}: ${title}`,
    step: {
      '1': '1 mycket liten',
      '2': '2 liten',
      '3': '3 medel',
      '4': '4 stor',
      '5': '5 mycket stor',
    },
    save: 'Spara prioriteringen',
    saved: (count: number) =>
      count === 0 ? 'Inget var ändrat.' : count === 1 ? 'Ett förslag är ändrat.' : `${count} förslag är ändrade.`,
    readOnly: 'Du kan läsa prioriteringen men inte ändra den.',
    conflict: 'Någon annan har prioriterat samma förslag under tiden',
    conflictHelp: 'Det du valde står kvar i tabellen. Spara igen om det ska gälla. Övriga ändringar är sparade.',
    conflictLine: (title: string, effect: string, effort: string, place: string) =>
      `${title}: sparat är effekt ${effect}, insats ${effort}, egen plats ${place}.`,
    nothing: 'inget',
    faults: {
      notAStep: 'Välj ett steg från 1 till 5.',
      notAPlace: 'Skriv en plats från 1 till 10 000.',
      tooLong: 'Texten är för lång.',
    },
    toPortfolio: 'Alla mot budgeten',
    portfolio: {
      title: 'Alla förslag mot budgeten',
      none: 'Det finns inga förslag att lägga ihop.',
      noBudget: (cost: string) => `Förslagen kostar tillsammans ${cost}. Ingen budget är angiven att hålla dem emot.`,
      within: (count: number, total: number, budget: string, years: string) =>
        count === total
          ? word(
              total,
              `Det förslag som har en kalkyl ryms i ${budget} för ${years}.`,
              `Alla ${total} förslag med kalkyl ryms i ${budget} för ${years}.`,
            )
          : `${count} av ${total} förslag med kalkyl ryms i ${budget} för ${years}.`,
      noneCosted: 'Inget förslag har en kalkyl att hålla mot budgeten.',
      oneArea: (area: string) => `Bara fokusområdet ${area} visas, men budgeten gäller hela kommunen.`,
      uncosted: (count: number) =>
        count === 1
          ? 'Ett förslag har ingen kalkyl och räknas som om det inte kostade något.'
          : `${count} förslag har ingen kalkyl och räknas som om de inte kostade något.`,
      setFrame: 'Budget och kalkylränta',
      prioritise: 'Ändra ordningen',
      caption: 'Förslag i ordning med kostnad mot budget',
      cost: 'Kostnad',
      cumulated: 'Sammanlagt',
      noEconomy: 'ingen kalkyl',
      bar: 'Mot budgeten',
      barLine: (budget: string) => `strecket är ${budget}`,
      barWords: (from: string, to: string) => `från ${from} till ${to}`,
      over: 'ryms inte',
      npv: 'Nuvärde',
      decided: 'beslutat',
      source: (years: string) =>
        `Egna kalkyler i Samband. Kostnad är engångs- och driftkostnad ${years}; besparingar är inte avdragna.`,
      allYears: 'under alla år i varje kalkyl',
      years: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
      warnings: 'Det här går inte ihop',
      bothOfExcluding: (a: string, b: string) => `${a} och ${b} kan inte göras tillsammans.`,
      withoutRequired: (a: string, b: string) => `${a} förutsätter ${b}, som inte ryms eller inte är med.`,
      beforeRequired: (a: string, b: string) => `${a} förutsätter ${b}, som står senare i ordningen.`,
      leaveOut: 'Pröva utan',
      leaveOutLabel: (title: string) => `Pröva utan ${title}`,
      takeBack: (title: string) => `Ta med ${title} igen`,
      leftOut: 'Prövar utan',
    },
  },
  {
    title: 'Prioritise proposals',
    lead: {
      none: 'There are no proposals to prioritise.',
      noneHelp: 'Make proposals from the cause table or add them by hand.',
      unjudged: (open, left) =>
        left === open
          ? word(open, 'The proposal is not judged yet.', `None of ${open} proposals is judged yet.`)
          : `${left} of ${open} proposals ${word(left, 'is', 'are')} not judged yet.`,
      first: (title) => `Large effect for little effort: ${title}.`,
      firsts: (count, title) =>
        `${counted(count, 'proposal has', 'proposals have')} a large effect for little effort, above all ${title}.`,
      noFirst: 'No proposal has a large effect for little effort.',
    },
    focusArea: 'Focus area',
    all: 'All',
    show: 'Show',
    matrix: 'Effort against effect',
    matrixText:
      'Each proposal stands by what it takes and what it gives. Little effort and large effect stand top left.',
    matrixDrag:
      'Drag a disc, or choose it and move it with the arrow keys. The same can be chosen in the table. Nothing is saved until you save.',
    matrixSource: 'Own judgement in Samband, 1 small – 5 large.',
    quadrants: { doFirst: 'do first', plan: 'plan', easy: 'when convenient', leave: 'leave' },
    effort: 'Effort',
    effect: 'Effect',
    ranked: 'In order',
    rank: 'Place',
    proposal: 'Proposal',
    because: 'Because',
    ownPlace: 'Own place',
    ownPlaceHelp: 'An own place goes before what effort and effect say.',
    reason: 'Why?',
    describedOf: (n) => `consequences ${n} of 10`,
    net: (amount) => `net ${amount}`,
    payback: (years) => `paid back after ${counted(years, 'year', 'years')}`,
    notJudged: 'not judged',
    places: (n) => `put in place ${n}`,
    state: { draft: 'draft', proposed: 'left for decision', decided: 'decided', declined: 'declined' },
    of: (field, title) => `${field}: ${title}`,
    step: {
      '1': '1 very small',
      '2': '2 small',
      '3': '3 medium',
      '4': '4 large',
      '5': '5 very large',
    },
    save: 'Save the priorities',
    saved: (count) =>
      count === 0
        ? 'Nothing was changed.'
        : count === 1
          ? 'One proposal is changed.'
          : `${count} proposals are changed.`,
    readOnly: 'You can read the priorities but not change them.',
    conflict: 'Somebody else has prioritised the same proposal meanwhile',
    conflictHelp: 'What you chose still stands in the table. Save again if it shall hold. Other changes are saved.',
    conflictLine: (title, effect, effort, place) =>
      `${title}: saved is effect ${effect}, effort ${effort}, own place ${place}.`,
    nothing: 'none',
    faults: {
      notAStep: 'Choose a step from 1 to 5.',
      notAPlace: 'Write a place from 1 to 10,000.',
      tooLong: 'The text is too long.',
    },
    toPortfolio: 'All against the budget',
    portfolio: {
      title: 'All proposals against the budget',
      none: 'There are no proposals to add up.',
      noBudget: (cost) => `The proposals cost ${cost} together. No budget is stated to hold them against.`,
      within: (count, total, budget, years) =>
        count === total
          ? word(
              total,
              `The proposal that has a calculation fits in ${budget} for ${years}.`,
              `All ${total} proposals with a calculation fit in ${budget} for ${years}.`,
            )
          : `${count} of ${total} proposals with a calculation ${word(count, 'fits', 'fit')} in ${budget} for ${years}.`,
      noneCosted: 'No proposal has a calculation to hold against the budget.',
      oneArea: (area) => `Only the focus area ${area} is shown, but the budget is for the whole municipality.`,
      uncosted: (count) =>
        count === 1
          ? 'One proposal has no calculation and counts as if it cost nothing.'
          : `${count} proposals have no calculation and count as if they cost nothing.`,
      setFrame: 'Budget and rate of discount',
      prioritise: 'Change the order',
      caption: 'Proposals in order with cost against budget',
      cost: 'Cost',
      cumulated: 'In all',
      noEconomy: 'no calculation',
      bar: 'Against the budget',
      barLine: (budget) => `the line is ${budget}`,
      barWords: (from, to) => `from ${from} to ${to}`,
      over: 'does not fit',
      npv: 'Present value',
      decided: 'decided',
      source: (years) =>
        `Own calculations in Samband. Cost is one-off and running cost ${years}; savings are not deducted.`,
      allYears: 'in all years of each calculation',
      years: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
      warnings: 'This does not hold together',
      bothOfExcluding: (a, b) => `${a} and ${b} cannot be done together.`,
      withoutRequired: (a, b) => `${a} requires ${b}, which does not fit or is left out.`,
      beforeRequired: (a, b) => `${a} requires ${b}, which comes later in the order.`,
      leaveOut: 'Try without',
      leaveOutLabel: (title) => `Try without ${title}`,
      takeBack: (title) => `Take ${title} back in`,
      leftOut: 'Trying without',
    },
  },
);
