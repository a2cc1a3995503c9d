import type { Actor, Permission } from '../access/index.ts';
import type { Database, Transaction } from '../database/index.ts';
import type { Metrics, SambandRequest } from '../http/index.ts';
import type { Log } from '../log/index.ts';
import type { Language } from '../texts/index.ts';
import type { Licence } from './licences.ts';

export interface InformationParts {
  readonly version: string;
  readonly database: Database;
  readonly log: Log;
  /** Asked for once, at the first visit to the page. */
  readonly licences: () => Promise<readonly Licence[]>;
  /** What must hold for the program to do its work, in the order they are told of. */
  readonly probes: readonly Probe[];
  readonly metrics: Metrics;
  /** False closes /metrics altogether. */
  readonly metricsOn: boolean;
  /** Where faults in accessibility are reported: to the visitor's own municipality, when it is known which one that is. */
  readonly contact: (request: SambandRequest) => Promise<Contact | undefined>;
  readonly searchSources: readonly SearchSource[];
}

export interface Contact {
  readonly municipality: string;
  readonly email: string;
  readonly phone: string;
}

export interface Probe {
  readonly name: 'database' | 'migrations' | 'archive';
  /** Throws when it does not hold. */
  readonly check: () => Promise<void>;
}

export interface SearchHit {
  readonly href: string;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** A slice's own search, shown as one group on the search page. */
export interface SearchSource {
  readonly title: (language: Language) => string;
  readonly permission: Permission;
  /** The best hits, at most `limit`. `words` is never empty, and may hold anything that a person can type. */
  readonly search: (tx: Transaction, asked: SearchQuestion) => Promise<readonly SearchHit[]>;
  /** Where all hits are seen. */
  readonly all?: (words: string) => string;
}

export interface SearchQuestion {
  readonly words: string;
  readonly actor: Actor;
  readonly language: Language;
  readonly limit: number;
}
