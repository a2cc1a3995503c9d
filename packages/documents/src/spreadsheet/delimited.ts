/** Decodes what Excel and others save as CSV: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export interface TextRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Records of fields, one at a time. Quotes by RFC 4180. A quote that does not end with its field is a sign like others, so that `"Rätt" väg` stays as a
 * person wrote it; one that is never closed ends with the text, unless `loose`, when it too is a sign. A record of
 * `mostFields` is not read further.
 */
export function* delimitedRecords(
  text: string,
  separator: string,
  loose = false,
  mostFields = Number.POSITIVE_INFINITY,
): Generator<TextRecord> {
  // What a plain field ends with.
  const end = new RegExp(`[${separator}\\r\\n]`, 'g');
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const startedAt = line;
    const cells: string[] = [];
    for (;;) {
      const quoted = quotedField(text, at, separator, loose);
      if (quoted !== undefined) {
        cells.push(quoted.value);
        line += quoted.value.split('\n').length - 1;
        at = quoted.end;
      } else {
        end.lastIndex = at;
        const stop = end.exec(text)?.index ?? text.length;
        cells.push(text.slice(at, stop));
        at = stop;
      }
      if (text[at] !== separator || cells.length >= mostFields) break;
      at++;
    }
    yield { line: startedAt, cells };
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
  }
}

function quotedField(
  text: string,
  from: number,
  separator: string,
  loose: boolean,
): { readonly value: string; readonly end: number } | undefined {
  let at = from;
  while (text[at] === ' ') at++;
  if (text[at] !== '"') return undefined;
  const start = at + 1;
  for (at = start; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return loose ? undefined : { value: unquoted(text.slice(start)), end: text.length };
    if (text[at + 1] !== '"') break;
  }
  let end = at + 1;
  while (text[end] === ' ') end++;
  const ended = end >= text.length || text[end] === separator || text[end] === '\n' || text[end] === '\r';
  return ended ? { value: unquoted(text.slice(start, at)), end } : undefined;
}

function unquoted(text: string): string {
  return text.replaceAll('""', '"');
}

/** The separator that the first record has most of, outside quotes. */
export function separatorOf(text: string): string {
  const outside = text.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, '');
  const first = outside.split(/\r?\n/, 1)[0] ?? '';
  const counts = [';', '\t', ','].map((separator) => ({ separator, count: first.split(separator).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}
