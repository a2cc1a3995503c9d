import { defineTexts } from '../texts/index.ts';

export const informationTexts = defineTexts(
  {
    about: {
      title: 'Om Samband',
      lead: 'Samband visar hur en kommuns resurser, volymer och kvalitet hänger ihop, och följer varje åtgärd till dess effekt på samma nyckeltal.',
      version: (version: string) => `Det här är version ${version}.`,
      open: 'Samband är öppen källkod under MIT-licensen. Vilken kommun som helst får använda, ändra och sprida det.',
      sources: 'Varifrån siffrorna kommer',
      kolada:
        'Nyckeltalen kommer från Kolada, som drivs av Rådet för främjande av kommunala analyser (RKA). Siffrorna hämtas genom Koladas öppna gränssnitt.',
      published: 'Värden som visas som de är publicerade märks ”Källa: Kolada”.',
      computed:
        'Det som Samband räknar fram ur dem märks ”Egen bearbetning av data från Kolada”. RKA har inte granskat det.',
      example: 'Exempelkommunen och alla dess siffror är påhittade och märks ”Exempeldata”.',
      licences: 'Program som Samband bygger på',
      licencesLead: (n: number) => `${n} paket, med version och licens, så som de är installerade.`,
      packageName: 'Paket',
      packageVersion: 'Version',
      licence: 'Licens',
      unknownLicence: 'anges inte av paketet',
    },
    accessibility: {
      title: 'Tillgänglighetsredogörelse',
      lead: 'Så tillgängligt är Samband, vad som brister och vart du vänder dig.',
      law: 'Redogörelsen gäller webbplatsen Samband och följer lagen (2018:1937) om tillgänglighet till digital offentlig service.',
      owner: (municipality: string) =>
        `${municipality} står bakom den här webbplatsen och vill att så många som möjligt ska kunna använda den.`,
      ownerUnknown:
        'Kommunen som använder Samband står bakom webbplatsen och vill att så många som möjligt ska kunna använda den.',
      how: 'Hur tillgänglig är webbplatsen?',
      partly:
        'Webbplatsen är delvis förenlig med lagen. Den är byggd för att uppfylla WCAG 2.2 på nivå AA, men är ännu inte granskad av någon utomstående.',
      known: 'Det vi vet brister',
      issues: [
        'Diagram beskrivs i ord och har en tabell med samma siffror, men själva bilden kan vara svår att läsa vid stark förstoring.',
        'Mycket breda tabeller rullas i sidled på små skärmar.',
        'Namn på nyckeltal och deras beskrivningar kommer från Kolada och finns bara på svenska.',
      ].join('\n'),
      tested: 'Så har vi prövat',
      testedHow:
        'Varje sida prövas automatiskt vid varje ändring, med tangentbord, utan JavaScript och på båda språken. Redogörelsen bygger på den prövningen, alltså på en egen bedömning.',
      report: 'Berätta vad som inte fungerar',
      reportHow: 'Upptäcker du något som inte fungerar, eller behöver du innehåll i en annan form, så hör av dig.',
      email: 'E-post',
      phone: 'Telefon',
      noContact: 'Kommunen har ännu inte angett vart du kan höra av dig. Vänd dig till kommunens kontaktcenter.',
      supervision: 'Tillsyn',
      supervisionHow:
        'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur kommunen tar hand om din synpunkt kan du anmäla det dit.',
      supervisionLink: 'Anmäl till Digg',
      updated: 'Redogörelsen är skriven för den version av Samband som står längst ner på sidan.',
    },
    search: {
      title: 'Sök',
      label: 'Sök i Samband',
      button: 'Sök',
      start: 'Skriv ett eller flera ord: ett nyckeltal, en person, en enhet.',
      found: (n: number, words: string) => (n === 1 ? `En träff på ”${words}”.` : `${n} träffar på ”${words}”.`),
      none: (words: string) => `Inget stämmer med ”${words}”`,
      noneHelp: 'Pröva färre eller andra ord.',
      all: (title: string) => `Visa alla i ${title}`,
      failed: (title: string) => `Det gick inte att söka i ${title} just nu. Försök igen om en stund.`,
    },
  },
  {
    about: {
      title: 'About Samband',
      lead: 'Samband shows how a municipality’s resources, volumes and quality hang together, and follows every action to its effect on the same key figure.',
      version: (version) => `This is version ${version}.`,
      open: 'Samband is open source under the MIT licence. Any municipality may use, change and pass it on.',
      sources: 'Where the figures come from',
      kolada:
        'The key figures come from Kolada, run by the Council for the Promotion of Municipal Analysis (RKA). They are fetched through Kolada’s open interface.',
      published: 'Values shown as they were published are marked “Source: Kolada”.',
      computed:
        'What Samband computes from them is marked “Own processing of data from Kolada”. RKA has not reviewed it.',
      example: 'The example municipality and all its figures are invented and marked “Example data”.',
      licences: 'Programs that Samband is built on',
      licencesLead: (n) => `${n} packages, with version and licence, as they are installed.`,
      packageName: 'Package',
      packageVersion: 'Version',
      licence: 'Licence',
      unknownLicence: 'not stated by the package',
    },
    accessibility: {
      title: 'Accessibility statement',
      lead: 'How accessible Samband is, what falls short and where to turn.',
      law: 'This statement concerns the website Samband and follows the Swedish Act (2018:1937) on Accessibility of Digital Public Services.',
      owner: (municipality) =>
        `${municipality} is behind this website and wants as many as possible to be able to use it.`,
      ownerUnknown:
        'The municipality that uses Samband is behind the website and wants as many as possible to be able to use it.',
      how: 'How accessible is the website?',
      partly:
        'The website partly complies with the law. It is built to meet WCAG 2.2 at level AA, but has not yet been reviewed by anyone outside.',
      known: 'What we know falls short',
      issues: [
        'Charts are described in words and have a table with the same figures, but the picture itself can be hard to read at strong magnification.',
        'Very wide tables scroll sideways on small screens.',
        'Names of key figures and their descriptions come from Kolada and are in Swedish only.',
      ].join('\n'),
      tested: 'How we have tested',
      testedHow:
        'Every page is tested automatically at every change, with keyboard, without JavaScript and in both languages. The statement rests on that testing, that is, on our own assessment.',
      report: 'Tell us what does not work',
      reportHow: 'If you find something that does not work, or need content in another form, get in touch.',
      email: 'E-mail',
      phone: 'Telephone',
      noContact:
        'The municipality has not yet said where you can get in touch. Turn to the municipality’s contact centre.',
      supervision: 'Supervision',
      supervisionHow:
        'The Agency for Digital Government (Digg) supervises the law. If you are not content with how the municipality handles your view you can report it there.',
      supervisionLink: 'Report to Digg',
      updated: 'The statement is written for the version of Samband that stands at the foot of the page.',
    },
    search: {
      title: 'Search',
      label: 'Search Samband',
      button: 'Search',
      start: 'Write one or more words: a key figure, a person, a unit.',
      found: (n, words) => (n === 1 ? `One hit for “${words}”.` : `${n} hits for “${words}”.`),
      none: (words) => `Nothing matches “${words}”`,
      noneHelp: 'Try fewer or other words.',
      all: (title) => `Show all in ${title}`,
      failed: (title) => `It was not possible to search in ${title} just now. Try again in a while.`,
    },
  },
);
