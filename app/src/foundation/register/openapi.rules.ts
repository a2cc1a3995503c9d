import { problemKinds } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { exampleValues } from './api-example.rules.ts';
import { apiPageSize, largestApiPage } from './api-list.rules.ts';
import { type Json, jsonOf } from './api-value.rules.ts';
import type { Kernel } from './kernel.ts';
import { filterColumns, filterNames, listShape } from './list.rules.ts';
import type { Names } from './names.rules.ts';
import { openApiTexts } from './openapi.texts.ts';
import { hangingPaths, hangingSchemas } from './openapi-hanging.rules.ts';
import { inputSchema, rowSchema, type Schema, schemaRef } from './openapi-schema.rules.ts';
import { type Register, type RegisterColumn, writtenColumns } from './register.rules.ts';

export const apiRoot = '/api/v1';

const someId = '00000000-0000-7000-8000-000000000000';
const someKeyFigure = 'N15033';

/** OpenAPI 3.1 for every register, made from the declarations and nothing else. */
export function openApiDocument(kernel: Kernel, version: string, language: Language): Json {
  const t = openApiTexts(language);
  return {
    openapi: '3.1.1',
    info: { title: t.title, version, description: t.about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: kernel.registers.map((register) => {
      const { title, lead } = register.texts(language);
      return { name: register.name, description: lead === undefined ? title : `${title}. ${lead}` };
    }),
    paths: {
      [`${apiRoot}/openapi.json`]: {
        get: {
          operationId: 'openapi',
          summary: t.document,
          security: [],
          responses: {
            200: { description: t.document, content: { 'application/json': { schema: { type: 'object' } } } },
          },
        },
      },
      ...Object.fromEntries(
        kernel.registers.flatMap((register) => Object.entries(pathsOf(kernel, register, language))),
      ),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: t.token } },
      parameters: {
        id: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' }, example: someId },
        ifMatch: { name: 'If-Match', in: 'header', description: t.ifMatch, schema: { type: 'string' }, example: '"1"' },
      },
      responses: {
        problem: {
          description: t.problem,
          content: { 'application/problem+json': { schema: schemaRef('problem') } },
        },
      },
      schemas: {
        problem: problemSchema,
        ...hangingSchemas,
        ...Object.fromEntries(kernel.registers.flatMap((register) => Object.entries(schemasOf(register, language)))),
      },
    },
  };
}

