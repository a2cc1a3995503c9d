import { type FileType, fileAnswer } from '../files/index.ts';
import { idParam, problem, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { apiTexts } from './api.texts.ts';
import { apiAttachments, apiComments, apiHistory, apiLinks } from './api-hanging.queries.ts';
import type { Json } from './api-value.rules.ts';
import { attachedFile } from './attachment.queries.ts';
import { attachmentTexts } from './attachment.texts.ts';
import { addComment } from './comment.commands.ts';
import { commentFaultText } from './comment-fault-words.ts';
import type { Kernel } from './kernel.ts';
import { addLink, setLinked } from './link.commands.ts';
import { linkFaultText } from './link.view.tsx';
import { apiRoot } from './openapi.rules.ts';
import type { Register } from './register.rules.ts';
import type { RegisterWork } from './row.commands.ts';
import { plainRow } from './row.queries.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** What hangs on a row, for programs: its history, comments, links and files, by the same permissions as on its page. */
export function apiHangingRoutes(kernel: Kernel, register: Register): readonly Route[] {
  const { read, write } = register;
  const at = (rest: string) => {
    const path = `${apiRoot}${register.path}/:id/${rest}`;
    return { path, example: path.replaceAll(/:\w+/g, noId) };
  };
  const workOf = (request: SambandRequest, tx: RegisterWork['tx']): RegisterWork => {
    const { person: actor, language } = request;
    return { kernel, tx, actor, register, language };
  };
  const show = (look: (work: RegisterWork, id: string) => Promise<Json>) => async (request: SambandRequest) =>
    request.json(await request.transaction((tx) => look(workOf(request, tx), idParam(request))));
  const files: readonly Route[] =
    kernel.house === undefined
      ? []
      : [
          { method: 'get', ...at('attachments'), access: read, handle: show(apiAttachments) },
          {
            method: 'get',
            ...at('attachments/:attachment'),
            access: read,
            handle: (request) => giveFile(request, kernel, register),
          },
        ];
  return [
    { method: 'get', ...at('history'), access: read, handle: show(apiHistory) },
    { method: 'get', ...at('comments'), access: read, handle: show(apiComments) },
    { method: 'post', ...at('comments'), access: read, handle: (request) => comment(request, workOf) },
    { method: 'get', ...at('links'), access: read, handle: show(apiLinks) },
    { method: 'post', ...at('links'), access: write, handle: (request) => link(request, workOf) },
    {
      method: 'delete',
      ...at('links/:link'),
      access: write,
      async handle(request) {
        await request.transaction((tx) =>
          setLinked(workOf(request, tx), idParam(request), idParam(request, 'link'), false),
        );
        return new Response(null, { status: 204 });
      },
    },
    ...files,
  ];
}

type WorkOf = (request: SambandRequest, tx: RegisterWork['tx']) => RegisterWork;

async function comment(request: SambandRequest, workOf: WorkOf): Promise<Response> {
  const id = idParam(request);
  const body = await members(request, ['body']);
  if (body instanceof Response) return body;
  return request.transaction(async (tx) => {
    const work = workOf(request, tx);
    const answer = await addComment(work, id, body.body ?? '');
    if (answer.ok) return request.json(await apiComments(work, id), 201);
    if (!('fault' in answer)) throw new RefusedError(409);
    const { reason: code } = answer.fault;
    const message = commentFaultText(answer.fault, request.language);
    return problem(request, 422, { errors: [{ field: 'body', code, message }] });
  });
}

async function link(request: SambandRequest, workOf: WorkOf): Promise<Response> {
  const id = idParam(request);
  const body = await members(request, ['kind', 'name', 'note']);
  if (body instanceof Response) return body;
  const inputs = { kind: body.kind ?? '', name: body.name ?? '', note: body.note ?? '' };
  return request.transaction(async (tx) => {
    const work = workOf(request, tx);
    const answer = await addLink(work, id, inputs);
    if (answer.ok) return request.json(await apiLinks(work, id), answer.added ? 201 : 200);
    const { field, reason: code } = answer;
    return problem(request, 422, {
      errors: [{ field, code, message: linkFaultText(inputs, answer, request.language) }],
    });
  });
}

/** The file as it was attached, for those who may read its row. */
async function giveFile(request: SambandRequest, kernel: Kernel, register: Register): Promise<Response> {
  const [rowId, id] = [idParam(request), idParam(request, 'attachment')];
  await request.transaction((tx) => plainRow(tx, register, rowId));
  const found = await attachedFile(request, kernel, kernel.house!, id);
  if (found?.attachment.register !== register.name || found.attachment.rowId !== rowId) throw new RefusedError(404);
  if (found.content === undefined) throw new RefusedError(404, (language) => attachmentTexts(language).missing);
  const { fileName, mediaType } = found.attachment;
  return fileAnswer(found.content, { name: fileName, type: mediaType as FileType, inline: false });
}

/** The texts of a body that holds nothing else; a refusal that names what it should not hold. */
async function members<const K extends string>(
  request: SambandRequest,
  known: readonly K[],
): Promise<Partial<Record<K, string>> | Response> {
  const body = await request.jsonBody();
  const t = apiTexts(request.language);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new RefusedError(400, (language) => apiTexts(language).notAnObject);
  }
  const errors = Object.entries(body).flatMap(([field, value]) =>
    !known.some((one) => one === field)
      ? [{ field, code: 'unknownField', message: t.unknownField(field) }]
      : typeof value === 'string'
        ? []
        : [{ field, code: 'wrongType', message: t.wrongType.text }],
  );
  if (errors.length > 0) return problem(request, 422, { errors });
  // PostgreSQL has no place for the character NUL.
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, String(value).replaceAll('\0', '')]),
  ) as Partial<Record<K, string>>;
}
