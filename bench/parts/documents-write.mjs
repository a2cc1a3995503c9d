// node documents-write.mjs FORMAT FILE ROUNDS: writes invented reports, keeps the last as a file, and prints JSON: milliseconds of the first time and of those
// after it, of processor for each of those, and for the modules to load; bytes; and the most megabytes that were resident, here and in what was started.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { inventedReport } from './invented-report.mjs';
import { times } from './measured.mjs';
import { mostResidentOf, processorOf } from './processes.mjs';

const [format, file, rounds] = process.argv.slice(2);

/** Each gives a function that writes a document; undefined where that writer is not built. */
const writers = {
  docx: async () => (await import('@samband/documents/word')).writeWord,
  pdf: async () => (await import('@samband/documents/pdf')).writePdf,
  pptx: slides,
  'pptx-pictures': slides,
  html: async () => {
    const address = new URL('../../packages/documents/dist/html/index.js', import.meta.url);
    return existsSync(address) ? (await import(address)).writeHtml : undefined;
  },
};

async function slides() {
  const { deckOf, writeSlides } = await import('@samband/documents/slides');
  return (document) => writeSlides(deckOf(document));
}

const begun = performance.now();
const write = await writers[format]();
const load = performance.now() - begun;
if (write === undefined) console.log(JSON.stringify({ missing: true }));
else {
  const charts = format === 'pptx-pictures' ? 'pictures' : 'figures';
  let written;
  const round = async (number) => {
    written = await write(inventedReport(number, { charts }));
  };
  const [first] = await times(1, () => round(1));
  const before = processorOf(process.pid);
  const again = await times(Number(rounds), (index) => round(index + 2));
  const processor = (processorOf(process.pid) - before) / again.length;
  await writeFile(file, written);
  console.log(
    JSON.stringify({ load, first, again, processor, bytes: written.length, rss: mostResidentOf(process.pid) }),
  );
  // Writers may keep processes waiting for the next document.
  process.exit();
}
