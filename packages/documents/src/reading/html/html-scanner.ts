/** What is heard while HTML is scanned. Names are in small letters. */
export interface HtmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Elements whose content is no text that people read. */
const unread = new Set(['script', 'style', 'template', 'title', 'noscript', 'svg', 'textarea', 'select']);

/**
 * Scans HTML as it is found: end tags left out, quotes forgotten, the conditions that Office writes for itself. Nothing in it is run or fetched.
 */
export function scanHtml(text: string, listener: HtmlListener): void {
  let at = 0;
  const neverClosed = new Set<string>();
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    if (tag === -1) break;
    if (tag > at) listener.text(decoded(text.slice(at, tag)));
    at = markup(text, tag, listener, neverClosed);
  }
  if (at < text.length) listener.text(decoded(text.slice(at)));
}

function markup(text: string, at: number, listener: HtmlListener, neverClosed: Set<string>): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text[at + 1] === '!' || text[at + 1] === '?') return after(text, '>', at);
  const found = /^<(\/?)([a-z][a-z0-9:-]{0,30})/i.exec(text.slice(at, at + 40));
  if (found === null) {
    listener.text('<');
    return at + 1;
  }
  const name = found[2]!.toLowerCase();
  const end = endOfTag(text, at + found[0].length);
  if (found[1] === '/') {
    listener.close(name);
    return end;
  }
  if (unread.has(name)) return neverClosed.has(name) ? end : afterElement(text, name, end, neverClosed);
  listener.open(name, text.slice(at + found[0].length, end - 1));
  return end;
}

/** No tag is longer; a quote that was never closed ends at the first `>` after all. */
const longestTag = 20_000;

function endOfTag(text: string, from: number): number {
  let quote = '';
  const stop = Math.min(text.length, from + longestTag);
  for (let at = from; at < stop; at++) {
    const sign = text[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && text[at - 1] === '=') quote = sign;
    else if (sign === '>') return at + 1;
  }
  return after(text, '>', from);
}

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? text.length : at + sign.length;
}

function afterElement(text: string, name: string, from: number, neverClosed: Set<string>): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  const found = end.exec(text);
  if (found === null) neverClosed.add(name);
  return found === null ? from : after(text, '>', found.index);
}

const named: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '',
    zwnj: '',
  },
  ...{
    aring: 'å',
    auml: 'ä',
    ouml: 'ö',
    Aring: 'Å',
    Auml: 'Ä',
    Ouml: 'Ö',
    eacute: 'é',
    Eacute: 'É',
    uuml: 'ü',
    Uuml: 'Ü',
  },
  ...{
    oslash: 'ø',
    Oslash: 'Ø',
    aelig: 'æ',
    AElig: 'Æ',
    egrave: 'è',
    agrave: 'à',
    aacute: 'á',
    ccedil: 'ç',
    ntilde: 'ñ',
  },
  ...{
    ndash: '–',
    mdash: '—',
    minus: '−',
    hellip: '…',
    bull: '•',
    middot: '·',
    sect: '§',
    para: '¶',
    deg: '°',
    micro: 'µ',
  },
  ...{
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    laquo: '«',
    raquo: '»',
    euro: '€',
    pound: '£',
  },
  ...{ times: '×', divide: '÷', plusmn: '±', frac12: '½', frac14: '¼', frac34: '¾', permil: '‰', copy: '©', reg: '®' },
  ...{
    larr: '←',
    rarr: '→',
    uarr: '↑',
    darr: '↓',
    le: '≤',
    ge: '≥',
    ne: '≠',
    asymp: '≈',
    dagger: '†',
    sup2: '²',
    sup3: '³',
  },
};

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name as string] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The value of an attribute, quoted or not; undefined when there is none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return found === null ? undefined : decoded(found[1] ?? found[2] ?? found[3] ?? '');
}
