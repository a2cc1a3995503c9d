export { allDepartments, type DepartmentRow } from './entity.store.ts';
export { peopleNames } from './person.store.ts';
