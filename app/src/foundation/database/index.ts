export { expectManyRows } from './many-rows.ts';
export { type Migration, MigrationError, migrate, readMigrations } from './migrate.ts';
export { connect, type Database, type RequestScope, type Transaction } from './transaction.ts';
export { brokenConstraint, type RowHistory, type Saved, saveVersion } from './versioned.ts';
