import type { FigureTable, Gender, Group, Kpi, Municipality } from '../model.ts';
import { type ArchiveInfo, explain, identityOf, type OpenFile, openFile } from './archive-file.ts';
import { readBlocks } from './block-reader.ts';
import * as catalogue from './catalogue-reader.ts';
import { ArchiveError } from './errors.ts';
import type { GroupTitle } from './group-title.ts';
import { Turns } from './turns.ts';

export interface ArchiveKpi extends Kpi {
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** No longer in Kolada's catalogue; its texts are those it had last. */
  readonly vanished: boolean;
  /** Absent while it has no number. */
  readonly firstYear?: number;
  readonly lastYear?: number;
  readonly valueCount: number;
}

export interface ArchiveGroup extends Group, GroupTitle {
  readonly validFrom: string;
  /** Null while it stands. */
  readonly validTo: string | null;
}

export interface KpiGroup extends Group {
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface MissingFigure {
  readonly unit: string;
  readonly year: number;
  /** Kolada's word, often empty. */
  readonly status: string;
}

export interface FigureRevision {
  readonly kpi: string;
  readonly unit: string;
  readonly year: number;
  readonly gender: Gender;
  /** Null is a reported missing value. */
  readonly old: number | null;
  readonly new: number | null;
  readonly seenAt: string;
  readonly version: number;
}

export interface FigureQuery {
  /** In this order in the answer; an unknown one has no figures. Default all, in archive order. */
  readonly kpis?: readonly string[];
  /** Default T. */
  readonly gender?: Gender;
  /** First and last; default all years that hold any figure. */
  readonly years?: readonly [number, number];
  /** The values in a `SharedArrayBuffer`, for threads to read without a copy each. */
  readonly inSharedMemory?: boolean;
}

export interface RevisionQuery {
  /** Seen at or after this time (ISO). */
  readonly since?: string;
  /** Seen in a later version than this. */
  readonly sinceVersion?: number;
  readonly kpis?: readonly string[];
}

export interface Archive {
  readonly path: string;
  readonly info: ArchiveInfo;
  /** In archive order; those asked for, unknown ones left out, or all. */
  kpis(ids?: readonly string[]): Promise<readonly ArchiveKpi[]>;
  /** The texts as they stood at a time, also of what has vanished since; publication dates among them. */
  kpiHistory(id: string): Promise<readonly (Kpi & { validFrom: string; validTo: string | null })[]>;
  /** In index order: the order of `units` in every FigureTable. */
  units(): Promise<readonly Municipality[]>;
  groups(): Promise<readonly ArchiveGroup[]>;
  /** Groups and members as they stood at `date` (ISO, a day means its end). */
  groupsAsOf(date: string): Promise<readonly ArchiveGroup[]>;
  kpiGroups(): Promise<readonly KpiGroup[]>;
  kpiGroupsAsOf(date: string): Promise<readonly KpiGroup[]>;
  figures(query?: FigureQuery): Promise<FigureTable>;
  /** Figures that were reported without a number. What is neither here nor in the figures was never reported. */
  missing(kpi: string, gender?: Gender): Promise<readonly MissingFigure[]>;
  /** The latest fetch per KPI; those without figures are absent. */
  fetchedAt(kpis: readonly string[]): Promise<Map<string, string>>;
  revisions(query?: RevisionQuery): Promise<readonly FigureRevision[]>;
  /** Moves over to the latest publication; true when there was a newer one. Running questions finish on the old one. */
  refresh(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens for reading. Any number of readers may be open while an import or a sync writes. */
export async function openArchive(path: string): Promise<Archive> {
  return new ReadArchive(path, new Reading(path, await openFile(path)));
}

class ReadArchive implements Archive {
  readonly path: string;
  #reading: Reading;
  #refreshing: Promise<boolean> | undefined;

  constructor(path: string, reading: Reading) {
    this.path = path;
    this.#reading = reading;
  }

  get info(): ArchiveInfo {
    return this.#reading.file.info;
  }

  kpis(ids?: readonly string[]) {
    return ids === undefined
      ? this.#reading.remember('kpis', (file) => catalogue.readKpis(file))
      : this.#reading.use((file) => catalogue.readKpis(file, ids));
  }
  kpiHistory(id: string) {
    return this.#reading.use((file) => catalogue.readKpiHistory(file, id));
  }
  units() {
    return this.#reading.remember('units', catalogue.readUnits);
  }
  groups() {
    return this.#reading.remember('groups', (file) => catalogue.readGroups(file));
  }
  groupsAsOf(date: string) {
    return this.#reading.use((file) => catalogue.readGroups(file, date));
  }
  kpiGroups() {
    return this.#reading.remember('kpiGroups', (file) => catalogue.readKpiGroups(file));
  }
  kpiGroupsAsOf(date: string) {
    return this.#reading.use((file) => catalogue.readKpiGroups(file, date));
  }

  async figures(query: FigureQuery = {}): Promise<FigureTable> {
    const reading = this.#reading;
    return reading.use(async (file) => {
      const [units, numbers] = await Promise.all([
        reading.remember('units', catalogue.readUnits),
        reading.remember('numbers', catalogue.readKpiNumbers),
      ]);
      const kpis = query.kpis ?? [...numbers.keys()];
      const { firstYear, lastYear } = file.info;
      const years = query.years ?? ([firstYear ?? 0, lastYear ?? -1] as const);
      const yearCount = Math.max(0, years[1] - years[0] + 1);
      const bytes = kpis.length * yearCount * units.length * Float64Array.BYTES_PER_ELEMENT;
      const table: FigureTable = {
        kpis,
        units: units.map((unit) => unit.id),
        years: Array.from({ length: yearCount }, (_, index) => years[0] + index),
        values: new Float64Array(query.inSharedMemory ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)),
      };
      // One place each: a KPI asked for twice is read at its first place and copied to the others.
      const place = new Int32Array(1 + Math.max(-1, ...numbers.values())).fill(-1);
      kpis.forEach((kpi, at) => {
        const number = numbers.get(kpi);
        if (number !== undefined && place[number] === -1) place[number] = at;
      });
      const selection = { gender: query.gender ?? 'T', years, place, wanted: kpis.length };
      await reading.blocks.take(() => readBlocks(file.database, selection, table));
      copyRepeated(table, (kpi) => place[numbers.get(kpi) ?? -1] ?? -1);
      return table;
    });
  }

  missing(kpi: string, gender: Gender = 'T') {
    return this.#reading.use((file) => catalogue.readMissing(file, kpi, gender));
  }
  fetchedAt(kpis: readonly string[]) {
    return this.#reading.use((file) => catalogue.readFetchTimes(file, kpis));
  }
  revisions(query: RevisionQuery = {}) {
    return this.#reading.use((file) => catalogue.readRevisions(file, query));
  }

  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#moveOver().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #moveOver(): Promise<boolean> {
    this.#reading.checkOpen();
    if ((await identityOf(this.path)) === this.#reading.file.identity) return false;
    const old = this.#reading;
    this.#reading = new Reading(this.path, await openFile(this.path));
    await old.close();
    return true;
  }

  async close(): Promise<void> {
    await this.#reading.close();
  }
}

/** More questions for figures at once are not answered sooner, and a dozen over the whole file no longer fit in the reader's memory. */
const questionsAtOnce = 4;

/** One publication held open; it is let go when the last question to it has been answered. */
class Reading {
  readonly file: OpenFile;
  readonly blocks = new Turns(questionsAtOnce);
  readonly #path: string;
  readonly #remembered = new Map<string, Promise<unknown>>();
  #running = 0;
  #closing = false;
  #closed = false;

