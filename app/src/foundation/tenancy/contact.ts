import type { SambandRequest } from '../http/index.ts';
import type { Contact } from '../information/index.ts';
import { listTenants } from './municipality.store.ts';

/** Whom to tell about what cannot be used: the visitor's own municipality, or before sign-in the only one there is. */
export async function accessibilityContact(request: SambandRequest): Promise<Contact | undefined> {
  const tenants = await listTenants(request.database);
  const own = tenants.find(({ id }) => id === request.tenant?.id) ?? (tenants.length === 1 ? tenants[0] : undefined);
  return (
    own && { municipality: own.name, email: own.settings.contactEmail ?? '', phone: own.settings.contactPhone ?? '' }
  );
}
