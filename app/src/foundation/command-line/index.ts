export {
  type Command,
  type CommandCall,
  CommandError,
  exitCode,
  type Output,
  runCommand,
} from './command.ts';
export { writeWhereAsked, writeWholeFile } from './place.ts';
