import { streamZip, type ZipPart } from '../zip/index.ts';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export async function zipOf(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return new Response(
    streamZip(Object.entries(parts).map(([name, text]): ZipPart => ({ name, content: [text] }))),
  ).bytes();
}

const styles = `<w:styles xmlns:w="${word}"><w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Rubrik1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:styleId="Egen"><w:name w:val="Egen rubrik"/><w:basedOn w:val="Rubrik2"/></w:style><w:style w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="Lista"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`;

/** A Word file with this body, and other parts beside it. */
export function wordFile(body: string, others: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${relations}/${type}" Target="${target}"/>`;
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships>${relation('styles', 'styles.xml')}${relation('footnotes', 'footnotes.xml')}</Relationships>`,
    'word/styles.xml': styles,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${body}<w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:body></w:document>`,
    ...others,
  });
}

/** A paragraph in a style. */
export function p(text: string, style?: string): string {
  return `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${r(text)}</w:p>`;
}

export function r(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\t', '</w:t><w:tab/><w:t>');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

export function tr(cells: readonly string[], properties = ''): string {
  const made = cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell)));
  return `<w:tr><w:trPr>${properties}</w:trPr>${made.join('')}</w:tr>`;
}

export function tbl(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>${rows.join('')}</w:tbl>`;
}

export const header = '<w:tblHeader/>';
