/** What XML 1.0 (2.2) cannot hold, not even as numbers: control signs, and halves of signs. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text between tags and within quotation marks. Word reads no escapes of its own here, as Excel does. */
export function xmlText(text: string): string {
  return text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** For headings, captions and names, where a line break has no meaning. */
export function asOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Namespaces of the parts that are written (ECMA-376, transitional). */
export const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  asvg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
} as const;

export const documentNamespaces = `xmlns:w="${namespaces.w}" xmlns:r="${namespaces.r}"`;
