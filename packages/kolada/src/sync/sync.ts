import type { Absent } from '../archive/block-absence.ts';
import type { HistoryChange } from '../archive/catalogue-merge.ts';
import { genderCode } from '../archive/schema.ts';
import { ArchiveWriter } from '../archive/writer.ts';
import type { KoladaClient } from '../client/client.ts';
import { KoladaFormatError } from '../client/errors.ts';
import { genders as allGenders, type Gender } from '../model.ts';
import { type ListShrunk, stageCatalogue } from './catalogue.ts';
import { Pace, type SyncProgress } from './pace.ts';
import { Receiver } from './receive.ts';
import { type Batch, batchKpis, dayBefore, type SyncSelection, selectKpis } from './selection.ts';

export type SyncClient = Pick<
  KoladaClient,
  'kpis' | 'municipalities' | 'municipalityGroups' | 'kpiGroups' | 'dataPages'
>;

export interface SyncOptions {
  readonly client: SyncClient;
  readonly selection: SyncSelection;
  /** First and last. */
  readonly years: readonly [number, number];
  /** Default all three. */
  readonly genders?: readonly Gender[];
  /** Stops as soon as the question in flight is let go; what is gathered is kept for the next run. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SyncProgress) => void;
  readonly now?: () => Date;
}

export interface SyncReport {
  readonly version: number;
  /** KPIs asked about in this publication; `resumed` of them an earlier, interrupted run had fetched. */
  readonly kpis: number;
  readonly resumed: number;
  /** Asked only for what had changed since the last fetch. */
  readonly incremental: number;
  /** Figures that came in this run, missing ones included. */
  readonly values: number;
  readonly revisions: number;
  /** Answered with nothing where the archive has figures; those are kept. A question to Kolada, not a fact. */
  readonly emptied: readonly string[];
  /** Asked for whole and answered without some of the figures that the archive has, so many of them; those too are kept. */
  readonly absent: readonly Absent[];
  /** Answered with nothing, now as before. */
  readonly silent: readonly string[];
  /** Kolada's answer could not be read; what the archive had is kept. */
  readonly failed: readonly { readonly kpi: string; readonly message: string }[];
  /** Asked for but not in the catalogue. */
  readonly unknown: readonly string[];
  /** Lists that came much shorter than before and were therefore not believed. */
  readonly shrunk: readonly ListShrunk[];
  readonly catalogue: HistoryChange | null;
  readonly groups: HistoryChange | null;
  readonly kpiGroups: HistoryChange | null;
}

/** KPIs per question: a list's limit in Kolada, and what a crash can cost. */
const batchSize = 25;

/**
 * Fetches into the archive and publishes a new version when all is there. Readers go on undisturbed. After an interruption of any
 * kind the next call takes up where this one stopped; nothing half-fetched is ever published.
 */
export async function syncArchive(path: string, options: SyncOptions): Promise<SyncReport> {
  const now = options.now ?? (() => new Date());
  const pace = new Pace(options.onProgress, () => now().getTime());
  const writer = await ArchiveWriter.begin(path, { purpose: 'sync', now: now().toISOString() });
  let published = false;
  try {
    const run = new SyncRun(writer, options, pace, now);
    const report = await run.toPublication();
    published = true;
    return report;
  } finally {
    await writer.close(!published);
  }
}

class SyncRun {
  readonly #writer: ArchiveWriter;
  readonly #options: SyncOptions;
  readonly #pace: Pace;
  readonly #now: () => Date;
  readonly #genders: readonly Gender[];
  readonly #emptied: string[] = [];
  readonly #silent: string[] = [];
  readonly #failed: { kpi: string; message: string }[] = [];

  constructor(writer: ArchiveWriter, options: SyncOptions, pace: Pace, now: () => Date) {
    this.#writer = writer;
    this.#options = options;
    this.#pace = pace;
    this.#now = now;
    this.#genders = allGenders.filter((gender) => (options.genders ?? allGenders).includes(gender));
  }

