export { tenantCommand } from './tenant.command.ts';
