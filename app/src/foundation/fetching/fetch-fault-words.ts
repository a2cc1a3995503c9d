import path from 'node:path';
import { formatDateTime } from '../format/index.ts';
import { defineTexts, type Language } from '../texts/index.ts';
import type { FetchFault } from './fetch-work.ts';
import { importFaultText, koladaTexts } from './kolada-command.texts.ts';

const texts = defineTexts(
  {
    unreachable: 'Kolada går inte att nå. Kontrollera nätverket och brandväggen.',
    timeout: 'Kolada svarade inte i tid.',
    http: (status: number) =>
      status === 429
        ? 'Kolada tar inte emot fler frågor just nu.'
        : `Kolada svarade med fel ${status}. Felet ligger hos Kolada; försök igen senare.`,
    format: 'Kolada svarade med något annat än siffror, till exempel en sida om underhåll.',
    query: 'Frågan till Kolada går inte att ställa så.',
    exact: (message: string) => `Så här stod det: ${message}`,
    kept: 'Det som redan hämtats är sparat och hämtas inte igen.',
    untouched: 'Det som fanns förut är orört.',
    lockedBy: (since: string) => `En annan hämtning eller inläsning pågår sedan ${since}. Vänta tills den är klar.`,
    locked: 'En annan hämtning eller inläsning pågår. Vänta tills den är klar.',
    diskFull: 'Disken är full. Frigör utrymme och försök igen.',
    died: (how: string) => `Hämtningen avslutades av datorn (${how}). Försök igen; räcker inte minnet, se it-driften.`,
    program: (message: string) => `Ett fel i programmet: ${message}`,
  },
  {
    unreachable: 'Kolada cannot be reached. Check the network and the firewall.',
    timeout: 'Kolada did not answer in time.',
    http: (status) =>
      status === 429
        ? 'Kolada takes no more questions just now.'
        : `Kolada answered with error ${status}. The fault is at Kolada; try again later.`,
    format: 'Kolada answered with something other than figures, a page about maintenance for example.',
    query: 'The question cannot be put to Kolada like that.',
    exact: (message) => `It said: ${message}`,
    kept: 'What has been fetched is kept and is not fetched again.',
    untouched: 'What was there before is untouched.',
    lockedBy: (since) => `Another fetch or import has been at work since ${since}. Wait until it is done.`,
    locked: 'Another fetch or import is at work. Wait until it is done.',
    diskFull: 'The disk is full. Make room and try again.',
    died: (how) => `The machine ended the fetch (${how}). Try again; if memory is short, see IT operations.`,
    program: (message) => `A fault in the program: ${message}`,
  },
);

/** What went wrong and what to do, a sentence or a few. */
export function fetchFaultText(fault: FetchFault, archive: string, language: Language): string {
  const t = texts(language);
  switch (fault.code) {
    case 'kolada': {
      const what = fault.reason === 'http' ? t.http(fault.status ?? 0) : t[fault.reason];
      return `${what} ${t.exact(fault.message)} ${t.kept}`;
    }
    case 'archive':
      if (fault.reason !== 'locked') return koladaTexts(language).archive(fault.reason, archive);
      return fault.writer === null ? t.locked : t.lockedBy(formatDateTime(fault.writer.since));
    case 'files':
      return koladaTexts(language).refused(importFaultLines(fault, language).join('\n'));
    case 'diskFull':
      return `${t.diskFull} ${t.untouched}`;
    case 'died':
      return `${t.died(fault.how)} ${t.kept}`;
    case 'program':
      return `${t.program(fault.message)}. ${t.untouched}`;
  }
}

/** Faults in uploaded files, by the name that the person gave the file. */
export function importFaultLines(fault: FetchFault & { code: 'files' }, language: Language): readonly string[] {
  return fault.faults.map((each) => importFaultText({ ...each, file: path.basename(each.file) }, language));
}
