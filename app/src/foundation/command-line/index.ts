export { type Command, type CommandCall, CommandError, exitCode, type Output, runCommand } from './command.ts';
