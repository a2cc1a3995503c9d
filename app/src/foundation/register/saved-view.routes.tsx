import { field, idParam, RefusedError, type Route } from '../http/index.ts';
import type { Register } from './register.rules.ts';
import { dropView, keepView } from './saved-view.commands.ts';
import { texts } from './texts.ts';

export function savedViewRoutes(register: Register): readonly Route[] {
  const { path, read } = register;
  return [
    {
      method: 'post',
      path: `${path}/vyer`,
      access: read,
      async handle(request) {
        const fields = await request.fields();
        const t = texts(request.language).views;
        const name = field(fields, 'name').trim().slice(0, 100);
        // Only what a list's address may hold: what is put back in a link must not lead anywhere else.
        const query = new URLSearchParams(field(fields, 'query')).toString().slice(0, 4000);
        if (name === '') throw new RefusedError(422, (language) => texts(language).views.nameMissing);
        const forAll = field(fields, 'forAll') === 'on';
        await request.transaction((tx) => keepView(tx, { register: register.name, name, query, forAll }));
        return request.redirect(`${path}?${query}`, { kind: 'success', text: t.saved(name) });
      },
    },
    {
      method: 'post',
      path: `${path}/vyer/:id/ta-bort`,
      example: `${path}/vyer/00000000-0000-7000-8000-000000000000/ta-bort`,
      access: read,
      async handle(request) {
        const id = idParam(request);
        await request.transaction((tx) => dropView(tx, register.name, id));
        return request.redirect(path, { kind: 'success', text: texts(request.language).views.removed });
      },
    },
  ];
}
