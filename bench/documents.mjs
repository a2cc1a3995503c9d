// A report of about twenty pages with ten charts and ten tables, written as Word, PDF, slides and a page, each in a process of its own, against LibreOffice
// that converts the same report in the same run: the Word file to PDF and to HTML, the slides to PDF. With --many also a short report for each of 290
// municipalities.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { converted, hasLibreOffice } from './parts/libre-office.mjs';
import {
  inOwnProcess,
  inTemporaryFolder,
  median,
  ms,
  printLoad,
  printTable,
  spread,
  target,
  times2,
} from './parts/measured.mjs';

const rounds = Number(process.env.ROUNDS ?? 9);
const municipalities = 290;
const isMany = process.argv.includes('--many');

/** What is written, the bound in milliseconds, and what LibreOffice makes of which file meanwhile. */
const formats = [
  { what: 'Word', format: 'docx', ending: 'docx', bound: 1000, peer: { of: 'docx', to: 'pdf' } },
  { what: 'PDF', format: 'pdf', ending: 'pdf', bound: 500, peer: { of: 'docx', to: 'pdf' } },
  { what: 'slides', format: 'pptx', ending: 'pptx', bound: 1000, peer: { of: 'pptx', to: 'pdf' } },
  {
    what: 'slides, charts as pictures',
    format: 'pptx-pictures',
    ending: 'pptx',
    peer: { of: 'pptx-pictures', to: 'pdf' },
  },
  { what: 'HTML', format: 'html', ending: 'html', peer: { of: 'docx', to: 'html' } },
];

await inTemporaryFolder(async (folder) => {
  const fileOf = ({ format, ending }) => path.join(folder, `${format}.${ending}`);
  printLoad();
  const written = [];
  for (const each of formats) {
    written.push({
      ...each,
      ...(await inOwnProcess('documents-write.mjs', [each.format, fileOf(each), String(rounds)])),
    });
  }
  const peers = await withLibreOffice(folder, written, fileOf);

  console.log(
    `\nMilliseconds: median (least–greatest) of ${rounds}, each another report; the first time in a process apart, with what it loads.`,
  );
  console.log('Processor time is what is left when other work on the machine is not counted.\n');
  printTable(
    ['', 'first', 'again', 'processor', 'kB', 'MB', 'LibreOffice', 'processor', 'MB', 'ratio', 'processor'],
    written.map(({ what, format, load, first, again, processor, bytes, rss }) => {
      const peer = peers.get(format);
      return [
        what,
        ms(load + first),
        spread(again),
        ms(processor),
        ms(bytes / 1024),
        ms(rss),
        ...(peer === undefined
          ? ['–', '–', '–', '–', '–']
          : [
              ms(peer.wall),
              ms(peer.processor),
              ms(peer.rss),
              times2(peer.wall / median(again)),
              times2(peer.processor / processor),
            ]),
      ];
    }),
  );
  if (peers.size === 0) console.log('LibreOffice: skipped, since soffice is not on this machine.');
  else
    console.log(
      'LibreOffice starts anew for each file, as programs that convert with it do; its profile is made beforehand.',
    );
  const pdf = written.find(({ format }) => format === 'pdf');
  if (pdf !== undefined) console.log(`Pages of the report as PDF: ${await pagesOf(fileOf(pdf))}.`);
  if (isMany) await many(fileOf);
  printLoad();

  console.log('\nTargets');
  for (const { what, bound, load, first, again, processor } of written) {
    if (bound === undefined) continue;
    const figure = `${ms(median(again))} ms, of processor ${ms(processor)} ms`;
    target(`${what} in ${bound} ms`, median(again) < bound, figure);
    target(`${what} in ${bound} ms, the first time too`, load + first < bound, `${ms(load + first)} ms`);
  }
});

/** A report of two sections for each municipality, one after another in one process. */
async function many(fileOf) {
  const results = [];
  for (const each of formats) {
    const answer = await inOwnProcess('documents-write.mjs', [
      each.format,
      fileOf(each),
      String(municipalities - 1),
      '2',
    ]);
    const total = answer.load + answer.first + answer.again.reduce((sum, taken) => sum + taken, 0);
    results.push([
      each.what,
      (total / 1000).toFixed(1),
      ms(median(answer.again)),
      ms(answer.processor),
      ms(answer.rss),
    ]);
  }
  console.log(`\n${municipalities} reports of two charts and two tables each, one process for each format.\n`);
  printTable(['', 'seconds in all', 'ms each', 'processor', 'MB'], results);
}

/** By format; a file that is converted for two of them is converted once. */
async function withLibreOffice(folder, written, fileOf) {
  const peers = new Map();
  if (!hasLibreOffice()) return peers;
  const known = new Map();
  let warm = false;
  for (const { format, peer } of written) {
    const source = written.find((each) => each.format === peer.of);
    if (source === undefined) continue;
    const key = `${peer.of} ${peer.to}`;
    if (!known.has(key)) {
      if (!warm) await converted(folder, fileOf(source), peer.to);
      warm = true;
      const runs = [];
      for (let run = 0; run < 3; run++) runs.push(await converted(folder, fileOf(source), peer.to));
      known.set(key, {
        wall: median(runs.map(({ wall }) => wall)),
        processor: median(runs.map(({ processor }) => processor)),
        rss: Math.max(...runs.map(({ rss }) => rss)),
      });
    }
    peers.set(format, known.get(key));
  }
  return peers;
}

async function pagesOf(file) {
  const pdf = await readFile(file, 'latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 'unknown';
}
