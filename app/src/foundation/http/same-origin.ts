/**
 * Does a post come from one of our own pages? Browsers say so in Sec-Fetch-Site, older ones in Origin.
 * Neither header means that no browser sent it, and then there is no cookie to abuse.
 */
export function fromOwnPage(headers: Headers, ownOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin === null || origin === ownOrigin;
}

/** The same where programs ask too, and silence therefore says nothing: the cookie counts only with a word that it was our own page. */
export function saysOwnPage(headers: Headers, ownOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  return site === null ? headers.get('origin') === ownOrigin : site === 'same-origin';
}
