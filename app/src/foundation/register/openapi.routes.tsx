import type { Route } from '../http/index.ts';
import { ApiPage } from './api-page.view.tsx';
import type { Kernel } from './kernel.ts';
import { apiRoot, openApiDocument } from './openapi.rules.ts';

/** The description of the interface for programs, and the page that tells people how to use it. Neither says anything of a municipality. */
export function openApiRoutes(
  kernel: Kernel,
  parts: { readonly version: string; readonly address: () => string },
): readonly Route[] {
  return [
    {
      method: 'get',
      path: `${apiRoot}/openapi.json`,
      access: 'anyone',
      handle: (request) => request.json(openApiDocument(kernel, parts.version, request.language)),
    },
    {
      method: 'get',
      path: '/api',
      access: 'anyone',
      handle: (request) =>
        request.html(
          <ApiPage
            shell={request.shell()}
            registers={kernel.registers}
            address={parts.address()}
            signedIn={request.actor !== undefined}
          />,
        ),
    },
  ];
}
