import { rename } from 'node:fs/promises';
import { ArchiveError, openArchive } from '@samband/kolada/archive';
import { type Actor, roleTitle } from '../foundation/access/index.ts';
import type { Database } from '../foundation/database/index.ts';
import { newId } from '../foundation/ids/index.ts';
import { hasExample, insertExampleTenant, insertOrganisation, insertPerson } from './municipality.store.ts';
import { exampleMunicipality } from './names.ts';
import { keepStory } from './observations.ts';
import { committees, departments, people } from './organisation.ts';
import { exampleArchiveId, writeExampleArchive } from './write.ts';

export interface LoadedExample {
  readonly roles: readonly { readonly role: string; readonly title: string }[];
}

/**
 * The fictional municipality: its figures as an archive, its organisation and one person a role. What is there already is left alone, but for figures that
 * are not those that this program makes.
 */
export async function loadExample(database: Database, archive: string): Promise<LoadedExample> {
  if (!(await isCurrent(archive))) {
    // Written beside and moved into place: a start that is cut off leaves no half archive.
    await writeExampleArchive(`${archive}.new`);
    await rename(`${archive}.new`, archive);
  }
  if (!(await database.asOwner(hasExample))) {
    const tenantId = newId();
    await database.inScope({ tenantId, origin: 'samband', requestId: 'example' }, async (tx) => {
      await insertExampleTenant(tx, tenantId, exampleMunicipality.code, `${exampleMunicipality.title} kommun`);
      const ids = await insertOrganisation(tx, committees, departments);
      const persons = new Map<string, string>();
      for (const person of people) persons.set(person.role, await insertPerson(tx, person, ids));
      const analyst: Actor = {
        tenantId,
        personId: persons.get('analyst')!,
        sessionId: '',
        name: '',
        roles: [{ role: 'analyst', scope: { kind: 'municipality' } }],
      };
      await keepStory(tx, analyst, archive);
    });
  }
  return { roles: people.map(({ role }) => ({ role, title: roleTitle(role, 'sv') })) };
}

/** Whole, and of this program's edition. */
async function isCurrent(file: string): Promise<boolean> {
  try {
    const archive = await openArchive(file);
    await archive.close();
    return archive.info.id === exampleArchiveId;
  } catch (error) {
    if (error instanceof ArchiveError) return false;
    throw error;
  }
}
