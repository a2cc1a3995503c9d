import type { Piece } from '../pieces.ts';

/** Blocks after each other in a page, a cell or a caption. */
export interface HtmlFlow {
  open(name: string, attributes: string): void;
  close(name: string): void;
  say(text: string): void;
  add(piece: Piece): void;
  endBlock(): void;
  end(): readonly Piece[];
}

const blocks = new Set(
  `p div section article header footer main nav aside blockquote address figure figcaption dl dt dd ul ol li pre hr form fieldset body html
  h1 h2 h3 h4 h5 h6 center details summary`.split(/\s+/),
);

/** Word's clipboard gives items of lists as paragraphs that begin with their sign. */
const itemSign = /^\s*(?:[·•o§▪–-]|\d{1,3}[.)]|[a-z]\))\s+/;

export function createHtmlFlow(): HtmlFlow {
  const pieces: Piece[] = [];
  let words = '';
  let boldDepth = 0;
  let bold: boolean | undefined;
  let kind: 'words' | 'item' | 'listParagraph' | number = 'words';
  let preformatted = false;
  let items: string[] | undefined;
  let count = 0;

  const endBlock = () => {
    const text = words.trim();
    words = '';
    const strong = bold === true;
    bold = undefined;
    if (text === '') return;
    if (kind === 'item' || kind === 'listParagraph') {
      if (items === undefined) {
        items = [];
        pieces.push({ kind: 'list', items });
      }
      items.push(kind === 'item' ? text : text.replace(itemSign, ''));
      return;
    }
    items = undefined;
    if (typeof kind === 'number') pieces.push({ kind: 'heading', level: kind, text });
    else pieces.push({ kind: 'paragraph', text, place: ++count, ...(strong && { strong }) });
  };

  return {
    open(name, attributes) {
      if (name === 'br') words += '\n';
      else if (name === 'b' || name === 'strong') boldDepth++;
      else if (/mso-tab-count/i.test(attributes)) words += '\t';
      else if (blocks.has(name)) {
        endBlock();
        preformatted = name === 'pre';
        if (/^h[1-6]$/.test(name)) kind = Number(name[1]);
        else if (name === 'li') kind = 'item';
        else if (name === 'p' && /MsoListParagraph/.test(attributes)) kind = 'listParagraph';
        else if (kind !== 'item' || name !== 'p') kind = 'words';
      }
    },
    close(name) {
      if (name === 'b' || name === 'strong') boldDepth = Math.max(0, boldDepth - 1);
      else if (blocks.has(name)) {
        endBlock();
        preformatted = false;
        if (!(kind === 'item' && name === 'p')) kind = 'words';
      }
    },
    say(text) {
      const said = preformatted ? text : text.replace(/\s+/g, ' ');
      if (said.trim() !== '') bold = boldDepth > 0 && bold !== false;
      words += said;
    },
    add(piece) {
      endBlock();
      items = undefined;
      pieces.push(piece);
    },
    endBlock,
    end() {
      endBlock();
      return pieces;
    },
  };
}
