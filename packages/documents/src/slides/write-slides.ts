import { setImmediate } from 'node:timers/promises';
import type { Picture } from '../model/index.ts';
import { drawPicture } from '../picture/index.ts';
import { writeWorkbook } from '../spreadsheet/index.ts';
import { numberFormat } from './chart-data.ts';
import { chartXml, dataSheet } from './chart-xml.ts';
import type { Deck } from './deck.ts';
import { assertWholeDeck, DeckFaultError } from './deck-faults.ts';
import { fitted } from './fitting.ts';
import { type LogoPart, layoutNames, layoutXml, masterXml } from './layouts-xml.ts';
import type { Box } from './look.ts';
import { notesMasterXml, notesXml } from './notes-xml.ts';
import { createPackageWriter, type PackageWriter } from './package-writer.ts';
import { type PlacedChart, type PlacedSlide, placed } from './placing.ts';
import {
  corePropertiesXml,
  presentationPropertiesXml,
  presentationXml,
  programPropertiesXml,
  type Stretch,
  viewPropertiesXml,
} from './presentation-xml.ts';
import { joined, resolved } from './resolved.ts';
import { coverXml, type DeckParts, slideXml } from './slide-xml.ts';
import { sourceOf } from './sources.ts';
import { tableStylesXml } from './table-xml.ts';
import type { TextContext } from './text-xml.ts';
import { themeXml } from './theme-xml.ts';
import { type LayoutName, slideWords } from './words.ts';

export const slidesType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

const main = 'application/vnd.openxmlformats-officedocument.presentationml';
const office = 'application/vnd.openxmlformats-officedocument';
const presentation = '/ppt/presentation.xml';
const master = '/ppt/slideMasters/slideMaster1.xml';
const notesMaster = '/ppt/notesMasters/notesMaster1.xml';

/**
 * The deck as a presentation (ECMA-376, transitional) with editable tables and charts. The same deck gives the same bytes. Throws DeckFaultError when the
 * deck is not fit to be shown.
 */
export async function writeSlides(asked: Deck): Promise<Uint8Array> {
  assertWholeDeck(asked);
  const deck = fitted(resolved(asked));
  const slides = deck.slides.map((slide) => {
    const place = placed(slide, deck.language);
    if (place === undefined) throw new DeckFaultError([{ where: slide.title, what: 'tooLong', detail: slide.id }]);
    return place;
  });
  const words = slideWords(deck.language);
  const file = createPackageWriter();
  const logo = logoOf(deck, file);
  const parts: DeckParts = { deck, words, logo };

  file.relate('/', 'officeDocument', presentation);
  file.relate(
    '/',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    '/docProps/core.xml',
  );
  file.relate('/', 'extended-properties', '/docProps/app.xml');
  const masterRelation = addMaster(file, parts);
  const names = ['/ppt/slides/slide1.xml', ...slides.map((_, index) => `/ppt/slides/slide${index + 2}.xml`)];
  const slideNames = new Map(slides.map(({ slide }, index) => [slide.id, names[index + 1]!]));
  const relations = names.map((name) => file.relate(presentation, 'slide', name));

  const context = (name: string): TextContext => ({ language: words.tag, link: linker(file, name, slideNames) });
  const withLayout = (name: string, layout: LayoutName) =>
    file.relate(name, 'slideLayout', `/ppt/slideLayouts/slideLayout${layoutNames.indexOf(layout) + 1}.xml`);
  withLayout(names[0]!, 'title');
  file.add(names[0]!, `${main}.slide+xml`, coverXml(parts, context(names[0]!)));
  const charts = numberedCharts(file, words.tag);
  for (const [index, slide] of slides.entries()) {
    const name = names[index + 1]!;
    withLayout(name, slide.layout);
    const workbooks = await workbooksOf(slide);
    const xml = slideXml(slide, index + 2, parts, {
      context: context(name),
      chart: (part) => charts(name, part, workbooks.get(part)!),
      picture: ({ figure, box }) => pictureOf(file, name, figure.picture, box),
    });
    file.add(name, `${main}.slide+xml`, xml);
    // A picture takes some hundredths of a second, in which nobody else is served.
    await setImmediate();
  }

  const noted = slides.flatMap(({ slide }, index) => {
    const source = sourceOf(slide, deck.language);
    const notes = joined(slide.notes, source?.isCut === true ? source.whole : undefined);
    return notes === undefined ? [] : [{ notes, name: names[index + 1]! }];
  });
  const notesRelation = noted.length === 0 ? undefined : addNotes(file, noted, parts);
  const ids = { master: masterRelation, notesMaster: notesRelation, slides: relations };
  file.add(presentation, `${main}.presentation.main+xml`, presentationXml(ids, stretchesOf(deck, slides), words.tag));
  file.add(
    '/docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    corePropertiesXml(deck, words.tag),
  );
  file.add(
    '/docProps/app.xml',
    `${office}.extended-properties+xml`,
    programPropertiesXml(deck, names.length, noted.length),
  );
  return file.bytes();
}

