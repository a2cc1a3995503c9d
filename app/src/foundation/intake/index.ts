export { bringTables } from './access.ts';
export { contentsOfDrafts } from './draft.store.ts';
export { recordImport } from './import.commands.ts';
export { imported } from './import.rules.ts';
export { intakeRoutes } from './intake.routes.tsx';
export { createIntake, type Intake } from './intake.ts';
export { pasteHref } from './paths.ts';
export { intakeTasks } from './run.job.ts';
export {
  type Applied,
  FaultyTableError,
  type GivenImport,
  type GivenTable,
  type IntakeField,
  type IntakePlan,
  type IntakeRow,
  type IntakeTarget,
  type IntakeWork,
  type Undone,
} from './target.ts';
