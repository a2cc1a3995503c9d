export { createTenantWithAdministrator, type NewTenantAnswer } from './administrator.commands.ts';
export { exampleSignIn, readExample } from './example.commands.ts';
export { createIdentity, type Identity } from './identity.ts';
export { returnPath } from './local-path.rules.ts';
export type { IdentityParts } from './parts.ts';
export { mailRecipients } from './recipient.store.ts';
