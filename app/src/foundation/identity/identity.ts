import type { KeptForm, Route, SambandRequest, ServerParts, SignedIn } from '../http/index.ts';
import { accountPanel, accountRoutes } from './account.routes.tsx';
import { authenticateToken } from './api-token.commands.ts';
import { apiTokenRoutes } from './api-token.routes.tsx';
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
  readonly authenticateToken: ServerParts['authenticateToken'];
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
      ...apiTokenRoutes(vault),
      ...inviteRoutes(parts),
      ...accountRoutes,
      ...exampleRoutes(parts),
    ],
    authenticate: (token, now) => authenticate(parts.database, token, now),
    authenticateToken: (token, visit) => authenticateToken(parts.database, vault, token, visit),
    signInPage: (request, kept) => signInPage(parts, request, kept),
    accountPanel,
  };
}