/** Master, layouts, theme and what a presentation must have beside them. */
function addMaster(file: PackageWriter, { deck, words, logo }: DeckParts): string {
  const relation = file.relate(presentation, 'slideMaster', master);
  const use = (name: string) => ({
    ...logo!,
    raster: file.relate(name, 'image', logo!.raster),
    vector: logo!.vector === undefined ? undefined : file.relate(name, 'image', logo!.vector),
  });
  const layouts = layoutNames.map((layout, index) => {
    const name = `/ppt/slideLayouts/slideLayout${index + 1}.xml`;
    file.relate(name, 'slideMaster', master);
    const own = logo === undefined ? undefined : layout === 'title' ? use(name) : logo;
    file.add(name, `${main}.slideLayout+xml`, layoutXml(layout, words, own));
    return file.relate(master, 'slideLayout', name);
  });
  file.relate(master, 'theme', '/ppt/theme/theme1.xml');
  file.add('/ppt/theme/theme1.xml', `${office}.theme+xml`, themeXml(deck.about.colour));
  file.add(
    master,
    `${main}.slideMaster+xml`,
    masterXml(words, deck.about, logo === undefined ? undefined : use(master), layouts),
  );
  for (const [type, name, xml] of [
    ['presProps', 'presProps', presentationPropertiesXml],
    ['viewProps', 'viewProps', viewPropertiesXml],
    ['tableStyles', 'tableStyles', tableStylesXml],
  ] as const) {
    file.relate(presentation, type, `/ppt/${name}.xml`);
    file.add(`/ppt/${name}.xml`, `${main}.${type}+xml`, xml);
  }
  return relation;
}

function addNotes(
  file: PackageWriter,
  noted: readonly { notes: string; name: string }[],
  { deck, words }: DeckParts,
): string {
  const relation = file.relate(presentation, 'notesMaster', notesMaster);
  file.relate(notesMaster, 'theme', '/ppt/theme/theme2.xml');
  file.add('/ppt/theme/theme2.xml', `${office}.theme+xml`, themeXml(deck.about.colour));
  file.add(notesMaster, `${main}.notesMaster+xml`, notesMasterXml(words));
  for (const [index, { notes, name }] of noted.entries()) {
    const part = `/ppt/notesSlides/notesSlide${index + 1}.xml`;
    file.relate(part, 'notesMaster', notesMaster);
    file.relate(part, 'slide', name);
    file.relate(name, 'notesSlide', part);
    file.add(part, `${main}.notesSlide+xml`, notesXml(notes, words));
  }
  return relation;
}

