export { exampleContents, exampleSource } from './example-source.ts';
export type { Fault, Faults } from './faults.ts';
export { type GeneratedSourceOptions, generatedSource } from './generated-source.ts';
export { type MemoryContents, memorySource } from './memory-source.ts';
export type { Revision } from './revisions.ts';
export { type SimulatedRequest, type Simulator, type SimulatorOptions, startSimulator } from './server.ts';
export type { ChangedRow, SimulatorSource } from './source.ts';
