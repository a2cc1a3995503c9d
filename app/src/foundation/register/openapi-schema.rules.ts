import type { Language } from '../texts/index.ts';
import { baseMembers, type Json } from './api-value.rules.ts';
import type { Field } from './field.rules.ts';
import { isMany } from './field.rules.ts';
import { openApiTexts } from './openapi.texts.ts';
import { type Register, type RegisterColumn, writtenColumns } from './register.rules.ts';

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export type Schema = { readonly [keyword: string]: Json };

export const schemaRef = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** A row as it is given out. */
export function rowSchema(register: Register, language: Language): Schema {
  const t = openApiTexts(language);
  const base: Record<(typeof baseMembers)[number], Schema> = {
    id: { type: 'string', format: 'uuid', description: t.base.id },
    version: { type: 'integer', minimum: 1, description: t.base.version },
    active: { type: 'boolean', description: t.base.active },
    createdAt: { type: 'string', format: 'date-time', description: t.base.createdAt },
    createdBy: { ...pointedAt, description: t.base.createdBy },
    changedAt: { type: 'string', format: 'date-time', description: t.base.changedAt },
    changedBy: { ...pointedAt, description: t.base.changedBy },
  };
  const kept = new Set<string>(register.kept ?? []);
  const fields = register.columns.map((column) => [
    column.key,
    {
      ...described(register, column, language),
      ...givenOut(column.field),
      ...(kept.has(column.key) && { readOnly: true }),
    },
  ]);
  return {
    type: 'object',
    title: register.texts(language).one,
    required: [...baseMembers, ...register.columns.map(({ key }) => key)],
    properties: { ...base, ...(Object.fromEntries(fields) as Record<string, Schema>) },
  };
}

/** What is taken when a row is made, or changed: then nothing is required, and the version is told in the header or here. */
export function inputSchema(register: Register, language: Language, act: 'create' | 'change'): Schema {
  const columns = writtenColumns(register);
  const fields = columns.map((column) => [
    column.key,
    { ...described(register, column, language), ...taken(column.field) },
  ]);
  const version: Schema = { type: 'integer', minimum: 1, description: openApiTexts(language).versionIn };
  return {
    type: 'object',
    additionalProperties: false,
    ...(act === 'create' && { required: columns.filter(({ field }) => field.required).map(({ key }) => key) }),
    properties: {
      ...(act === 'change' && { version }),
      ...(Object.fromEntries(fields) as Record<string, Schema>),
    },
  };
}

const string: Schema = { type: 'string' };
const pointedAt: Schema = {
  type: ['object', 'null'],
  required: ['id', 'label'],
  properties: { id: string, label: string },
};

/** The label, the help, and what the type alone does not say: the unit of an amount, the words of a scale. */
function described(register: Register, { key, field }: RegisterColumn, language: Language): Schema {
  const words = register.texts(language);
  const t = openApiTexts(language);
  const steps = field.kind === 'scale' ? Object.entries(words.choices?.[key] ?? {}) : [];
  const fixed =
    field.kind === 'choice' && typeof field.of !== 'string' ? Object.entries(words.choices?.[key] ?? {}) : [];
  const sentences = [
    words.help?.[key],
    unitWords(field, language),
    steps.map(([step, word]) => `${step}: ${word}`).join(', '),
    fixed.map(([code, word]) => `${code}: ${word}`).join(', '),
    field.kind === 'richText' ? t.markdown : undefined,
    field.kind === 'choice' && typeof field.of === 'string' ? t.vocabulary(field.of) : undefined,
    field.kind === 'reference' ? t.pointsAt(field.to) : undefined,
  ].filter((sentence) => sentence !== undefined && sentence !== '');
  return { title: words.fields[key] ?? key, ...(sentences.length > 0 && { description: sentences.join(' ') }) };
}

function unitWords(field: Field, language: Language): string | undefined {
  if (field.kind === 'money') return openApiTexts(language).unit[field.unit];
  return field.kind === 'number' ? field.unit : undefined;
}

function givenOut(field: Field): Schema {
  if (field.kind !== 'choice' && field.kind !== 'reference') return plain(field, true);
  const one: Schema =
    field.kind === 'reference'
      ? { type: 'object', required: ['id', 'label'], properties: { id: string, label: string } }
      : { type: 'object', required: ['code', 'label'], properties: { code: code(field.of), label: string } };
  return isMany(field) ? { type: 'array', items: one } : { ...one, type: ['object', 'null'] };
}

function taken(field: Field): Schema {
  const orNull = field.required !== true;
  if (field.kind !== 'choice' && field.kind !== 'reference') return plain(field, orNull);
  const member = field.kind === 'reference' ? 'id' : 'code';
  const named = field.kind === 'reference' ? string : code(field.of);
  const one: Schema = {
    anyOf: [
      named,
      { type: 'object', required: [member], properties: { [member]: named, label: string } },
      ...(orNull && !isMany(field) ? [{ type: 'null' }] : []),
    ],
  };
  return isMany(field) ? { type: 'array', items: one, ...(field.required && { minItems: 1 }) } : one;
}

function code(of: readonly string[] | string): Schema {
  return typeof of === 'string' ? string : { type: 'string', enum: of };
}

function plain(field: Exclude<Field, { kind: 'choice' | 'reference' }>, orNull: boolean): Schema {
  const nullable = (type: string): Schema => ({ type: orNull ? [type, 'null'] : type });
  switch (field.kind) {
    case 'number':
      return {
        ...nullable(field.decimals === 0 ? 'integer' : 'number'),
        ...(field.min !== undefined && { minimum: field.min }),
        ...(field.max !== undefined && { maximum: field.max }),
      };
    case 'money':
      return { ...nullable('number'), ...(field.min !== undefined && { minimum: field.min }) };
    case 'scale':
      return { ...nullable('integer'), minimum: field.from, maximum: field.to };
    case 'date':
      return { ...nullable('string'), format: 'date' };
    case 'yes':
      return { type: 'boolean' };
    default:
      return { type: 'string', maxLength: field.max, ...(field.required && { minLength: 1 }) };
  }
}
