import { type FileType, fileAnswer } from '../files/index.ts';
import { idParam, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { attachFiles, setAttachmentActive } from './attachment.commands.ts';
import { attachedFile } from './attachment.queries.ts';
import { attachmentTexts } from './attachment.texts.ts';
import { attachedFlash } from './attachment.view.tsx';
import type { House, Kernel } from './kernel.ts';
import type { Register } from './register.rules.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** Files of a register's rows: received, removed and taken back. */
export function attachmentsOfRegisterRoutes(kernel: Kernel, register: Register): readonly Route[] {
  const { house } = kernel;
  if (house === undefined) return [];
  const { path, write: access } = register;
  const one = `${path}/:id/bilagor/:attachment`;
  const example = (act: string) => `${path}/${noId}/bilagor/${noId}/${act}`;
  return [
    {
      method: 'post',
      path: `${path}/:id/bilagor`,
      example: `${path}/${noId}/bilagor`,
      access,
      streamed: true,
      handle: (request) => attach(request, kernel, house, register),
    },
    {
      method: 'post',
      path: `${one}/ta-bort`,
      example: example('ta-bort'),
      access,
      handle: (request) => setActive(request, kernel, register, false),
    },
    {
      method: 'post',
      path: `${one}/ta-tillbaka`,
      example: example('ta-tillbaka'),
      access,
      handle: (request) => setActive(request, kernel, register, true),
    },
  ];
}

/** With scripts the page goes there by itself once all has been sent; without, the browser is sent there. */
async function attach(request: SambandRequest, kernel: Kernel, house: House, register: Register): Promise<Response> {
  const id = idParam(request);
  const attached = await attachFiles(request, kernel, house, register, id);
  const location = `${register.path}/${id}#bilagor`;
  const answer = request.redirect(location, attachedFlash(attached, house.fileLimit, request.language));
  return request.headers.get('accept') === 'application/json' ? request.json({ location }) : answer;
}

async function setActive(
  request: SambandRequest,
  kernel: Kernel,
  register: Register,
  active: boolean,
): Promise<Response> {
  const [id, attachment] = [idParam(request), idParam(request, 'attachment')];
  const { person: actor, language } = request;
  const t = attachmentTexts(language);
  const done = await request.transaction((tx) =>
    setAttachmentActive({ kernel, tx, actor, register, language }, id, attachment, active),
  );
  const text = active ? (done.ok ? t.takenBack : t.there) : t.removed(done.name);
  return request.redirect(`${register.path}/${id}#bilagor`, { kind: done.ok ? 'success' : 'warning', text });
}

/** One attachment of any row: not there for those who may not read the row. */
export function attachmentRoutes(kernel: Kernel): readonly Route[] {
  const { house } = kernel;
  if (house === undefined) return [];
  return [
    {
      method: 'get',
      path: '/bilagor/:id',
      example: `/bilagor/${noId}`,
      access: 'signedIn',
      async handle(request) {
        const found = await attachedFile(request, kernel, house, idParam(request));
        if (found === undefined) throw new RefusedError(404);
        if (found.content === undefined) throw new RefusedError(404, (language) => attachmentTexts(language).missing);
        const { fileName, mediaType } = found.attachment;
        const inline = request.url.searchParams.has('visa');
        return fileAnswer(found.content, { name: fileName, type: mediaType as FileType, inline });
      },
    },
  ];
}
