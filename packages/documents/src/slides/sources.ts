import { type DocumentLanguage, plain, sourceLine } from '../model/index.ts';
import { chartsOf, missingIn } from './chart-data.ts';
import { blocksOf, type Slide, type SlideBlock } from './deck.ts';
import { area, leastSize } from './look.ts';
import { heightOf, lineCount, type Type, widerFonts } from './measure.ts';
import type { PlacedText } from './placing.ts';
import { firstSentences } from './sentence.ts';
import { slideWords } from './words.ts';

const type: Type = { face: 'text', size: leastSize };
const mostLines = 2;

/** What stands at the foot of a slide: whence its figures are, and which are not there. What has no room there is said in the notes. */
export function sourceOf(
  slide: Slide,
  language: DocumentLanguage,
): { readonly shown: PlacedText; readonly whole: string; readonly isCut: boolean } | undefined {
  const said = blocksOf(slide).flatMap((block) => sourceWords(block, language));
  const whole = [...new Set(said)].join(' ');
  if (whole === '') return undefined;
  const width = area.width / widerFonts.text;
  const fits = (words: string) => lineCount(plain(words), width, type) <= mostLines;
  let words = whole;
  for (let count = sentenceCount(whole); count > 0 && !fits(words); count--) {
    words = textOf(firstSentences(count, plain(whole))[0]);
  }
  while (!fits(words))
    words = `${words.slice(0, words.lastIndexOf(' ', words.length - 2)).trimEnd() || words.slice(0, -8)}…`;
  const h = heightOf(plain(words), width, type);
  const box = { x: area.left, y: area.bottom - h, w: area.width, h };
  return {
    shown: { box, paragraphs: [{ text: plain(words), type, colour: 'muted', before: 0 }] },
    whole,
    isCut: words !== whole,
  };
}

function sentenceCount(words: string): number {
  return words.split(/[.!?]\s/).length;
}

function textOf(text: ReturnType<typeof plain>): string {
  return text.map((part) => ('text' in part ? part.text : '')).join('');
}

/** Sentences, each once: charts of the same figures have the same source. */
function sourceWords(block: SlideBlock, language: DocumentLanguage): readonly string[] {
  const drawn = block.kind === 'figure' || block.kind === 'charts' ? chartsOf(block) : [];
  const whence = ('source' in block ? block.source?.trim() : undefined) ?? '';
  const said = whence === '' ? '' : sourceLine(whence, language);
  const ended = said === '' || /[.!?]$/.test(said) ? said : `${said}.`;
  const missing = [...new Set(drawn.flatMap(({ chart }) => missingIn(chart)))];
  const most = 4;
  const named = missing.length > most ? [...missing.slice(0, most), '…'] : missing;
  return [ended, ...(missing.length === 0 ? [] : [`${slideWords(language).missingFor} ${named.join(', ')}.`])].filter(
    (each) => each !== '',
  );
}
