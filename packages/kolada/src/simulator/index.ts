export type { ChangedRow, SimulatorSource } from './source.ts';
