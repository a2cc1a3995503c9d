export {
  type Command,
  type CommandCall,
  CommandError,
  exitCode,
  type Output,
  runCommand,
  writeWhereAsked,
} from './command.ts';
