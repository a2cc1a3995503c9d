import { counted, defineTexts, word } from '../../foundation/texts/index.ts';

/** The pages that show the same actions in other ways than as a list. */
export const viewTexts = defineTexts(
  {
    views: 'Sätt att se åtgärderna',
    list: 'Lista',
    board: 'Tavla',
    timeline: 'Tidslinje',
    yearWheel: 'Årshjul',
    mine: 'Mina åtgärder',
    late: (count: string, one: boolean) =>
      one ? 'En åtgärd är sen.' : `${counted(count, 'åtgärd', 'åtgärder')} är sena.`,
    noneLate: 'Ingen åtgärd är sen.',
    noHits: 'Ingen åtgärd passar',
    noHitsHelp: 'Ta bort något i filtret, eller lägg till en åtgärd.',
    filter: 'Filtrera',
    source: (municipality: string, day: string) => `Åtgärder i ${municipality}, ${day}`,
    boardPage: {
      title: 'Åtgärder på en tavla',
      count: (shown: string, all: string) => `${shown} av ${all}`,
      all: (all: string) => `Visa alla ${all} i listan`,
      empty: 'Inget här',
      move: 'Flytta',
      moveLabel: (title: string) => `Flytta ${title}`,
      keys: 'Dra ett kort till en annan spalt, eller ställ dig på kortets rubrik och tryck Alt och vänster- eller högerpil.',
    },
    timelinePage: {
      title: 'Åtgärder i tiden',
      group: 'Gruppera efter',
      noGroup: 'Ingen gruppering',
      without: 'Utan',
      overview: (count: string) => word(count, 'Den enda åtgärden', `Alla ${count} åtgärder`),
      part: (first: string, last: string) => `Åtgärd ${first}–${last}`,
      heading: 'När det görs',
      finding: (open: string, late: string) => `${open} pågår eller väntar, ${late} är ${word(late, 'sen', 'sena')}.`,
      description: (count: string, late: string) =>
        `Tidslinje över ${counted(count, 'åtgärd', 'åtgärder')}. ${late} av dem har passerat sin sista dag utan att vara klara.`,
      limited: (count: string) => `Här visas de ${count} som börjar först. Filtrera för att se resten.`,
      period: 'Period',
    },
    wheelPage: {
      title: (year: number) => `Årshjul ${year}`,
      heading: (year: number) => `Åtgärder ${year}`,
      lead: (count: string, ends: string) =>
        `${counted(count, 'åtgärd', 'åtgärder')} pågår under året, ${ends} ska bli klara.`,
      description: (year: number, count: string) => `Årshjul för ${year} med ${counted(count, 'åtgärd', 'åtgärder')}.`,
      more: (shown: string, all: string) =>
        `Hjulet visar ${shown} av ${all}: de som blir klara under året först. Alla finns i listan nedanför.`,
      earlier: (year: number) => `‹ ${year}`,
      later: (year: number) => `${year} ›`,
      years: 'År',
      months: 'Månad för månad',
      begins: 'börjar',
      ends: 'klar',
      milestone: 'delmål',
      empty: 'Inget händer det här året',
      limited: (count: string) =>
        word(count, 'Listan visar den första händelsen.', `Listan visar de första ${count} händelserna.`),
    },
    minePage: {
      lead: {
        none: 'Du ansvarar inte för någon åtgärd som pågår.',
        late: (late: string, all: string) =>
          word(all, 'Din åtgärd är sen.', `${late} av dina ${all} åtgärder är ${word(late, 'sen', 'sena')}.`),
        calm: (all: string, one: boolean) =>
          one
            ? 'Du har en åtgärd, och den är inte sen.'
            : `Du har ${counted(all, 'åtgärd', 'åtgärder')}, ingen är sen.`,
      },
      group: { late: 'Sena', week: 'Den här veckan', later: 'Längre fram', noEnd: 'Utan slutdatum' },
      told: (day: string) => `Senast sagt ${day}`,
      neverTold: 'Inget sagt än',
      tell: 'Säg hur det går',
      next: 'Nästa delmål:',
      none: 'Ingenting väntar på dig',
      noneHelp: 'Här står de åtgärder som du ansvarar för, tills de är klara.',
      milestone: (title: string) => `Delmål: ${title}`,
      milestoneWord: 'delmål',
    },
    wheel: (ongoing: string) => `${ongoing} pågår`,
    firstStep: 'Gör något åt det',
    firstStepHelp: 'Lägg upp den första åtgärden, eller gör en av ett beslutat förslag.',
  },
  {
    views: 'Ways to see the actions',
    list: 'List',
    board: 'Board',
    timeline: 'Timeline',
    yearWheel: 'Year wheel',
    mine: 'My actions',
    late: (count, one) => (one ? 'One action is late.' : `${counted(count, 'action', 'actions')} are late.`),
    noneLate: 'No action is late.',
    noHits: 'No action fits',
    noHitsHelp: 'Take something out of the filter, or add an action.',
    filter: 'Filter',
    source: (municipality, day) => `Actions in ${municipality}, ${day}`,
    boardPage: {
      title: 'Actions on a board',
      count: (shown, all) => `${shown} of ${all}`,
      all: (all) => `Show all ${all} in the list`,
      empty: 'Nothing here',
      move: 'Move',
      moveLabel: (title) => `Move ${title}`,
      keys: 'Drag a card to another column, or stand on its title and press Alt and the left or right arrow.',
    },
    timelinePage: {
      title: 'Actions in time',
      group: 'Group by',
      noGroup: 'No grouping',
      without: 'Without',
      overview: (count) => word(count, 'The only action', `All ${count} actions`),
      part: (first, last) => `Actions ${first}–${last}`,
      heading: 'When it is done',
      finding: (open, late) => `${open} are under way or wait, ${late} are late.`,
      description: (count, late) =>
        `Timeline of ${counted(count, 'action', 'actions')}. ${late} of them have passed their last day without being done.`,
      limited: (count) => `These are the ${count} that start first. Filter to see the rest.`,
      period: 'Period',
    },
    wheelPage: {
      title: (year) => `Year wheel ${year}`,
      heading: (year) => `Actions ${year}`,
      lead: (count, ends) =>
        `${counted(count, 'action goes', 'actions go')} on during the year, ${ends} are to be done.`,
      description: (year, count) => `Year wheel for ${year} with ${counted(count, 'action', 'actions')}.`,
      more: (shown, all) =>
        `The wheel shows ${shown} of ${all}: those that end during the year first. All stand in the list below.`,
      earlier: (year) => `‹ ${year}`,
      later: (year) => `${year} ›`,
      years: 'Year',
      months: 'Month by month',
      begins: 'starts',
      ends: 'done',
      milestone: 'milestone',
      empty: 'Nothing happens this year',
      limited: (count) => word(count, 'The list shows the first event.', `The list shows the first ${count} events.`),
    },
    minePage: {
      lead: {
        none: 'You are responsible for no action that is under way.',
        late: (late, all) =>
          word(all, 'Your action is late.', `${late} of your ${all} actions ${word(late, 'is', 'are')} late.`),
        calm: (all, one) =>
          one
            ? 'You have one action, and it is not late.'
            : `You have ${counted(all, 'action', 'actions')}, none is late.`,
      },
      group: { late: 'Late', week: 'This week', later: 'Further on', noEnd: 'Without a last day' },
      told: (day) => `Last told ${day}`,
      neverTold: 'Nothing told yet',
      tell: 'Tell how it goes',
      next: 'Next milestone:',
      none: 'Nothing waits for you',
      noneHelp: 'The actions that you are responsible for stand here until they are done.',
      milestone: (title) => `Milestone: ${title}`,
      milestoneWord: 'milestone',
    },
    wheel: (ongoing) => `${ongoing} ongoing`,
    firstStep: 'Do something about it',
    firstStepHelp: 'Add the first action, or make one of a decided proposal.',
  },
);
