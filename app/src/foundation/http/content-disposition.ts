/** RFC 6266: the plain form of the name for old programs, the starred one for å, ä, ö. */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const starred = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${starred}`;
}
