/** A path on this site, whatever was asked for: an address elsewhere must not be reached by a link to us. */
export function localPath(asked: string | null): string {
  if (asked === null || !asked.startsWith('/') || /^\/[/\\]/.test(asked) || /[\p{Cc}\\]/u.test(asked)) return '/';
  const base = 'http://samband.invalid';
  const url = URL.canParse(asked, base) ? new URL(asked, base) : undefined;
  return url?.origin === base ? url.pathname + url.search : '/';
}
