export { reportCommand } from './report.command.ts';
