/**
 * A path on this site, or undefined: where to go after sign-in comes from the address bar and must never lead to someone else's site.
 * Browsers read `//host` and `/\host` as other sites, and drop tabs and line breaks before they look.
 */
export function localPath(text: string): string | undefined {
  if (!text.startsWith('/') || text.startsWith('//') || text.length > 2000) return undefined;
  if (Array.from(text).some((character) => character <= ' ' || character === '\\' || character === '\u007f'))
    return undefined;
  try {
    const url = new URL(text, 'https://samband.invalid');
    return url.host === 'samband.invalid' ? url.pathname + url.search + url.hash : undefined;
  } catch {
    return undefined;
  }
}

const notAfterSignIn = ['/logga-in', '/logga-ut', '/bjuden', '/aterstall', '/glomt-losenord'];

/** Where to go after sign-in: the asked-for page, or home when that is no page of ours or part of signing in itself. */
export function returnPath(text: string): string {
  const path = localPath(text);
  if (path === undefined) return '/';
  const bare = path.split(/[?#]/)[0] ?? '/';
  return notAfterSignIn.some((own) => bare === own || bare.startsWith(`${own}/`)) ? '/' : path;
}
