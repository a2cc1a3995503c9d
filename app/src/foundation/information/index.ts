export { type Licence, readLicences } from './licences.ts';
export type { Contact, InformationParts, Probe, SearchHit, SearchQuestion, SearchSource } from './parts.ts';
export { databaseProbe, migrationsProbe } from './probes.ts';
export { informationRoutes } from './routes.tsx';
