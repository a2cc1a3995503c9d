/** As text that is kept; `fromKept` reads it. Bytes, of a logo, become words. */
export function keptText(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    each instanceof Uint8Array ? { base64: Buffer.from(each).toString('base64') } : each,
  );
}

/** What was kept as JSON as it was before: what is missing in a list has been written as null there, and is undefined again. */
export function fromKept<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each: unknown) => (each === null ? undefined : fromKept(each))) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === 'base64') return new Uint8Array(Buffer.from(first[1], 'base64')) as T;
  return Object.fromEntries(entries.map(([name, each]) => [name, fromKept(each)])) as T;
}
