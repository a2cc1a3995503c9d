import { field, idParam, type Route, type SambandRequest } from '../http/index.ts';
import type { ShowRow } from './hanging.routes.ts';
import type { Kernel } from './kernel.ts';
import { addLink, setLinked } from './link.commands.ts';
import { linkTexts } from './link.texts.ts';
import { linkForm } from './link.view.tsx';
import type { Register } from './register.rules.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** What a row belongs with: added, removed and taken back by whoever may change the row. */
export function linkRoutes(kernel: Kernel, register: Register, showRow: ShowRow): readonly Route[] {
  const { path, write: access } = register;
  const one = `${path}/:id/hor-ihop/:link`;
  const example = (act: string) => `${path}/${noId}/hor-ihop/${noId}/${act}`;
  return [
    {
      method: 'post',
      path: `${path}/:id/hor-ihop`,
      example: `${path}/${noId}/hor-ihop`,
      access,
      handle: (request) => add(request, kernel, register, showRow),
    },
    {
      method: 'post',
      path: `${one}/ta-bort`,
      example: example('ta-bort'),
      access,
      handle: (request) => set(request, kernel, register, false),
    },
    {
      method: 'post',
      path: `${one}/ta-tillbaka`,
      example: example('ta-tillbaka'),
      access,
      handle: (request) => set(request, kernel, register, true),
    },
  ];
}

async function add(request: SambandRequest, kernel: Kernel, register: Register, showRow: ShowRow): Promise<Response> {
  const id = idParam(request);
  const { person: actor, language } = request;
  const fields = await request.fields();
  const inputs = { kind: field(fields, 'linkKind'), name: field(fields, 'linkName'), note: field(fields, 'linkNote') };
  const answer = await request.transaction((tx) => addLink({ kernel, tx, actor, register, language }, id, inputs));
  if (!answer.ok) return showRow(request, { link: linkForm(inputs, answer, language) });
  const t = linkTexts(language);
  return request.redirect(
    `${register.path}/${id}#hor-ihop`,
    answer.added ? { kind: 'success', text: t.added } : { kind: 'info', text: t.there },
  );
}

async function set(request: SambandRequest, kernel: Kernel, register: Register, active: boolean): Promise<Response> {
  const [id, link] = [idParam(request), idParam(request, 'link')];
  const { person: actor, language } = request;
  await request.transaction((tx) => setLinked({ kernel, tx, actor, register, language }, id, link, active));
  const t = linkTexts(language);
  return request.redirect(`${register.path}/${id}#hor-ihop`, {
    kind: 'success',
    text: active ? t.takenBack : t.removed,
  });
}
