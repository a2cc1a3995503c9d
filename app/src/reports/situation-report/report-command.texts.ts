import { counted, defineTexts } from '../../foundation/texts/index.ts';

export const commandTexts = defineTexts(
  {
    which: 'Vilken kommun? Ange kod eller namn, eller --all för alla: samband report situation 1281 --pdf MAPP',
    both: 'Ange antingen en kommun eller --all, inte båda.',
    noKind: 'Ange var rapporterna ska skrivas: --pdf MAPP, --docx MAPP eller --html MAPP.',
    noLanguage: (text: string) => `Okänt språk ”${text}”. Välj sv eller en.`,
    noCompare: (text: string) => `Okänd jämförelse ”${text}”. Välj similar, group eller all.`,
    noComparison: {
      noSimilar: (name: string) =>
        `Arkivet har ingen grupp liknande kommuner för ${name}. Välj --compare group eller all.`,
      noClass: (name: string) => `Kommungruppen för ${name} finns inte i arkivet. Välj --compare similar eller all.`,
      emptySet: (name: string) => `Det finns ingen att jämföra ${name} med.`,
    },
    notWritable: (code: string) =>
      `Det går inte att skriva rapporterna (${code}). De som är skrivna är hela; kör kommandot igen så fortsätter det.`,
    progress: (done: string, all: string, rate: string, left: string) =>
      `${done} av ${all} rapporter · ${rate} i sekunden · ${left} kvar`,
    seconds: (n: string) => `${n} s`,
    minutes: (n: string) => `${n} min`,
    wrote: (n: string, seconds: string, where: string) => `${n} rapporter skrivna på ${seconds} s i ${where}.`,
    wroteOne: (where: string) => `Rapporten är skriven i ${where}.`,
    wasThere: (n: string) => `${n} fanns redan och är orörda. Skriv om dem med --anew.`,
    without: (names: string) => `Utan jämförelse, inte skrivna: ${names}.`,
    fault: (name: string, message: string) => `Rapporten för ${name} kunde inte skrivas: ${message}`,
  },
  {
    which: 'Which municipality? Give a code or a name, or --all: samband report situation 1281 --pdf FOLDER',
    both: 'Give either a municipality or --all, not both.',
    noKind: 'Say where the reports are to be written: --pdf FOLDER, --docx FOLDER or --html FOLDER.',
    noLanguage: (text) => `Unknown language “${text}”. Choose sv or en.`,
    noCompare: (text) => `Unknown comparison “${text}”. Choose similar, group or all.`,
    noComparison: {
      noSimilar: (name) =>
        `The archive has no group of similar municipalities for ${name}. Choose --compare group or all.`,
      noClass: (name) => `The SKR class of ${name} is not in the archive. Choose --compare similar or all.`,
      emptySet: (name) => `There is nobody to compare ${name} with.`,
    },
    notWritable: (code) =>
      `The reports cannot be written (${code}). Those that have been written are whole; run the command again and it goes on.`,
    progress: (done, all, rate, left) =>
      `${done} of ${counted(all, 'report', 'reports')} · ${rate} a second · ${left} left`,
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    wrote: (n, seconds, where) => `${counted(n, 'report', 'reports')} written in ${seconds} s in ${where}.`,
    wroteOne: (where) => `The report has been written in ${where}.`,
    wasThere: (n) => `${n} were there already and are untouched. Write them anew with --anew.`,
    without: (names) => `Without a comparison, not written: ${names}.`,
    fault: (name, message) => `The report for ${name} could not be written: ${message}`,
  },
);
