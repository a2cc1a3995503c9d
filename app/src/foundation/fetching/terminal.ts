export { koladaCommands } from './kolada.command.ts';