function schemasOf(register: Register, language: Language): Readonly<Record<string, Schema>> {
  const { name } = register;
  const t = openApiTexts(language);
  return {
    [name]: rowSchema(register, language),
    [`${name}.create`]: inputSchema(register, language, 'create'),
    [`${name}.change`]: inputSchema(register, language, 'change'),
    [`${name}.list`]: {
      type: 'object',
      required: ['total', 'page', 'pageSize', 'next', 'rows'],
      properties: {
        total: { type: 'integer', minimum: 0, description: t.total },
        page: { type: 'integer', minimum: 1, description: t.page },
        pageSize: { type: 'integer', minimum: 1, maximum: largestApiPage, description: t.pageSize },
        next: { type: ['string', 'null'], description: t.next },
        rows: { type: 'array', items: schemaRef(name), description: t.rows },
      },
    },
    [`${name}.conflict`]: {
      allOf: [schemaRef('problem')],
      required: ['mine', 'theirs', 'base'],
      properties: {
        mine: schemaRef(name),
        theirs: schemaRef(name),
        base: { anyOf: [schemaRef(name), { type: 'null' }] },
      },
    },
  };
}

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'requestId'],
  properties: {
    type: { type: 'string', enum: Object.values(problemKinds).map((kind) => `/api#${kind}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    requestId: { type: 'string', format: 'uuid' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          field: { type: 'string' },
          parameter: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
          value: { type: 'string' },
          limit: { type: ['number', 'string'] },
        },
      },
    },
  },
};

function pathsOf(kernel: Kernel, register: Register, language: Language): Readonly<Record<string, Json>> {
  const { name } = register;
  const t = openApiTexts(language);
  const { title, one } = register.texts(language);
  const path = apiRoot + register.path;
  const examples = examplesOf(kernel, register, language);
  const json = (schema: string, example: Json): Json => ({
    'application/json': { schema: schemaRef(schema), example },
  });
  const problems = { '4XX': { $ref: '#/components/responses/problem' } };
  const row = (description: string): Json => ({
    description,
    headers: { ETag: { description: t.base.version, schema: { type: 'string' } } },
    content: json(name, examples.row),
  });
  const conflict: Json = {
    description: t.conflict,
    content: { 'application/problem+json': { schema: schemaRef(`${name}.conflict`) } },
  };
  const operation = (id: string, summary: string, more: Readonly<Record<string, Json>>): Json => ({
    ...{ operationId: `${name}.${id}`, summary, tags: [name] },
    ...more,
  });
  const id: Json = { $ref: '#/components/parameters/id' };
  const ifMatch: Json = { $ref: '#/components/parameters/ifMatch' };
  return {
    [path]: {
      get: operation('list', t.list(title), {
        parameters: parametersOf(register, language),
        responses: { 200: { description: t.rows, content: json(`${name}.list`, examples.list) }, ...problems },
      }),
      post: operation('create', t.create(one), {
        requestBody: { required: true, content: json(`${name}.create`, examples.input) },
        responses: { 201: row(t.made), ...problems },
      }),
    },
    [`${path}/{id}`]: {
      parameters: [id],
      get: operation('read', t.read(one), { responses: { 200: row(t.ok), ...problems } }),
      patch: operation('change', t.change(one), {
        description: t.changeHelp,
        parameters: [ifMatch],
        requestBody: { required: true, content: json(`${name}.change`, { version: 1, ...examples.input }) },
        responses: { 200: row(t.ok), 409: conflict, ...problems },
      }),
      delete: operation('archive', t.archive(one), {
        description: t.archiveHelp,
        parameters: [ifMatch],
        responses: { 200: row(t.ok), 409: conflict, ...problems },
      }),
    },
    [`${path}/{id}/restore`]: {
      parameters: [id],
      post: operation('restore', t.restore(one), {
        parameters: [ifMatch],
        responses: { 200: row(t.ok), 409: conflict, ...problems },
      }),
    },
    ...hangingPaths(register, path, language, kernel.house !== undefined),
  };
}

function parametersOf(register: Register, language: Language): readonly Json[] {
  const t = openApiTexts(language);
  const shape = listShape(register);
  const parameter = (name: string, description: string, schema: Schema): Json => ({
    ...{ name, in: 'query', description, schema },
  });
  return [
    parameter('q', t.q, { type: 'string', maxLength: 200 }),
    ...filterColumns(register).flatMap((column) => filtersOf(register, column, language, parameter)),
    parameter('visa', t.archived, { type: 'string', enum: ['arkiverade'] }),
    parameter('sortera', t.sort, { type: 'string', enum: shape.sorts, default: shape.sorts[0] }),
    parameter('ordning', t.order, { type: 'string', enum: ['stigande', 'fallande'] }),
    parameter('page', t.page, { type: 'integer', minimum: 1, default: 1 }),
    parameter('pageSize', t.pageSize, { type: 'integer', minimum: 1, maximum: largestApiPage, default: apiPageSize }),
  ];
}

function filtersOf(
  register: Register,
  column: RegisterColumn,
  language: Language,
  parameter: (name: string, description: string, schema: Schema) => Json,
): readonly Json[] {
  const t = openApiTexts(language);
  const { key, field } = column;
  const label = register.texts(language).fields[key] ?? key;
  const [first = key, second] = filterNames(column);
  if (second !== undefined) {
    const schema: Schema = field.kind === 'date' ? { type: 'string', format: 'date' } : { type: 'number' };
    return [parameter(first, t.from(label), schema), parameter(second, t.to(label), schema)];
  }
  if (field.kind === 'scale')
    return [parameter(first, label, { type: 'integer', minimum: field.from, maximum: field.to })];
  if (field.kind === 'yes') return [parameter(first, label, { type: 'string', enum: ['ja', 'nej'] })];
  if (field.kind === 'choice') {
    return [parameter(first, label, { type: 'string', ...(typeof field.of !== 'string' && { enum: field.of }) })];
  }
  const description = field.kind === 'reference' ? t.equal(label) : t.holding(label);
  return [parameter(first, description, { type: 'string', maxLength: 200 })];
}

interface Examples {
  readonly row: Json;
  readonly list: Json;
  readonly input: Readonly<Record<string, Json>>;
}

function examplesOf(kernel: Kernel, register: Register, language: Language): Examples {
  const words = register.texts(language);
  const labelOf = ({ key }: RegisterColumn) => words.fields[key] ?? key;
  const values = exampleValues(register, {
    words: labelOf,
    idOf: (reference) => (reference === 'keyFigure' ? someKeyFigure : someId),
    codeOf: (vocabulary) => firstCode(kernel, vocabulary, language),
  });
  const names = exampleNames(kernel, register, language);
  const shown = (columns: readonly RegisterColumn[]) =>
    Object.fromEntries(columns.map((column) => [column.key, jsonOf(names, column, values[column.key] ?? null)]));
  const at = '2026-03-02T09:00:00.000Z';
  const row: Json = {
    ...{ id: someId, version: 1, active: true, createdAt: at, createdBy: null, changedAt: at, changedBy: null },
    ...shown(register.columns),
  };
  return {
    row,
    list: { total: 1, page: 1, pageSize: apiPageSize, next: null, rows: [row] },
    input: shown(writtenColumns(register)),
  };
}

function firstCode(kernel: Kernel, vocabulary: string, language: Language): string {
  return Object.keys(kernel.vocabularies.get(vocabulary)!.start(language))[0] ?? '';
}

/** As a row's names are, without a database: the words of fixed codes and of the vocabularies' start; what is pointed at is called by its field. */
function exampleNames(kernel: Kernel, register: Register, language: Language): Names {
  const words = register.texts(language);
  const terms = register.columns.flatMap(({ key, field }) => {
    if (field.kind !== 'choice') return [];
    const labels =
      typeof field.of === 'string' ? kernel.vocabularies.get(field.of)!.start(language) : words.choices?.[key];
    return [[key, Object.entries(labels ?? {}).map(([code, label]) => ({ code, label, active: true }))] as const];
  });
  const labels = register.columns.flatMap(({ key, field }) =>
    field.kind === 'reference'
      ? [[field.to, new Map([someId, someKeyFigure].map((id) => [id, words.fields[key] ?? key]))] as const]
      : [],
  );
  return { terms: new Map(terms), labels: new Map(labels), href: () => undefined };
}
