import { z } from 'zod';
import { after, ticketLife } from './session.rules.ts';
import type { Vault } from './vault.ts';

/**
 * Proof, in a hidden field, that the right password was given, for the steps between password and session. Sealed rather than stored: a
 * half-finished sign-in then leaves nothing behind.
 */
export interface Ticket {
  readonly accounts: readonly { readonly tenantId: string; readonly personId: string; readonly hasTotp: boolean }[];
}

const purpose = 'sign-in ticket';
const sealed = z.object({
  accounts: z.array(z.object({ tenantId: z.uuid(), personId: z.uuid(), hasTotp: z.boolean() })).min(1),
  until: z.number(),
});

export function sealTicket(vault: Vault, ticket: Ticket, now: Date): string {
  return vault.seal(JSON.stringify({ ...ticket, until: after(now, ticketLife).getTime() }), purpose);
}

/** Undefined when it has run out or is not ours. */
export function openTicket(vault: Vault, text: string, now: Date): Ticket | undefined {
  const content = vault.unseal(text, purpose);
  if (content === undefined) return undefined;
  const { until, accounts } = sealed.parse(JSON.parse(content));
  return now.getTime() <= until ? { accounts } : undefined;
}
