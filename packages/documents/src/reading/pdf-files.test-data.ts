import { deflateSync } from 'node:zlib';

/** A PDF file of these objects, numbered from 1; the first is its catalog. Content is bytes of one letter each. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

export function packedStream(content: string, dictionary = ''): string {
  const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  return `<</Length ${packed.length}/Filter/FlateDecode${dictionary}>>\nstream\n${packed}\nendstream`;
}

/** Pages of these contents, all with one font. */
export function pdfPages(contents: readonly string[], catalog = '', others: readonly string[] = []): Uint8Array {
  const first = 4;
  const kids = contents.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${contents.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...contents.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents ${index}/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + 2 * index + 1} 0 R>>`,
      packedStream(content),
    ]),
    ...others,
  ]);
}

/** Words at a place, in points from the lower left. */
export function words(text: string, x: number, y: number, size = 10): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`;
}

export interface DrawnTable {
  readonly columns: readonly number[];
  readonly rows: readonly (readonly string[])[];
  readonly top: number;
  readonly rowHeight: number;
  /** Lines around every cell, or only between rows. */
  readonly lines: boolean | 'across';
}

export function drawnTable({ columns, rows, top, rowHeight, lines }: DrawnTable): string {
  const right = columns.at(-1)!;
  const bottom = top - rows.length * rowHeight;
  const cells = rows.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      cell === ''
        ? []
        : cell.split('\n').map((line, n) => words(line, columns[column]! + 3, top - index * rowHeight - 12 - 12 * n)),
    ),
  );
  const across = [...rows, []].map(
    (_, index) => `${columns[0]} ${top - index * rowHeight} m ${right} ${top - index * rowHeight} l S\n`,
  );
  const down = columns.map((x) => `${x} ${bottom} m ${x} ${top} l S\n`);
  const drawn = lines === 'across' ? across : lines ? [...across, ...down] : [];
  return [...cells, ...drawn].join('');
}
