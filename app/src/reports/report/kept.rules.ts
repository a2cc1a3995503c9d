/** What was kept as JSON as it was before: what is missing in a list has been written as null there, and is undefined again. */
export function fromKept<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each: unknown) => (each === null ? undefined : fromKept(each))) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fromKept(each)])) as T;
}
