export { configCommand } from './config.command.ts';
export { readPlaces } from './places.ts';
