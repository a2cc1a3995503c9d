import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server where the journeys may create databases. */
    databaseUrl: string;
    /** What the program made when it was first started: the name of its database, and its folder. */
    firstStart: { readonly database: string; readonly folder: string };
  }
}
