/** Text between tags. What looks like Office's own escape of a sign, `_x0041_`, is escaped, so that it is read as it stands. */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

export function attributeText(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;');
}

/** Office's own escape of signs that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function withoutOfficeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
