import { roles, roleTitle } from '../access/index.ts';
import { RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { EmptyState, Page, type Shell } from '../ui/index.ts';
import { exampleSignIn, readExample } from './example.commands.ts';
import type { IdentityParts } from './parts.ts';
import { visitorOf } from './sign-in.commands.ts';
import { arrive, carriedIn, roomForKeptForm } from './sign-in.routes.tsx';
import { type Carried, Step } from './sign-in.views.tsx';
import { signInTexts } from './texts.ts';

/** Signing in without a password as a role of the example municipality. Not there at all unless the configuration says so. */
export function exampleRoutes(parts: IdentityParts): readonly Route[] {
  if (!parts.example) return [];
  return [
    {
      method: 'get',
      path: '/exempel',
      access: 'anyone',
      handle: (request) => choose(parts, request, nothingCarried),
    },
    {
      method: 'post',
      path: '/exempel',
      access: 'anyone',
      maxBody: roomForKeptForm,
      handle: async (request) => choose(parts, request, carriedIn(await request.fields())),
    },
    {
      method: 'get',
      path: '/exempel/:role',
      access: 'anyone',
      example: '/exempel/analyst',
      handle: (request) => enter(parts, request, nothingCarried),
    },
    {
      method: 'post',
      path: '/exempel/:role',
      access: 'anyone',
      example: '/exempel/analyst',
      maxBody: roomForKeptForm,
      handle: async (request) => enter(parts, request, carriedIn(await request.fields())),
    },
  ];
}

const nothingCarried: Carried = { till: '/', kept: '' };

async function choose(parts: IdentityParts, request: SambandRequest, carried: Carried): Promise<Response> {
  const example = await readExample(parts.database);
  return request.html(<ExamplePage shell={request.shell()} example={example} carried={carried} />);
}

async function enter(parts: IdentityParts, request: SambandRequest, carried: Carried): Promise<Response> {
  const role = roles.find((one) => one === request.params.role);
  const example = await readExample(parts.database);
  const token =
    role &&
    example &&
    (await exampleSignIn({ database: parts.database, tenantCode: example.code, role }, visitorOf(request)));
  if (token === undefined) throw new RefusedError(404);
  return arrive(parts, request, carried, token);
}

type Example = NonNullable<Awaited<ReturnType<typeof readExample>>>;

interface ExamplePageProps {
  readonly shell: Shell;
  readonly example: Example | undefined;
  readonly carried: Carried;
}

/** Links, which can be written down; a text that is carried along needs forms. */
function ExamplePage({ shell, example, carried }: ExamplePageProps) {
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
            .map((role) => ({ address: `/exempel/${role}`, words: texts.exampleAs(roleTitle(role, shell.language)) }))
            .map(({ address, words }) => (
              <li>
                {carried.kept === '' ? (
                  <a href={address} data-turbo="false">
                    {words}
                  </a>
                ) : (
                  <Step action={address} carried={carried} errors={[]} submit={words} variant="secondary" />
                )}
              </li>
            ))}
        </ul>
      )}
    </Page>
  );
}
