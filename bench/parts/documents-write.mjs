// node documents-write.mjs FORMAT FILE ROUNDS [SECTIONS]: writes invented reports, keeps the last as a file, and prints JSON: milliseconds of the first time and of those
// after it, of processor for each of those, and for the modules to load; bytes; and the most megabytes that were resident, here and in what was started.
import { writeFile } from 'node:fs/promises';
import { inventedReport } from './invented-report.mjs';
import { times } from './measured.mjs';
import { mostResidentOf, processorOf } from './processes.mjs';

const [format, file, rounds, sections = '10'] = process.argv.slice(2);

/** Each gives a function that writes a document. */
const writers = {
  docx: async () => (await import('@samband/documents/word')).writeWord,
  pdf: async () => (await import('@samband/documents/pdf')).writePdf,
  pptx: slides,
  'pptx-pictures': slides,
  html: async () => {
    const { writeHtml } = await import('@samband/documents/html');
    return (document) => Buffer.from(writeHtml(document));
  },
};

async function slides() {
  const { deckOf, writeSlides } = await import('@samband/documents/slides');
  return (document) => writeSlides(deckOf(document));
}

const begun = performance.now();
const write = await writers[format]();
const load = performance.now() - begun;
const charts = format === 'pptx-pictures' ? 'pictures' : 'figures';
let written;
const round = async (number) => {
  written = await write(inventedReport(number, { charts, sections: Number(sections) }));
};
const [first] = await times(1, () => round(1));
const before = processorOf(process.pid);
const again = await times(Number(rounds), (index) => round(index + 2));
const processor = (processorOf(process.pid) - before) / again.length;
await writeFile(file, written);
const rss = mostResidentOf(process.pid);
console.log(JSON.stringify({ load, first, again, processor, bytes: written.length, rss }));
// Writers may keep processes waiting for the next document.
process.exit();
