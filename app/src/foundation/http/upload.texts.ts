import { defineTexts } from '../texts/index.ts';

const megabytes = (bytes: number) => (bytes / (1024 * 1024)).toLocaleString('sv-SE', { maximumFractionDigits: 1 });

export const uploadTexts = defineTexts(
  {
    notAForm:
      'Det som skickades gick inte att läsa som ett formulär med filer. Ingenting har sparats. Ladda om sidan och försök igen.',
    broken: 'Överföringen avbröts innan allt hade kommit fram. Ingenting har sparats. Försök igen.',
    fileTooLarge: (name: string, limit: number) =>
      `Filen ${name} är större än ${megabytes(limit)} MB, som är det största som tas emot. Ingenting har sparats, och det du skrev i formuläret följde inte med: gå tillbaka i webbläsaren, där texten oftast finns kvar, och välj en mindre fil.`,
    tooManyFiles: (most: number) =>
      `Högst ${most} ${most === 1 ? 'fil' : 'filer'} tas emot på en gång. Ingenting har sparats, och det du skrev i formuläret följde inte med: gå tillbaka i webbläsaren och välj färre.`,
    fieldTooLarge:
      'En text i formuläret är längre än vad som tas emot. Ingenting har sparats. Gå tillbaka i webbläsaren och korta den.',
  },
  {
    notAForm:
      'What was sent could not be read as a form with files. Nothing has been saved. Reload the page and try again.',
    broken: 'The transfer ended before everything had arrived. Nothing has been saved. Try again.',
    fileTooLarge: (name, limit) =>
      `The file ${name} is larger than ${megabytes(limit)} MB, the most that is received. Nothing has been saved, and what you wrote in the form did not come along: go back in the browser, where the text usually remains, and choose a smaller file.`,
    tooManyFiles: (most) =>
      `At most ${most} ${most === 1 ? 'file is' : 'files are'} received at a time. Nothing has been saved, and what you wrote in the form did not come along: go back in the browser and choose fewer.`,
    fieldTooLarge:
      'A text in the form is longer than can be received. Nothing has been saved. Go back in the browser and shorten it.',
  },
);
