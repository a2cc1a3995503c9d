export { makeFolder, makeFolders } from './folder.ts';
export { type Config, ConfigError, describeConfig, localAddress, readConfig } from './settings.ts';
