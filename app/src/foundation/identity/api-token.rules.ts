import { isToken, newToken } from './vault.ts';

/** The longest that a token may live: a forgotten one must not open the door for ever. */
export const longestTokenDays = 366;
export const suggestedTokenDays = 90;
/** How exact "last used" is; each note of it is a write. */
export const lastUsedPrecision = 60_000;

/** Wrong tokens from one network origin in a quarter of an hour. Nobody guesses 256 bits, but whoever tries should be told to stop. */
export const tokenLimit = 100;

/** Recognisable, so that a token that has come astray in a log or a repository is found. */
const mark = 'samband_';

export function newApiToken(): { readonly token: string; readonly hash: string } {
  const { token, hash } = newToken();
  return { token: mark + token, hash };
}

/** The random part; undefined for what was never made here, which need not be looked up. */
export function secretOf(token: string): string | undefined {
  const secret = token.startsWith(mark) ? token.slice(mark.length) : '';
  return isToken(secret) ? secret : undefined;
}

export type TokenFault = 'nameMissing' | 'nameTooLong' | 'dayMissing' | 'dayPassed' | 'dayTooFar';

/** `today`, `lastDay` and `latest` are ISO days. */
export function tokenFaults(
  { name, lastDay }: { readonly name: string; readonly lastDay: string | undefined },
  today: string,
  latest: string,
): readonly TokenFault[] {
  const faults: TokenFault[] = [];
  if (name === '') faults.push('nameMissing');
  if (name.length > 60) faults.push('nameTooLong');
  if (lastDay === undefined) faults.push('dayMissing');
  else if (lastDay < today) faults.push('dayPassed');
  else if (lastDay > latest) faults.push('dayTooFar');
  return faults;
}
