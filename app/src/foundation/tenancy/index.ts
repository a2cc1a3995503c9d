export { loadActingPerson } from './actor.store.ts';
export { auditNames } from './audit-names.ts';
export { allDepartments, type DepartmentRow } from './entity.store.ts';
export { importRoutes } from './import.routes.tsx';
export { organisationRoutes } from './organisation.routes.tsx';
export { manageMunicipality, manageOrganisation, readContacts, readOrganisation } from './permissions.rules.ts';
export { peopleNames } from './person.store.ts';
export { roleRoutes } from './role.routes.tsx';
