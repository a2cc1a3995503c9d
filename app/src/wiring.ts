import type { Config } from './foundation/config/index.ts';
import type { Database } from './foundation/database/index.ts';
import type { FigureStore } from './foundation/figures/index.ts';
import type { Route } from './foundation/http/index.ts';
import type { Log } from './foundation/log/index.ts';

export interface WiringParts {
  readonly config: Config;
  readonly database: Database;
  readonly figures: FigureStore;
  readonly log: Log;
  readonly version: string;
}

export interface Wiring {
  readonly routes: readonly Route[];
}

/** The slices, and the few lines that run against the stream. */
export function wire(_parts: WiringParts): Wiring {
  return { routes: [] };
}
