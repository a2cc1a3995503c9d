import { may, type Permission } from '../access/index.ts';
import { RefusedError, type Route } from '../http/index.ts';
import type { Kernel } from './kernel.ts';

const mostSuggestions = 10;

/** Suggestions for fields where one writes a name: for those who may write in some register, since they can choose there. */
export function lookUpRoutes(kernel: Kernel): readonly Route[] {
  const writers = [...new Set(kernel.registers.flatMap(({ write }) => write.roles))];
  const access: Permission = { name: 'register.lookUp', roles: writers };
  return [
    {
      method: 'get',
      path: '/uppslag/:reference',
      example: '/uppslag/person',
      access,
      async handle(request) {
        const name = request.params.reference ?? '';
        const reference = kernel.references.get(name);
        const register = kernel.registers.find((one) => one.name === name);
        if (reference === undefined) throw new RefusedError(404);
        if (register !== undefined && !may(request.person, register.read)) throw new RefusedError(403);
        const words = (request.url.searchParams.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 200);
        const found =
          words === ''
            ? []
            : await request.transaction((tx) => reference.suggest(tx, words, mostSuggestions, request.language));
        return request.json({ found });
      },
    },
  ];
}
