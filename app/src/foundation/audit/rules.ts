export type RowImage = Readonly<Record<string, unknown>>;

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

// How a row is kept and found, not what it says.
const bookkeeping = new Set([
  'tenant_id',
  'version',
  'created_at',
  'created_by',
  'changed_at',
  'changed_by',
  'search',
  'search_email',
]);

/** The fields that differ, in the order of the row; a row that came or went shows all that it said. */
export function changedFields(before: RowImage | null, after: RowImage | null): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => !bookkeeping.has(field))
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** What a row is called, when it has a name. */
export function rowName(before: RowImage | null, after: RowImage | null): string | undefined {
  const row = after ?? before ?? {};
  const name = row.name ?? row.title ?? row.heading;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : JSON.stringify(value);
}
