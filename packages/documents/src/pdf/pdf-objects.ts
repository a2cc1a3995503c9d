/**
 * The objects of a PDF as Typst 0.14 writes it: one section of plain objects with a table of their places (ISO 32000-1, 7.5), structure elements
 * neither packed nor encrypted. Text is Latin-1, one character a byte.
 */
export interface PdfObjects {
  readonly text: string;
  /** Number of each object → its text, from `<number> 0 obj` on; as long as nothing is in `changed`, what the file says. */
  readonly objectText: (number: number) => string;
  readonly root: number;
  readonly size: number;
  readonly places: readonly PdfPlace[];
}

export interface PdfPlace {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

export class PdfFormError extends Error {
  override readonly name = 'PdfFormError';
}

export function readPdfObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 40));
  if (head === null) throw new PdfFormError('The file has no plain table of its objects.');
  const size = Number(head[1]);
  const first = table + head[0].length;
  const starts: { number: number; start: number }[] = [];
  for (let number = 0; number < size; number++) {
    const entry = text.slice(first + number * 20, first + number * 20 + 18);
    if (entry[17] === 'n') starts.push({ number, start: Number(entry.slice(0, 10)) });
  }
  starts.sort((one, other) => one.start - other.start);
  const places = starts.map(({ number, start }, index) => ({ number, start, end: starts[index + 1]?.start ?? table }));
  const byNumber = new Map(places.map((place) => [place.number, place]));
  const root = Number(/\/Root (\d+) 0 R/.exec(text.slice(first + size * 20))?.[1] ?? Number.NaN);
  return {
    text,
    root,
    size,
    places,
    objectText: (number) => {
      const place = byNumber.get(number);
      if (place === undefined) throw new PdfFormError(`The file has no object ${number}.`);
      return text.slice(place.start, place.end);
    },
  };
}

/** The same file with some objects told anew, and a new table of where they all lie. */
export function withChangedObjects(file: PdfObjects, changed: ReadonlyMap<number, string>): Buffer {
  const pieces: string[] = [file.text.slice(0, file.places[0]!.start)];
  let length = pieces[0]!.length;
  const starts = new Array<string>(file.size).fill('0000000000 65535 f\r\n');
  for (const { number, start, end } of file.places) {
    const piece = changed.get(number) ?? file.text.slice(start, end);
    starts[number] = `${String(length).padStart(10, '0')} 00000 n\r\n`;
    pieces.push(piece);
    length += piece.length;
  }
  const trailer = /trailer\s[\s\S]*?startxref\s+/.exec(file.text.slice(file.places.at(-1)!.end));
  if (trailer === null) throw new PdfFormError('The file has no trailer.');
  pieces.push(`xref\n0 ${file.size}\n`, ...starts, trailer[0], `${length}\n%%EOF`);
  return Buffer.from(pieces.join(''), 'latin1');
}

/** Numbers of the structure elements right below another, in order; content of the page is left out. */
export function childrenOf(element: string): number[] {
  const kids = /\n {2}\/K \[([\s\S]*?)\]\n/.exec(element)?.[1] ?? '';
  return [...kids.replace(/<<[\s\S]*?>>/g, '').matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** `Table`, `TD`: what a structure element is. */
export function roleOf(element: string): string | undefined {
  return /\n {2}\/S \/(\w+)\n/.exec(element)?.[1];
}
