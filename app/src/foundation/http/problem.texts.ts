import { defineTexts } from '../texts/index.ts';

/** What is said to programs: short titles, and sentences that tell whoever reads the log what to do. */
export const problemTexts = defineTexts(
  {
    400: { title: 'Frågan går inte att förstå', detail: 'Något i adressen, huvudet eller kroppen har fel form.' },
    401: {
      title: 'Ingen giltig åtkomstnyckel',
      detail: 'Skicka en nyckel i huvudet Authorization: Bearer. Nyckeln kan ha tagits bort eller gått ut.',
    },
    403: { title: 'Inte tillåtet', detail: 'Personens roller räcker inte till detta. Ingenting har ändrats.' },
    404: { title: 'Finns inte', detail: 'Adressen leder inte till något som finns i den här kommunen.' },
    409: { title: 'Någon annan hann före', detail: 'Raden har ändrats sedan den lästes. Ingenting har skrivits över.' },
    413: { title: 'För stort', detail: 'Det som skickades är större än vad som tas emot. Ingenting har sparats.' },
    415: { title: 'Inte JSON', detail: 'Skicka kroppen som JSON med huvudet Content-Type: application/json.' },
    422: { title: 'Uppgifterna kunde inte tas emot', detail: 'Inget har sparats. Felen står fält för fält.' },
    428: {
      title: 'Versionen saknas',
      detail: 'Ange vilken version som ändras, i huvudet If-Match eller som version i kroppen.',
    },
    429: { title: 'För många försök', detail: 'Vänta några minuter innan nästa försök.' },
    500: { title: 'Fel i Samband', detail: 'Felet har antecknats. Ange requestId till den som sköter Samband.' },
    503: { title: 'Inte tillgängligt just nu', detail: 'Försök igen om en minut.' },
    foreign:
      'Den här adressen tar emot ändringar med en åtkomstnyckel. Med inloggningens kaka görs ändringar bara från Sambands egna sidor.',
    readOnly: 'Åtkomstnyckeln får bara läsa. Ingenting har ändrats.',
    notJson: 'Kroppen går inte att läsa som JSON.',
  },
  {
    400: {
      title: 'The question cannot be understood',
      detail: 'Something in the address, a header or the body is malformed.',
    },
    401: {
      title: 'No valid access token',
      detail: 'Send a token in the header Authorization: Bearer. The token may have been revoked or have expired.',
    },
    403: { title: 'Not allowed', detail: "The person's roles do not reach this far. Nothing has been changed." },
    404: { title: 'Not found', detail: 'The address leads to nothing that exists in this municipality.' },
    409: {
      title: 'Somebody else was first',
      detail: 'The row has changed since it was read. Nothing has been overwritten.',
    },
    413: { title: 'Too large', detail: 'What was sent is larger than what is received. Nothing has been saved.' },
    415: { title: 'Not JSON', detail: 'Send the body as JSON, with the header Content-Type: application/json.' },
    422: {
      title: 'The values could not be accepted',
      detail: 'Nothing has been saved. The errors stand field by field.',
    },
    428: {
      title: 'The version is missing',
      detail: 'Say which version is changed, in the header If-Match or as version in the body.',
    },
    429: { title: 'Too many attempts', detail: 'Wait some minutes before the next attempt.' },
    500: {
      title: 'A fault in Samband',
      detail: 'The fault has been noted. Give the requestId to whoever runs Samband.',
    },
    503: { title: 'Not available just now', detail: 'Try again in a minute.' },
    foreign:
      'This address takes changes with an access token. With the cookie of a sign-in, changes are made from the pages of Samband only.',
    readOnly: 'The access token may only read. Nothing has been changed.',
    notJson: 'The body cannot be read as JSON.',
  },
);