/** `#id` leads to a slide, an address of the web or of mail out of the file; others lead nowhere. */
function linker(file: PackageWriter, from: string, slides: ReadonlyMap<string, string>): TextContext['link'] {
  return (href) => {
    if (href.startsWith('#')) {
      const to = slides.get(href.slice(1));
      if (to === undefined || to === from) return undefined;
      return `r:id="${file.relate(from, 'slide', to)}" action="ppaction://hlinksldjump"`;
    }
    if (!/^(?:https?:\/\/|mailto:)/i.test(href) || !URL.canParse(href)) return undefined;
    return `r:id="${file.relateOutside(from, 'hyperlink', new URL(href).href)}"`;
  };
}

/** What people who change a chart's figures see. */
async function workbooksOf({ parts }: PlacedSlide): Promise<ReadonlyMap<PlacedChart, Uint8Array>> {
  const workbooks = new Map<PlacedChart, Uint8Array>();
  for (const part of parts) {
    if (part.kind !== 'chart') continue;
    const { categories, series, decimals, unit } = part.chart;
    const format = numberFormat(decimals);
    const columns = [{ header: unit }, ...series.map(({ name }) => ({ header: name, format }))];
    const rows = categories.map((category, at) => [category, ...series.map(({ values }) => values[at] ?? null)]);
    workbooks.set(part, await writeWorkbook([{ name: dataSheet, columns, rows, notes: [] }]));
  }
  return workbooks;
}

function numberedCharts(file: PackageWriter, tag: string) {
  let count = 0;
  return (slide: string, { chart, box }: PlacedChart, workbook: Uint8Array): string => {
    const name = `/ppt/charts/chart${++count}.xml`;
    const data = file.relate(name, 'package', file.addMedia('/ppt/embeddings', 'xlsx', workbook));
    file.add(name, `${office}.drawingml.chart+xml`, chartXml(chart, box, tag, data));
    return file.relate(slide, 'chart', name);
  };
}

/** Two dots to each of the slide's pixels: sharp on a projector. Programs that know SVG show that instead. */
const dotsToPixel = 2;

function pictureOf(
  file: PackageWriter,
  from: string,
  picture: Picture,
  box: Box,
): { raster: string; vector?: string | undefined } {
  const pixels = (box.w * 96) / 72;
  const media = mediaOf(file, picture, (pixels * dotsToPixel) / picture.width);
  return {
    raster: file.relate(from, 'image', media.raster),
    vector: media.vector === undefined ? undefined : file.relate(from, 'image', media.vector),
  };
}

/** An outlined SVG larger than this costs more than it gives beside the PNG. */
const largestVector = 64 * 1024;

function mediaOf(
  file: PackageWriter,
  picture: Picture,
  scale: number,
): { raster: string; vector?: string | undefined } {
  const folder = '/ppt/media';
  if (picture.format !== 'svg') return { raster: file.addMedia(folder, picture.format, picture.bytes) };
  const { png, outlined } = drawPicture(picture.svg, { scale });
  const raster = file.addMedia(folder, 'png', png);
  const vector = Buffer.from(outlined);
  return vector.length > largestVector ? { raster } : { raster, vector: file.addMedia(folder, 'svg', vector) };
}

function logoOf({ about: { logo } }: Deck, file: PackageWriter): LogoPart | undefined {
  if (logo === undefined || !(logo.width > 0) || !(logo.height > 0)) return undefined;
  const { width, height, alt } = logo;
  return { ...mediaOf(file, logo, Math.min(1200 / width, 8)), width, height, alt };
}

/** The cover and what comes before the first stretch that has a name, and then each with what follows it. */
function stretchesOf(deck: Deck, slides: readonly PlacedSlide[]): readonly Stretch[] {
  const stretches: { name: string; slides: number[] }[] = [{ name: deck.title, slides: [0] }];
  for (const [index, { slide, layout }] of slides.entries()) {
    const name = slide.stretch ?? (layout === 'section' ? slide.title : undefined);
    if (name !== undefined) stretches.push({ name, slides: [] });
    stretches.at(-1)!.slides.push(index + 1);
  }
  return stretches;
}
