import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Jämför kommuner',
    titleOf: (keyFigure: string) => `${keyFigure}: jämför kommuner`,
    leadEmpty: 'Välj ett nyckeltal och upp till tio kommuner, och se dem i samma bild.',
    lead: (year: number, low: string, lowName: string, high: string, highName: string) =>
      `${year} har ${highName} högst värde, ${high}, och ${lowName} lägst, ${low}.`,
    none: 'Ingen av kommunerna har något värde för nyckeltalet.',
    form: 'Välj nyckeltal och kommuner',
    keyFigure: 'Nyckeltal: id eller ord',
    municipalities: 'Kommuner: namn eller koder, högst tio',
    add: 'Lägg till',
    addNone: 'Ingen fler',
    show: 'Visa',
    addSimilar: 'Lägg till liknande kommuner',
    unknownKeyFigure: (text: string) => `Inget nyckeltal heter eller handlar om ”${text}”.`,
    several: (text: string) => `Flera nyckeltal stämmer med ”${text}”. Det första visas; välj ett annat här:`,
    unknown: (text: string, nearest: string) =>
      `Hittar ingen kommun som heter ”${text}”${nearest === '' ? ' eller något liknande.' : `. Menade du ${nearest}?`}`,
    tooMany: (most: number, left: string) =>
      `Högst ${most} kommuner kan jämföras på en gång. De här är inte med: ${left}. Ta bort någon om du vill ha med dem.`,
    chart: 'Utveckling',
    describe: (title: string, names: string, from: number, to: number) => `${title} ${from}–${to} för ${names}.`,
    caption: 'Värden per kommun och år',
    municipality: 'Kommun',
    remove: 'Ta bort',
    removeLabel: (name: string) => `Ta bort ${name}`,
    excel: 'Excel',
    open: 'Öppna nyckeltalet',
    code: 'Kod',
  },
  {
    title: 'Compare municipalities',
    titleOf: (keyFigure) => `${keyFigure}: compare municipalities`,
    leadEmpty: 'Choose a key figure and up to ten municipalities, and see them in one picture.',
    lead: (year, low, lowName, high, highName) =>
      `In ${year} ${highName} has the highest value, ${high}, and ${lowName} the lowest, ${low}.`,
    none: 'None of the municipalities has any value for the key figure.',
    form: 'Choose key figure and municipalities',
    keyFigure: 'Key figure: id or words',
    municipalities: 'Municipalities: names or codes, at most ten',
    add: 'Add',
    addNone: 'No more',
    show: 'Show',
    addSimilar: 'Add similar municipalities',
    unknownKeyFigure: (text) => `No key figure is called or is about “${text}”.`,
    several: (text) => `Several key figures fit “${text}”. The first is shown; choose another here:`,
    unknown: (text, nearest) =>
      `Cannot find a municipality called “${text}”${nearest === '' ? ' or anything like it.' : `. Did you mean ${nearest}?`}`,
    tooMany: (most, left) =>
      `At most ${most} municipalities can be compared at once. These are left out: ${left}. Take one away to have them in.`,
    chart: 'Development',
    describe: (title, names, from, to) => `${title} ${from}–${to} for ${names}.`,
    caption: 'Values by municipality and year',
    municipality: 'Municipality',
    remove: 'Take away',
    removeLabel: (name) => `Take away ${name}`,
    excel: 'Excel',
    open: 'Open the key figure',
    code: 'Code',
  },
);
