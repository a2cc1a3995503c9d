import { type DocumentAbout, documentWords, plain, shortened } from '../model/index.ts';
import type { Deck } from './deck.ts';
import { cover, footerBox, type LogoPart, numberBox, numberFieldId, places } from './layouts-xml.ts';
import { area, type Box, leastSize } from './look.ts';
import { heightOf, leading, lineCount, widthOf } from './measure.ts';
import { escaped } from './package-writer.ts';
import type { PlacedChart, PlacedPart, PlacedSlide } from './placing.ts';
import { frameXml, numberFrom, pictureXml, shapeTree, textBoxXml } from './shape-xml.ts';
import { tableXml } from './table-xml.ts';
import { noticePadding, quoteIndent, type TextParagraph } from './text-layout.ts';
import { bodyProperties, colourXml, namespaces, type TextContext, xfrm } from './text-xml.ts';
import type { SlideWords } from './words.ts';

/** The relationship ids of what a slide shows beside its own text. */
export interface SlideMedia {
  readonly context: TextContext;
  readonly chart: (part: PlacedChart) => string;
  readonly picture: (part: Extract<PlacedPart, { kind: 'picture' }>) => {
    raster: string;
    vector?: string | undefined;
  };
}

export interface DeckParts {
  readonly deck: Deck;
  readonly words: SlideWords;
  readonly logo: LogoPart | undefined;
}

export function slideXml(
  placed: PlacedSlide,
  number: number,
  { deck, words, logo }: DeckParts,
  media: SlideMedia,
): string {
  const { kicker, title, lead, parts, source, layout } = placed;
  const { prompts } = words;
  const { context } = media;
  const id = numberFrom(2);
  const shapes = [textBoxXml({ id: id(), name: prompts.title, placeholder: places.title, ...title }, context)];
  if (kicker !== undefined)
    shapes.push(textBoxXml({ id: id(), name: prompts.kicker, placeholder: places.kicker, ...kicker }, context));
  if (lead !== undefined) {
    const placeholder = layout === 'section' ? places.lead : undefined;
    shapes.push(textBoxXml({ id: id(), name: prompts.lead, placeholder, ...lead }, context));
  }
  // The layout has one place for what the slide mainly shows; what else there is stands in boxes of its own.
  const main = parts.find(({ kind }) =>
    layout === 'content'
      ? kind === 'body'
      : layout === 'table'
        ? kind === 'table'
        : kind === 'chart' || kind === 'picture',
  );
  for (const part of parts) shapes.push(partXml(part, id(), part === main, deck, words, media));
  if (source !== undefined)
    shapes.push(
      textBoxXml({ id: id(), name: prompts.source, placeholder: places.source, anchor: 'b', ...source }, context),
    );
  shapes.push(
    footXml(id(), { deck, words, logo }, context, layout === 'section'),
    numberXml(id(), words.names.number, number, context, layout === 'section'),
  );
  return wholeSlide(shapes);
}

function partXml(
  part: PlacedPart,
  id: number,
  isMain: boolean,
  deck: Deck,
  words: SlideWords,
  media: SlideMedia,
): string {
  const { context } = media;
  const { prompts } = words;
  switch (part.kind) {
    case 'table': {
      const { caption, columns, rows } = part.table;
      const alt = `${caption}. ${words.rowsAndColumns(rows.length, columns.length)}.`;
      return frameXml(
        { id, name: prompts.table, alt, placeholder: isMain ? places.table : undefined, box: part.box },
        'table',
        tableXml(part, context),
      );
    }
    case 'chart': {
      const chart = `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${media.chart(part)}"/>`;
      const { alt } = part;
      const placeholder = isMain ? places.picture : undefined;
      return frameXml(
        { id, name: documentWords(deck.language).figure, alt, placeholder, box: part.box },
        'chart',
        chart,
      );
    }
    case 'picture': {
      const { alt } = part.figure;
      const name = documentWords(deck.language).figure;
      const placeholder = isMain ? places.picture : undefined;
      return pictureXml({ id, name, alt, placeholder, box: part.box, ...media.picture(part) });
    }
    case 'notice':
      return textBoxXml(
        { id, name: prompts.text, box: part.box, paragraphs: part.paragraphs, inset: noticePadding, fill: 'bg2' },
        context,
      );
    case 'quote': {
      const box = { ...part.box, x: part.box.x + quoteIndent, w: part.box.w - quoteIndent };
      return textBoxXml({ id, name: prompts.text, box, paragraphs: part.paragraphs }, context);
    }
    default: {
      const placeholder = isMain ? places.content : undefined;
      return textBoxXml({ id, name: prompts.text, placeholder, box: part.box, paragraphs: part.paragraphs }, context);
    }
  }
}

