import { defineTexts } from '../texts/index.ts';

/** The page about the interface for programs. */
export const apiPageTexts = defineTexts(
  {
    title: 'API',
    lead: 'Så läser och skriver andra program i Samband: samma uppgifter, behörigheter och regler som på sidorna.',
    start: 'Kom igång',
    steps:
      'Gör en åtkomstnyckel under Mitt konto. Välj bara läsa om programmet inte ska ändra något.\n' +
      'Skicka nyckeln i huvudet Authorization. Programmet är då du, så långt dina roller räcker.\n' +
      'Hämta en lista, till exempel så här:',
    toTokens: 'Dina åtkomstnycklar',
    more: 'Lägg till en rad, och ändra den sedan utgående från versionen du läste:',
    document: 'Hela beskrivningen, OpenAPI 3.1',
    documentHelp: 'Läses av verktyg som gör klienter och formulär.',
    rules: 'Bra att veta',
    rulesList:
      'Listor har samma sökning, filter och ordning som på sidorna, med samma namn i adressen. page och pageSize (högst 500) väljer sida; next är adressen till nästa.\n' +
      'Tal är tal och belopp står i fältets enhet. Ett val är { code, label } och en hänvisning { id, label }; båda tas emot som kod, id, namn eller hela objektet. Det som saknas är null, aldrig 0.\n' +
      'Varje rad har en version. Skicka den i If-Match eller som version i kroppen när du ändrar. Har någon annan sparat under tiden blir svaret 409 med båda versionerna, och inget skrivs över.\n' +
      'DELETE arkiverar. POST till radens adress med /restore tar tillbaka den.\n' +
      'Med huvudet Accept-Language: en kommer ord och fel på engelska.\n' +
      'Ett namn i adressen eller kroppen som inte finns ger ett fel, så att en felstavning aldrig ser ut att ha lyckats.',
    problems: 'När något inte går',
    problemsLead:
      'Svaret är då application/problem+json. type slutar på ett av orden här, detail säger vad som är fel, och errors pekar ut fälten.',
    status: 'Status',
    kind: 'Slag',
    meaning: 'Betyder',
    registers: 'Registren',
    register: 'Register',
    address: 'Adress',
    fields: 'Fält',
    field: 'Fält',
    type: 'Slag',
    label: 'På sidorna',
    required: 'krävs',
    readOnly: 'sätts av Samband',
    many: 'flera',
    kinds: {
      text: (max: number) => `text, högst ${max} tecken`,
      longText: (max: number) => `lång text, högst ${max} tecken`,
      richText: (max: number) => `Markdown, högst ${max} tecken`,
      url: () => 'webbadress',
      number: (decimals: number) => (decimals === 0 ? 'heltal' : `tal, högst ${decimals} decimaler`),
      money: (unit: string) => `belopp i ${unit}`,
      date: () => 'datum, 2026-03-02',
      scale: (range: string) => `steg ${range}`,
      yes: () => 'true eller false',
      choice: (codes: string) => `val: ${codes}`,
      vocabulary: (name: string) => `val ur ordlistan ${name}`,
      reference: (to: string) => `hänvisning till ${to}`,
    },
  },
  {
    title: 'API',
    lead: 'How other programs read and write in Samband: the same data, permissions and rules as on the pages.',
    start: 'Begin',
    steps:
      'Make an access token under My account. Choose only read if the program is not to change anything.\n' +
      'Send the token in the header Authorization. The program then is you, as far as your roles reach.\n' +
      'Read a list, for example like this:',
    toTokens: 'Your access tokens',
    more: 'Add a row, and then change it, beginning with the version that you read:',
    document: 'The whole description, OpenAPI 3.1',
    documentHelp: 'Read by tools that make clients and forms.',
    rules: 'Good to know',
    rulesList:
      'Lists have the same search, filters and order as on the pages, by the same names in the address. page and pageSize (at most 500) choose the page; next is the address of the next.\n' +
      'Numbers are numbers, and amounts are in the unit of the field. A choice is { code, label } and a reference { id, label }; both are taken as code, id, name or the whole object. What is missing is null, never 0.\n' +
      'Every row has a version. Send it in If-Match or as version in the body when you change. When somebody else has saved meanwhile the answer is 409 with both versions, and nothing is overwritten.\n' +
      "DELETE archives. POST to the row's address with /restore brings it back.\n" +
      'With the header Accept-Language: en, words and errors come in English.\n' +
      'A name in the address or the body that does not exist is an error, so that a misspelling never looks like success.',
    problems: 'When something cannot be done',
    problemsLead:
      'The answer then is application/problem+json. type ends with one of the words here, detail says what is wrong, and errors points out the fields.',
    status: 'Status',
    kind: 'Kind',
    meaning: 'Means',
    registers: 'The registers',
    register: 'Register',
    address: 'Address',
    fields: 'Fields',
    field: 'Field',
    type: 'Kind',
    label: 'On the pages',
    required: 'required',
    readOnly: 'set by Samband',
    many: 'several',
    kinds: {
      text: (max) => `text, at most ${max} characters`,
      longText: (max) => `long text, at most ${max} characters`,
      richText: (max) => `Markdown, at most ${max} characters`,
      url: () => 'web address',
      number: (decimals) => (decimals === 0 ? 'whole number' : `number, at most ${decimals} decimals`),
      money: (unit) => `amount in ${unit}`,
      date: () => 'date, 2026-03-02',
      scale: (range) => `step ${range}`,
      yes: () => 'true or false',
      choice: (codes) => `choice: ${codes}`,
      vocabulary: (name) => `choice from the vocabulary ${name}`,
      reference: (to) => `reference to ${to}`,
    },
  },
);
