export { importCommand, type OpenedForImport } from './import.command.ts';
