import { isId } from '../ids/index.ts';

/** The four kinds of thing that an organisation is made of. */
export const entityKinds = ['committee', 'department', 'unit', 'person'] as const;
export type EntityKind = (typeof entityKinds)[number];

export const committeeKinds = [
  'municipalCouncil',
  'executiveBoard',
  'committee',
  'workingCommittee',
  'councilDraftingCommittee',
] as const;
export type CommitteeKind = (typeof committeeKinds)[number];

export type FieldName =
  | 'name'
  | 'shortName'
  | 'kind'
  | 'parent'
  | 'committee'
  | 'department'
  | 'unit'
  | 'ou'
  | 'title'
  | 'email'
  | 'organisation';

export interface EntityField {
  readonly name: FieldName;
  readonly column: string;
  readonly is: 'text' | 'email' | 'committeeKind' | { readonly refersTo: EntityKind };
  readonly required?: boolean;
  readonly longest?: number;
}

const name: EntityField = { name: 'name', column: 'name', is: 'text', required: true, longest: 200 };
const shortName: EntityField = { name: 'shortName', column: 'short_name', is: 'text', longest: 20 };

export const entityFields: Readonly<Record<EntityKind, readonly EntityField[]>> = {
  committee: [
    name,
    shortName,
    { name: 'kind', column: 'kind', is: 'committeeKind', required: true },
    { name: 'parent', column: 'parent_id', is: { refersTo: 'committee' } },
  ],
  department: [name, shortName, { name: 'committee', column: 'committee_id', is: { refersTo: 'committee' } }],
  unit: [
    name,
    { name: 'department', column: 'department_id', is: { refersTo: 'department' }, required: true },
    { name: 'parent', column: 'parent_id', is: { refersTo: 'unit' } },
    { name: 'ou', column: 'ou', is: 'text', longest: 40 },
  ],
  person: [
    name,
    { name: 'title', column: 'title', is: 'text', longest: 200 },
    { name: 'email', column: 'email', is: 'email', longest: 320 },
    { name: 'organisation', column: 'organisation', is: 'text', longest: 200 },
    { name: 'department', column: 'department_id', is: { refersTo: 'department' } },
    { name: 'unit', column: 'unit_id', is: { refersTo: 'unit' } },
  ],
};

export type EntityValues = Readonly<Partial<Record<FieldName, string>>>;

export type FieldReason =
  | 'required'
  | 'tooLong'
  | 'notAnEmail'
  | 'notAChoice'
  | 'taken'
  | 'unknown'
  | 'inactive'
  | 'ownDescendant'
  | 'otherDepartment'
  | 'notYours';

export interface FieldFault {
  readonly field: FieldName;
  readonly reason: FieldReason;
}

/** What a form said, cleaned, and what is wrong with it as far as can be known without looking anything up. */
export function readEntity(
  kind: EntityKind,
  raw: (field: FieldName) => string,
): { readonly values: EntityValues; readonly faults: readonly FieldFault[] } {
  const values: Partial<Record<FieldName, string>> = {};
  const faults: FieldFault[] = [];
  for (const field of entityFields[kind]) {
    const value = cleanText(raw(field.name));
    values[field.name] = value;
    const reason = fieldFault(field, value);
    if (reason !== undefined) faults.push({ field: field.name, reason });
  }
  return { values, faults };
}

/** One line of text as people mean it: without control characters, composed, single spaces. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\u00a0\s]+/gu, ' ')
    .trim();
}

function fieldFault(field: EntityField, value: string): FieldReason | undefined {
  if (value === '') return field.required === true ? 'required' : undefined;
  if (field.longest !== undefined && value.length > field.longest) return 'tooLong';
  if (field.is === 'email') return isEmail(value) ? undefined : 'notAnEmail';
  if (field.is === 'committeeKind') return committeeKinds.some((kind) => kind === value) ? undefined : 'notAChoice';
  if (typeof field.is === 'object') return isId(value) ? undefined : 'unknown';
  return undefined;
}

/** Enough to catch slips; whether an address receives mail is known when it does. */
export function isEmail(text: string): boolean {
  return text.length <= 320 && /^[^\s@<>,;"()]+@[^\s@<>,;"()]+\.[^\s@<>,;"().]{2,}$/.test(text);
}

/** As columns: an empty reference or address is null, an empty text is empty. */
export function entityColumns(kind: EntityKind, values: EntityValues): Record<string, string | null> {
  return Object.fromEntries(
    entityFields[kind].map((field) => {
      const value = values[field.name] ?? '';
      const empty = field.is === 'text' && field.name !== 'ou' ? '' : null;
      return [field.column, value === '' ? empty : value];
    }),
  );
}

/** The other way: a stored row as the values of a form. */
export function entityValues(kind: EntityKind, row: Readonly<Record<string, unknown>>): EntityValues {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return Object.fromEntries(entityFields[kind].map((field) => [field.name, text(row[field.column])]));
}