  async toPublication(): Promise<SyncReport> {
    const { selection, client, signal } = this.#options;
    this.#pace.enter('catalogue');
    const done = await this.#takeUp();
    const lists = await stageCatalogue(this.#writer, client, this.#now().toISOString(), signal);
    const { kpis, unknown } = selectKpis(selection, lists.kpis, lists.kpiGroups);
    const fromDates = await this.#fromDates();
    const left = kpis.filter((kpi) => !done.has(kpi.id));
    const resumed = kpis.length - left.length;
    this.#pace.begin(kpis.length, resumed);
    for (const batch of batchKpis(left, fromDates, batchSize)) await this.#fetchWhole(batch);
    if (kpis.length > 0 && this.#failed.length === kpis.length) {
      throw new KoladaFormatError('/data', 'svaren', 'läsbara för något nyckeltal', this.#failed[0]!.message);
    }
    signal?.throwIfAborted();
    this.#pace.enter('publishing');
    const publication = await this.#writer.publish();
    this.#pace.enter('done');
    return {
      version: publication.version,
      kpis: kpis.length,
      resumed,
      incremental: kpis.filter((kpi) => fromDates.has(kpi.id)).length,
      values: this.#pace.values,
      revisions: publication.revisions,
      emptied: this.#emptied,
      absent: publication.absent,
      silent: this.#silent,
      failed: this.#failed,
      unknown,
      shrunk: lists.shrunk,
      catalogue: publication.kpis,
      groups: publication.groups,
      kpiGroups: publication.kpiGroups,
    };
  }

  /** What an interrupted run with the same years and genders has fetched. One with others is of no use and is put away. */
  async #takeUp(): Promise<ReadonlySet<string>> {
    const { staging } = this.#writer;
    const plan = JSON.stringify({
      years: this.#options.years,
      genders: this.#genders,
      base: this.#writer.info?.version ?? 0,
    });
    const journal = await staging.journal();
    if (journal.get('plan') === plan) return new Set(journal.keys());
    await staging.empty();
    await staging.stageBlocks([], [], [['plan', plan]]);
    return new Set();
  }

  /** For KPIs that an earlier sync has fetched whole, for all these years and genders: the day to ask from. */
  async #fromDates(): Promise<ReadonlyMap<string, string>> {
    if (!this.#writer.info) return new Map();
    const [first, last] = this.#options.years;
    const codes = this.#genders.map((gender) => genderCode[gender]).join(',');
    const rows = await this.#writer.database.all<{ id: string; latest: string }>(
      `SELECT k.id, max(f.fetched_at) AS latest FROM old.fetch_log f JOIN old.kpi k ON k.idx = f.kpi
       WHERE f.source = 'api' AND list_has_all(f.genders, [${codes}])
         AND list_has_all(f.years, range(${first}, ${last + 1})) GROUP BY k.id`,
    );
    return new Map(rows.map(({ id, latest }) => [id, dayBefore(latest)]));
  }

  /** An answer that cannot be read fails its own KPI and no other: the batch is then asked for one by one. */
  async #fetchWhole(batch: Batch): Promise<void> {
    try {
      await this.#fetch(batch);
    } catch (error) {
      if (!(error instanceof KoladaFormatError)) throw error;
      if (batch.kpis.length > 1) {
        for (const kpi of batch.kpis) await this.#fetchWhole({ ...batch, kpis: [kpi] });
        return;
      }
      this.#failed.push({ kpi: batch.kpis[0]!, message: error.message });
      this.#pace.finished(1);
    }
  }

  async #fetch(batch: Batch): Promise<void> {
    const { client, signal, years } = this.#options;
    const { staging } = this.#writer;
    const fetchedAt = this.#now().toISOString();
    const receiver = new Receiver(batch.kpis, staging.units, this.#genders);
    const asked = Array.from({ length: years[1] - years[0] + 1 }, (_, index) => years[0] + index);
    const question = {
      kpis: batch.kpis,
      municipalities: await this.#unitsOf(batch.type),
      years: asked,
      ...(batch.fromDate === null ? {} : { fromDate: batch.fromDate }),
    };
    for await (const page of client.dataPages(question, signal ? { signal } : {}))
      this.#pace.received(receiver.take(page));
    signal?.throwIfAborted();
    const { blocks, silent } = receiver.result(fetchedAt);
    const emptied = batch.fromDate === null ? await this.#withFigures(silent) : [];
    this.#emptied.push(...emptied);
    if (batch.fromDate === null) this.#silent.push(...silent.filter((kpi) => !emptied.includes(kpi)));
    // No note for an emptied KPI: the next sync shall ask for all of it again, not for what changed since a doubtful answer.
    const noted = batch.kpis.filter((kpi) => !emptied.includes(kpi));
    await staging.stageBlocks(
      blocks,
      noted.map((kpi) => ({
        kpi,
        source: 'api' as const,
        fromDate: batch.fromDate,
        years: asked,
        genders: this.#genders,
        fetchedAt,
      })),
      batch.kpis.map((kpi) => [kpi, fetchedAt] as const),
    );
    this.#pace.finished(batch.kpis.length);
  }

  async #withFigures(kpis: readonly string[]): Promise<string[]> {
    if (!this.#writer.info || kpis.length === 0) return [];
    const rows = await this.#writer.database.all<{ id: string }>('SELECT id FROM old.kpi WHERE n > 0');
    const filled = new Set(rows.map((row) => row.id));
    return kpis.filter((kpi) => filled.has(kpi));
  }

  /** Riket stands among the regions in Kolada but has figures of both kinds. */
  async #unitsOf(type: Batch['type']): Promise<readonly string[]> {
    const where = type === 'A' ? 'true' : `type = '${type}' OR id = '0000'`;
    const rows = await this.#writer.database.all<{ id: string }>(
      `SELECT id FROM staging.unit WHERE ${where} ORDER BY idx`,
    );
    return rows.map((row) => row.id);
  }
}
