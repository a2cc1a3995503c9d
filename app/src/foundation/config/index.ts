export { type Config, ConfigError, describeConfig, readConfig } from './settings.ts';
