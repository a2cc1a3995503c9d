/** A value in a PDF file (ISO 32000-2, 7.3). */
export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfText
  | PdfReference
  | PdfStream
  | PdfDictionary
  | readonly PdfValue[];

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Bytes, one to each sign. */
export class PdfText {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

export class PdfReference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export class PdfStream {
  readonly dictionary: PdfDictionary;
  /** Where its bytes begin. */
  readonly start: number;
  constructor(dictionary: PdfDictionary, start: number) {
    this.dictionary = dictionary;
    this.start = start;
  }
}

/** The file does not hold together as this reader needs it to. */
export class PdfStructureError extends Error {
  override readonly name = 'PdfStructureError';
}

const deepest = 100;
const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set(Buffer.from('()<>[]{}/%'));

/** Reads values from bytes, one after the other. */
export class PdfReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A value; undefined at a word that is none, such as `endobj`, which is passed by. */
  value(depth = 0): PdfValue | undefined {
    if (depth > deepest) throw new PdfStructureError('values within values beyond measure');
    this.skipWhite();
    const code = this.bytes[this.at];
    if (code === undefined) throw new PdfStructureError('the file ends within a value');
    if (code === 0x2f) return this.name();
    if (code === 0x28) return this.literalText();
    if (code === 0x5b) return this.array(depth);
    if (code === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : this.hexText();
    return this.wordValue();
  }

  /** The next word of ordinary signs. */
  word(): string {
    this.skipWhite();
    const start = this.at;
    while (this.at < this.bytes.length && !white.has(this.bytes[this.at]!) && !delimiters.has(this.bytes[this.at]!))
      this.at++;
    if (this.at === start && this.at < this.bytes.length) this.at++;
    return latin(this.bytes, start, this.at);
  }

  private wordValue(): PdfValue | undefined {
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return undefined;
    return this.reference(word) ?? Number(word);
  }

  /** `12 0 R` */
  private reference(word: string): PdfReference | undefined {
    if (!/^\d+$/.test(word)) return undefined;
    const before = this.at;
    if (/^\d+$/.test(this.word()) && this.word() === 'R') return new PdfReference(Number(word));
    this.at = before;
    return undefined;
  }

  private name(): PdfName {
    this.at++;
    const start = this.at;
    while (this.at < this.bytes.length && !white.has(this.bytes[this.at]!) && !delimiters.has(this.bytes[this.at]!))
      this.at++;
    const name = latin(this.bytes, start, this.at);
    return new PdfName(
      name.replace(/#([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  private array(depth: number): readonly PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 0x5d) {
        this.at++;
        return values;
      }
      const value = this.value(depth + 1);
      if (value !== undefined) values.push(value);
    }
  }

  private dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 0x3e) {
        this.at += 2;
        return entries;
      }
      const key = this.value(depth + 1);
      if (!(key instanceof PdfName)) throw new PdfStructureError('a dictionary without a key');
      const value = this.value(depth + 1);
      if (value !== undefined) entries.set(key.name, value);
    }
  }

  private hexText(): PdfText {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end === -1) throw new PdfStructureError('a text that does not end');
    const digits = latin(this.bytes, this.at + 1, end).replace(/[^0-9a-f]/gi, '');
    this.at = end + 1;
    let text = '';
    for (let at = 0; at < digits.length; at += 2)
      text += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2).padEnd(2, '0'), 16));
    return new PdfText(text);
  }

  private literalText(): PdfText {
    this.at++;
    const codes: number[] = [];
    for (let depth = 1; depth > 0; this.at++) {
      const code = this.bytes[this.at];
      if (code === undefined) throw new PdfStructureError('a text that does not end');
      if (code === 0x5c) this.escape(codes);
      else if (code === 0x29 && --depth === 0) continue;
      else {
        if (code === 0x28) depth++;
        codes.push(code);
      }
    }
    return new PdfText(latin(Uint8Array.from(codes), 0, codes.length));
  }

  private escape(codes: number[]): void {
    this.at++;
    const code = this.bytes[this.at] ?? 0;
    const octal = /^[0-7]{1,3}/.exec(latin(this.bytes, this.at, this.at + 3));
    if (octal !== null) {
      codes.push(Number.parseInt(octal[0], 8) & 0xff);
      this.at += octal[0].length - 1;
    } else if (code === 0x0d) {
      if (this.bytes[this.at + 1] === 0x0a) this.at++;
    } else if (code !== 0x0a)
      codes.push(({ 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 } as Record<number, number>)[code] ?? code);
  }

  private skipWhite(): void {
    for (;;) {
      const code = this.bytes[this.at];
      if (code === 0x25)
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++;
      else if (code !== undefined && white.has(code)) this.at++;
      else return;
    }
  }
}

export function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, Math.min(to, bytes.length));
}

/** What a text says, which is in UTF-16, UTF-8 or Latin letters (ISO 32000-2, 7.9.2.2). */
export function wordsOfText({ bytes }: PdfText): string {
  const raw = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(raw.subarray(2));
  return bytes.startsWith('\xef\xbb\xbf') ? raw.toString('utf8', 3) : bytes;
}
