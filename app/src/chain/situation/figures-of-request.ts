import { type FigureStore, type Figures, FiguresMissingError } from '../../foundation/figures/index.ts';
import { RefusedError, type SambandRequest } from '../../foundation/http/index.ts';
import { defineTexts } from '../../foundation/texts/index.ts';

const texts = defineTexts(
  {
    missing:
      'Det finns inga nyckeltal ännu. En administratör kan hämta dem under Administration → Nyckeltal från Kolada.',
    locked: 'Nyckeltalen används av ett annat program just nu. Försök igen om en stund.',
    damaged: 'Filen med nyckeltal går inte att läsa. Den ligger kvar orörd; it-driften kan läsa in en ny.',
    newerFormat: 'Filen med nyckeltal är gjord av en nyare version av Samband. Uppgradera Samband.',
  },
  {
    missing:
      'There are no key figures yet. An administrator can fetch them under Administration → Key figures from Kolada.',
    locked: 'The key figures are in use by another program just now. Try again in a while.',
    damaged: 'The file of key figures cannot be read. It is left untouched; IT operations can read in a new one.',
    newerFormat: 'The file of key figures was made by a newer version of Samband. Upgrade Samband.',
  },
);

/** The figures that the tenant reads; when there are none, a page that says why and what to do. */
export async function figuresOfRequest(request: SambandRequest, store: FigureStore): Promise<Figures> {
  try {
    return await store.current(request.tenant?.figures ?? 'kolada');
  } catch (error) {
    if (!(error instanceof FiguresMissingError)) throw error;
    const { reason } = error;
    throw new RefusedError(503, (language) => {
      const sentences = texts(language);
      return reason === 'missing' || reason === 'locked' || reason === 'newerFormat'
        ? sentences[reason]
        : sentences.damaged;
    });
  }
}
