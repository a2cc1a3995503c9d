export { configCommand } from './config.command.ts';
export { type Config, ConfigError, describeConfig, readConfig } from './settings.ts';
