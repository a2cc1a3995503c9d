import { roles, roleTitle } from '../access/index.ts';
import { RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { EmptyState, Page, type Shell } from '../ui/index.ts';
import { exampleSignIn, readExample } from './example.commands.ts';
import type { IdentityParts } from './parts.ts';
import { visitorOf } from './sign-in.commands.ts';
import { setSessionCookie } from './sign-in.routes.tsx';
import { signInTexts } from './texts.ts';

/** Signing in without a password as a role of the example municipality. Not there at all unless the configuration says so. */
export function exampleRoutes(parts: IdentityParts): readonly Route[] {
  if (!parts.example) return [];
  return [
    {
      method: 'get',
      path: '/exempel',
      access: 'anyone',
      async handle(request) {
        const example = await readExample(parts.database);
        return request.html(<ExamplePage shell={request.shell()} example={example} />);
      },
    },
    {
      method: 'get',
      path: '/exempel/:role',
      access: 'anyone',
      example: '/exempel/analyst',
      handle: (request) => enter(parts, request),
    },
  ];
}

async function enter(parts: IdentityParts, request: SambandRequest): Promise<Response> {
  const role = roles.find((one) => one === request.params.role);
  const example = await readExample(parts.database);
  const token =
    role &&
    example &&
    (await exampleSignIn({ database: parts.database, tenantCode: example.code, role }, visitorOf(request)));
  if (token === undefined) throw new RefusedError(404);
  setSessionCookie(request, token);
  return request.redirect('/');
}

type Example = NonNullable<Awaited<ReturnType<typeof readExample>>>;

function ExamplePage({ shell, example }: { shell: Shell; example: Example | undefined }) {
  const texts = signInTexts(shell.language);
  return (
    <Page shell={shell} title={texts.exampleTitle} lead={example && texts.exampleLead(example.name)} narrow>
      {example === undefined || example.roles.length === 0 ? (
        <EmptyState title={texts.exampleEmpty}>
          <p>{texts.exampleEmptyText}</p>
        </EmptyState>
      ) : (
        <ul>
          {roles
            .filter((role) => example.roles.includes(role))
            .map((role) => (
              <li>
                <a href={`/exempel/${role}`} data-turbo="false">
                  {texts.exampleAs(roleTitle(role, shell.language))}
                </a>
              </li>
            ))}
        </ul>
      )}
    </Page>
  );
}
