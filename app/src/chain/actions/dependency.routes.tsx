import { idParam, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import { type Kernel, readRow } from '../../foundation/register/index.ts';
import { writeActions } from './access.ts';
import { action } from './action.rules.ts';
import { actionPageTexts } from './action-page.texts.ts';
import { actionWork, exampleId, sent } from './action-work.ts';
import { addDependency, dropDependency } from './dependency.commands.ts';
import { DependencyPage } from './dependency.view.tsx';
import { actionHref } from './status.view.tsx';

export function dependencyRoutes(kernel: Kernel): readonly Route[] {
  return [
    {
      method: 'post',
      path: `${action.path}/:id/beroenden`,
      example: `${action.path}/${exampleId}/beroenden`,
      access: writeActions,
      handle: (request) => add(kernel, request),
    },
    {
      method: 'post',
      path: `${action.path}/:id/beroenden/:needs/ta-bort`,
      example: `${action.path}/${exampleId}/beroenden/${exampleId}/ta-bort`,
      access: writeActions,
      handle: (request) => drop(kernel, request),
    },
  ];
}

async function add(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const value = sent(await request.fields(), 'needs');
  const result = await request.transaction((tx) => addDependency(actionWork(kernel, request, tx), id, value));
  const t = actionPageTexts(request.language).dependencies;
  if (result.ok) return request.redirect(`${actionHref(id)}#beroenden`, { kind: 'success', text: t.added });
  const [row, others] = await request.transaction(async (tx) => [
    await readRow(tx, action, id),
    await kernel.references.get(action.name)!.options(tx, request.language),
  ]);
  const error = t.fault[result.reason];
  return request.html(
    <DependencyPage shell={request.shell()} row={row!} others={others} value={value} error={error} />,
    422,
  );
}

async function drop(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const needs = request.params.needs ?? '';
  if (!isId(needs)) throw new RefusedError(404);
  await request.transaction((tx) => dropDependency(actionWork(kernel, request, tx), id, needs));
  const t = actionPageTexts(request.language).dependencies;
  return request.redirect(`${actionHref(id)}#beroenden`, { kind: 'success', text: t.removed });
}
