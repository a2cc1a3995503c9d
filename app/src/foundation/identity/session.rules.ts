const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A working day and its evening: who leaves a machine on Friday signs in on Monday, who comes back after lunch does not. */
export const idleLimit = 12 * hour;
/** However busy, a stolen cookie is worthless after two weeks. */
export const absoluteLimit = 14 * day;
/** How exact "last seen" is; each note of it is a write. */
export const lastSeenPrecision = minute;

export const invitationLife = 7 * day;
export const resetLife = hour;
/** From the right password to the chosen municipality and the one-time code. */
export const ticketLife = 10 * minute;

export function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}

/** "Firefox, Windows": enough to recognise one's own machine, and no more kept about it. */
export function shortUserAgent(userAgent: string): string {
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1];
  const system = systems.find(([mark]) => userAgent.includes(mark))?.[1];
  return [browser, system].filter((part) => part !== undefined).join(', ');
}

// The order matters: nearly all say Mozilla and Safari too, and Android says Linux.
const browsers: readonly (readonly [string, string])[] = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];
const systems: readonly (readonly [string, string])[] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
];
