import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server where the journeys may create databases. */
    databaseUrl: string;
  }
}
