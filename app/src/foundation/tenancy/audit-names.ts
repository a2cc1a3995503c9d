import type { AuditParts } from '../audit/index.ts';
import { type EntityKind, entityFields, entityKinds } from './entity.rules.ts';
import { importTexts } from './import.texts.ts';
import { peopleNamed, peopleNames } from './person.store.ts';
import { tenancyTexts } from './texts.ts';

/** What the trail calls the rows of this slice. */
export const auditNames: AuditParts = {
  peopleNames,
  peopleNamed,
  tableTitle(table, language) {
    const texts = tenancyTexts(language);
    if (table === 'tenancy.role_assignment') return texts.role.role;
    if (table === 'tenancy.tenant') return texts.municipality;
    if (table === 'tenancy.import_draft') return importTexts(language).draft;
    const kind = kindOf(table);
    return kind && texts.kind[kind];
  },
  fieldTitle(table, column, language) {
    const texts = tenancyTexts(language);
    if (column === 'active') return texts.active;
    const kind = kindOf(table);
    const field = kind && entityFields[kind].find((one) => one.column === column);
    return field && texts.field[field.name];
  },
};

function kindOf(table: string): EntityKind | undefined {
  return entityKinds.find((kind) => table === `tenancy.${kind}`);
}
