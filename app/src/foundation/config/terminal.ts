export { configCommand } from './config.command.ts';
