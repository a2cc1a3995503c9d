import type { KeptForm, Route, SambandRequest, SignedIn } from '../http/index.ts';
import { accountPanel, accountRoutes } from './account.routes.tsx';
import { exampleRoutes } from './example.routes.tsx';
import { inviteRoutes } from './invite.routes.tsx';
import { linkRoutes } from './link.routes.tsx';
import type { IdentityParts } from './parts.ts';
import { profileRoutes } from './profile.routes.tsx';
import { authenticate } from './session.commands.ts';
import { signInPage, signInRoutes } from './sign-in.routes.tsx';
import { createVault } from './vault.ts';

export interface Identity {
  readonly routes: readonly Route[];
  readonly authenticate: (token: string, now: Date) => Promise<SignedIn | undefined>;
  readonly signInPage: (request: SambandRequest, kept: KeptForm | undefined) => Promise<Response>;
  /** The part about the account on a person's page. */
  readonly accountPanel: typeof accountPanel;
}

export function createIdentity(parts: IdentityParts): Identity {
  const vault = createVault(parts.secret);
  return {
    routes: [
      ...signInRoutes({ ...parts, vault }),
      ...linkRoutes({ ...parts, vault }),
      ...profileRoutes(vault),
      ...inviteRoutes(parts),
      ...accountRoutes,
      ...exampleRoutes(parts),
    ],
    authenticate: (token, now) => authenticate(parts.database, token, now),
    signInPage: (request, kept) => signInPage(parts, request, kept),
    accountPanel,
  };
}
