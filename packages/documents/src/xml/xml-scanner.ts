/** What is heard while a document is scanned. Names come without their prefix. */
export interface XmlListener {
  /** `closed`: the element has no content and no end of its own. */
  open(name: string, attributes: string, closed: boolean): void;
  close(name: string): void;
  text(text: string): void;
}

export interface XmlScanner {
  /** Takes the document in pieces, cut anywhere. */
  write(piece: string): void;
  /** Throws when the document has not come to its end. */
  end(): void;
}

export class XmlError extends Error {
  override readonly name: string = 'XmlError';
}

/** A tag or a text goes on beyond all measure: the file holds little and unpacks to much. */
export class EndlessXmlError extends XmlError {
  override readonly name = 'EndlessXmlError';
}

/** No tag and no text in an office file is longer; beyond it somebody means harm. */
const longestToken = 1024 * 1024;

/**
 * Scans XML 1.0 without keeping it: as much of XML as office programs write, which is all but document types. Those may declare texts that grow without end,
 * so a document with one is refused. Entities are the five of XML and numbers.
 */
export function createXmlScanner(listener: XmlListener): XmlScanner {
  let rest = '';
  let depth = 0;

  /** Handles the tag at `at`; where it ends, or -1 when the rest of it has not come yet. */
  const markup = (text: string, at: number): number => {
    const sign = text[at + 1];
    if (sign === '?') return after(text, '?>', at);
    if (sign === '!') return special(text, at);
    const end = endOfTag(text, at + 1);
    if (end === -1) return -1;
    if (sign === '/') {
      depth--;
      listener.close(localName(text.slice(at + 2, end).trimEnd()));
    } else openTag(text.slice(at + 1, end));
    return end + 1;
  };

  const special = (text: string, at: number): number => {
    if (text.startsWith('<!--', at)) return after(text, '-->', at);
    if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at);
      if (end !== -1) listener.text(oneLineBreak(text.slice(at + 9, end - 3)));
      return end;
    }
    if (text.length - at < 9) return -1;
    throw new XmlError('a document type is not accepted');
  };

  const openTag = (tag: string) => {
    const closed = tag.endsWith('/');
    const space = tag.search(/[\s/]/);
    const name = localName(space === -1 ? tag : tag.slice(0, space));
    if (!closed) depth++;
    listener.open(name, space === -1 ? '' : tag.slice(space), closed);
  };

  return {
    write(piece) {
      const text = rest + piece;
      let at = 0;
      while (at < text.length) {
        const tag = text.indexOf('<', at);
        if (tag === -1) break;
        if (tag > at) listener.text(decoded(text.slice(at, tag)));
        const end = markup(text, tag);
        at = end === -1 ? tag : end;
        if (end === -1) break;
      }
      rest = text.slice(at);
      if (rest.length > longestToken) throw new EndlessXmlError('a tag or a text that does not end');
    },
    end() {
      if (depth !== 0 || rest.trim() !== '') throw new XmlError('the document ends too early');
    },
  };
}

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? -1 : at + sign.length;
}

/** Values of attributes may hold `>`. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function oneLineBreak(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text and values of attributes as they are meant: one kind of line break, no entities. */
export function decoded(text: string): string {
  const lines = oneLineBreak(text);
  if (!lines.includes('&')) return lines;
  return lines.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name as string] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The attributes of a tag, without prefixes. */
export function attributesOf(attributes: string): ReadonlyMap<string, string> {
  const found = attributes.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name, double, single]) => [name!, decoded(double ?? single ?? '')]));
}
