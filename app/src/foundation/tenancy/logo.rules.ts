export type LogoType = 'image/png' | 'image/jpeg' | 'image/svg+xml';
export type LogoFault = 'tooLarge' | 'notAPicture' | 'unsafeDrawing' | 'damaged';

export const largestLogo = 256 * 1024;

/** What kind of picture the bytes are, by what they hold and not by what the file is called. A drawing that can do things is refused, not repaired. */
export function readLogo(
  bytes: Uint8Array,
): { readonly ok: true; readonly type: LogoType } | { readonly ok: false; readonly fault: LogoFault } {
  if (bytes.length > largestLogo) return { ok: false, fault: 'tooLarge' };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { ok: true, type: 'image/png' };
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { ok: true, type: 'image/jpeg' };
  const text = utf8(bytes);
  if (
    text === undefined ||
    !/^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg[^>[]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(text)
  ) {
    return { ok: false, fault: 'notAPicture' };
  }
  return isSafeDrawing(text) ? { ok: true, type: 'image/svg+xml' } : { ok: false, fault: 'unsafeDrawing' };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Nothing that runs, fetches or brings in other markup: scripts, handlers, embedded pages, entities, addresses outside the drawing. */
function isSafeDrawing(text: string): boolean {
  const forbidden = [
    /<\s*[\w-]*:?(script|foreignobject|iframe|object|embed|handler|set|animate\w*)\b/i,
    /[\s"'/]on[a-z]+\s*=/i,
    /<!entity/i,
    /<\?xml-stylesheet/i,
    /(java|vb)script:/i,
    /@import/i,
    /url\(\s*['"]?(?!#)[^)]/i,
    /href\s*=\s*(["'])(?!#|data:image\/(png|jpeg);base64,)[^"']*\1/i,
    /href\s*=\s*[^"'\s]/i,
    // An address or a handler spelt with character references is hiding something.
    /&#/,
  ];
  return !forbidden.some((pattern) => pattern.test(text));
}

/** What is audited of the logo, at one version of the municipality. */
export interface LogoImage {
  readonly logo_hash?: string | null;
  readonly logo_name?: string;
  readonly logo_used?: boolean;
}

export type LogoEvent = 'uploaded' | 'removed' | 'putAside' | 'takenUp';

/** What happened to the logo between two versions of the municipality; undefined where something else did. */
export function logoEvent(before: LogoImage | null, after: LogoImage | null): LogoEvent | undefined {
  const [old, young] = [before?.logo_hash ?? null, after?.logo_hash ?? null];
  if (old !== young) return young === null ? 'removed' : 'uploaded';
  const [wasUsed, isUsed] = [before?.logo_used ?? true, after?.logo_used ?? true];
  if (young === null || wasUsed === isUsed) return undefined;
  return isUsed ? 'takenUp' : 'putAside';
}
