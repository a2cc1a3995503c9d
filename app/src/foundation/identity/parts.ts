import type { Database } from '../database/index.ts';

/** What the slice needs from outside itself. */
export interface IdentityParts {
  readonly database: Database;
  /** The installation's secret: seals one-time-code secrets and tickets. At least 32 characters, and the same at every start. */
  readonly secret: string;
  /** Where people reach the server, for links in mail. */
  readonly address: () => string;
  /** False without a mail server: an administrator then gets the invitation link to hand over. */
  readonly mailOn: boolean;
  /** Lets anyone sign in as a role of the example municipality. */
  readonly example: boolean;
}
