export type SetCookie = { readonly name: string; readonly value: string; readonly maxAgeSeconds?: number | undefined };

export function readCookies(header: string | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const [name, ...rest] = part.trim().split('=');
    if (name && !cookies.has(name)) cookies.set(name, rest.join('='));
  }
  return cookies;
}

/** HttpOnly always; Lax, so that a link in a mail opens signed in but a foreign form does not post as the person. */
export function cookieHeader({ name, value, maxAgeSeconds }: SetCookie, secure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${
    maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`
  }`;
}