  constructor(path: string, file: OpenFile) {
    this.#path = path;
    this.file = file;
  }

  checkOpen(): void {
    if (this.#closing) throw new ArchiveError('closed', this.#path, `${this.#path} has been closed`);
  }

  async use<T>(question: (file: OpenFile) => Promise<T>): Promise<T> {
    this.checkOpen();
    this.#running++;
    try {
      return await question(this.file);
    } catch (error) {
      throw error instanceof ArchiveError ? error : explain(this.#path, error);
    } finally {
      this.#running--;
      this.#letGo();
    }
  }

  /** A publication never changes, so its catalogue is read once. */
  remember<T>(name: string, question: (file: OpenFile) => Promise<T>): Promise<T> {
    let answer = this.#remembered.get(name) as Promise<T> | undefined;
    if (!answer) {
      answer = this.use(question);
      this.#remembered.set(name, answer);
      answer.catch(() => this.#remembered.delete(name));
    }
    return answer;
  }

  close(): Promise<void> {
    this.#closing = true;
    this.#letGo();
    return Promise.resolve();
  }

  #letGo(): void {
    if (!this.#closing || this.#running > 0 || this.#closed) return;
    this.#closed = true;
    this.file.database.close();
  }
}

function copyRepeated(table: FigureTable, placeOf: (kpi: string) => number): void {
  const size = table.years.length * table.units.length;
  table.kpis.forEach((kpi, at) => {
    const first = placeOf(kpi);
    if (first >= 0 && first !== at) table.values.copyWithin(at * size, first * size, (first + 1) * size);
  });
}