function wholeSlide(shapes: readonly string[]): string {
  return `<p:sld ${namespaces}><p:cSld>${shapeTree(shapes.join(''))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

function footXml(id: number, { deck, words, logo }: DeckParts, context: TextContext, onOwn: boolean): string {
  const room = footerBox(logo);
  const box: Box = onOwn ? { ...room, x: area.left, w: room.w + room.x - area.left } : room;
  const { organisation, mark = '' } = deck.about;
  const type = { face: 'text', size: leastSize } as const;
  const strong = { face: 'strong', size: leastSize } as const;
  const colour = onOwn ? 'white' : 'muted';
  const marked = mark === '' ? '' : `  ·  ${mark}`;
  const left = box.w - widthOf(marked, strong) - 12;
  const said = within([organisation, deck.title].join('  ·  '), left, type);
  const paragraph: TextParagraph = { text: plain(said), type, colour, before: 0 };
  const text = textBoxXml(
    { id, name: words.names.footer, placeholder: places.footer, box, paragraphs: [paragraph] },
    context,
  );
  if (marked === '') return text;
  const colours = colourXml(onOwn ? 'white' : 'rust');
  const run = `<a:r><a:rPr lang="${context.language}" sz="${leastSize * 100}" b="1" dirty="0">${colours}<a:latin typeface="+mn-lt"/></a:rPr><a:t>${escaped(marked)}</a:t></a:r>`;
  return text.replace('</a:p>', `${run}</a:p>`);
}

/** As much of a line as there is room for. */
function within(words: string, width: number, type: { face: 'text'; size: number }): string {
  let most = words.length;
  while (most > 8 && widthOf(shortened(words, most), type) > width) most -= 4;
  return shortened(words, most);
}

function numberXml(id: number, name: string, number: number, { language }: TextContext, onOwn: boolean): string {
  const colour = colourXml(onOwn ? 'white' : 'muted');
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${places.number}/></p:nvPr></p:nvSpPr><p:spPr>${xfrm(numberBox)}</p:spPr><p:txBody>${bodyProperties()}<a:lstStyle/><a:p><a:pPr algn="r"/><a:fld id="${numberFieldId}" type="slidenum"><a:rPr lang="${language}" sz="${leastSize * 100}">${colour}</a:rPr><a:t>${number}</a:t></a:fld></a:p></p:txBody></p:sp>`;
}

/** The first slide: what this is, whose, and from when. */
export function coverXml({ deck, words, logo }: DeckParts, context: TextContext): string {
  const { title, subtitle, about } = deck;
  const { prompts } = words;
  const id = numberFrom(2);
  const size =
    [44, 40, 36, 32, 28].find(
      (each) => lineCount(plain(title), cover.title.w, { face: 'title', size: each }) <= (each > 36 ? 2 : 3),
    ) ?? 24;
  const shapes = [
    textBoxXml(
      {
        id: id(),
        name: prompts.title,
        placeholder: places.coverTitle,
        anchor: 'b',
        box: cover.title,
        paragraphs: [{ text: plain(title), type: { face: 'title', size }, colour: 'ink', before: 0 }],
      },
      context,
    ),
  ];
  if (subtitle !== undefined && subtitle !== '') {
    const text = plain(subtitle);
    const small =
      [22, 20, 18, 16].find(
        (each) => heightOf(text, cover.subtitle.w, { face: 'text', size: each }) <= cover.subtitle.h,
      ) ?? 14;
    const paragraphs: readonly TextParagraph[] = [
      { text, type: { face: 'text', size: small }, colour: 'muted', before: 0 },
    ];
    shapes.push(
      textBoxXml(
        { id: id(), name: prompts.lead, placeholder: places.subtitle, box: cover.subtitle, paragraphs },
        context,
      ),
    );
  }
  const paragraphs = aboutLines(about, logo !== undefined);
  const height = paragraphs.length * leading(14) + 4;
  const box = { ...cover.about, y: cover.about.y + cover.about.h - height, h: height };
  shapes.push(
    textBoxXml({ id: id(), name: prompts.text, placeholder: places.about, box, anchor: 'b', paragraphs }, context),
  );
  return wholeSlide(shapes);
}

function aboutLines(about: DocumentAbout, hasLogo: boolean): readonly TextParagraph[] {
  const { organisation, author, date, caseNumber, state, mark } = about;
  const line = (
    said: readonly (string | undefined)[],
    colour: TextParagraph['colour'],
    strong = false,
  ): TextParagraph[] => {
    const words = said.filter((each) => each !== undefined && each !== '').join('  ·  ');
    const type = { face: 'text', size: 14 } as const;
    return words === '' ? [] : [{ text: plain(within(words, cover.about.w, type)), type, colour, before: 0, strong }];
  };
  return [
    ...line([organisation, author], 'ink', !hasLogo),
    ...line([date, caseNumber, state], 'muted'),
    ...line([mark], 'rust', true),
  ];
}
