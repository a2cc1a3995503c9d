export type { AuditParts } from './parts.ts';
export { auditPermission } from './permissions.rules.ts';
export { auditRoutes } from './routes.tsx';
export { changedFields, type FieldChange, type RowImage } from './rules.ts';
export { rowAtVersion, rowHistory, rowsAtVersions } from './store.ts';
export { type ChainState, type TenantChain, verifyAudit } from './verification.ts';
