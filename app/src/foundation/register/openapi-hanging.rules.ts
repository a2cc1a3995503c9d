import type { Language } from '../texts/index.ts';
import type { Json } from './api-value.rules.ts';
import { openApiTexts } from './openapi.texts.ts';
import { type Schema, schemaRef } from './openapi-schema.rules.ts';
import type { Register } from './register.rules.ts';

const someId = '00000000-0000-7000-8000-000000000000';
const at = '2026-03-02T09:00:00.000Z';
const someone = { id: someId, label: 'Controllern, Controller' };

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const time: Schema = { type: 'string', format: 'date-time' };
const whole: Schema = { type: 'integer' };
const whoever: Schema = { anyOf: [schemaRef('person'), { type: 'null' }] };
const all = (properties: Readonly<Record<string, Schema>>): Schema => ({
  ...{ type: 'object', required: Object.keys(properties), properties },
});
const rowsOf = (properties: Readonly<Record<string, Schema>>): Schema =>
  all({ rows: { type: 'array', items: all(properties) } });

/** What hangs on a row is the same for every register, and described once. */
export const hangingSchemas: Readonly<Record<string, Schema>> = {
  person: all({ id, label: text }),
  history: rowsOf({
    ...{ at: time, by: whoever, operation: { type: 'string', enum: ['insert', 'update', 'delete'] }, version: whole },
    changes: { type: 'array', items: all({ field: text, before: {}, after: {} }) },
  }),
  comments: rowsOf({
    ...{ id, version: whole, body: text, mentioned: { type: 'array', items: schemaRef('person') } },
    ...{ createdAt: time, createdBy: whoever, changedAt: time },
  }),
  'comments.create': { ...all({ body: text }), additionalProperties: false },
  links: rowsOf({ id, kind: text, to: schemaRef('person'), note: text }),
  'links.create': {
    ...{ type: 'object', required: ['kind', 'name'], additionalProperties: false },
    properties: { kind: text, name: text, note: text },
  },
  attachments: rowsOf({
    ...{ id, fileName: text, mediaType: text, bytes: whole, sha256: text, createdAt: time, createdBy: whoever },
  }),
};

/** The addresses below one row of a register. */
export function hangingPaths(
  register: Register,
  path: string,
  language: Language,
  withFiles: boolean,
): Readonly<Record<string, Json>> {
  const t = openApiTexts(language).hanging;
  const { one } = register.texts(language);
  const problems = { '4XX': { $ref: '#/components/responses/problem' } };
  const json = (schema: string, example: Json): Json => ({
    'application/json': { schema: schemaRef(schema), example },
  });
  const answer = (schema: keyof typeof examples): Json => ({
    description: t[schema](one),
    content: json(schema, examples[schema]),
  });
  const operation = (name: string, summary: string, more: Readonly<Record<string, Json>>): Json => ({
    ...{ operationId: `${register.name}.${name}`, summary, tags: [register.name] },
    ...more,
  });
  const look = (schema: keyof typeof examples) =>
    operation(schema, t[schema](one), { responses: { 200: answer(schema), ...problems } });
  const parameters = [{ $ref: '#/components/parameters/id' }];
  const below = (name: string): Json => ({ name, in: 'path', required: true, schema: id, example: someId });
  return {
    [`${path}/{id}/history`]: { parameters, get: look('history') },
    [`${path}/{id}/comments`]: {
      parameters,
      get: look('comments'),
      post: operation('addComment', t.addComment(one), {
        requestBody: { required: true, content: json('comments.create', { body: 'Se bilagan.' }) },
        responses: { 201: answer('comments'), ...problems },
      }),
    },
    [`${path}/{id}/links`]: {
      parameters,
      get: look('links'),
      post: operation('addLink', t.addLink(one), {
        description: t.addLinkHelp,
        requestBody: {
          ...{ required: true, content: json('links.create', { kind: register.name, name: someId, note: '' }) },
        },
        responses: { 200: answer('links'), 201: answer('links'), ...problems },
      }),
    },
    [`${path}/{id}/links/{link}`]: {
      parameters: [...parameters, below('link')],
      delete: operation('removeLink', t.removeLink(one), {
        responses: { 204: { description: t.removeLink(one) }, ...problems },
      }),
    },
    ...(withFiles && {
      [`${path}/{id}/attachments`]: { parameters, get: look('attachments') },
      [`${path}/{id}/attachments/{attachment}`]: {
        parameters: [...parameters, below('attachment')],
        get: operation('attachment', t.attachment(one), {
          responses: { 200: { description: t.attachment(one), content: { '*/*': {} } }, ...problems },
        }),
      },
    }),
  };
}

const examples = {
  history: {
    rows: [
      {
        ...{ at, by: someone, operation: 'update', version: 2 },
        changes: [{ field: 'title', before: 'Lokaler', after: 'Lokaler i förskolan' }],
      },
    ],
  },
  comments: {
    rows: [
      { id: someId, version: 1, body: 'Se bilagan.', mentioned: [], createdAt: at, createdBy: someone, changedAt: at },
    ],
  },
  links: { rows: [{ id: someId, kind: 'focus.area', to: { id: someId, label: 'Lokaler i förskolan' }, note: '' }] },
  attachments: {
    rows: [
      {
        ...{ id: someId, fileName: 'Lokalplan.pdf', mediaType: 'application/pdf', bytes: 12_345 },
        ...{ sha256: '0'.repeat(64), createdAt: at, createdBy: someone },
      },
    ],
  },
} as const satisfies Record<string, Json>;
