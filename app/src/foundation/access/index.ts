export {
  type Actor,
  definePermission,
  may,
  type Permission,
  type Role,
  type RoleInScope,
  roles,
  type Scope,
} from './rules.ts';
export { roleTitle } from './texts.ts';
