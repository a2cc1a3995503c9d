import type { Gender, Group, Kpi, Municipality } from '../model.ts';
import type { Block } from './block.ts';
import type { Database } from './database.ts';
import { genderCode, stagingTables } from './schema.ts';
import { listValue, TableWriter } from './table-writer.ts';

export interface FetchNote {
  readonly kpi: string;
  readonly source: 'api' | 'file' | 'generated';
  /** Null when everything was asked for. */
  readonly fromDate: string | null;
  readonly years: readonly number[];
  readonly genders: readonly Gender[];
  readonly fetchedAt: string;
}

export type CataloguePart = 'kpi_text' | 'unit' | 'municipality_group' | 'kpi_group';

/** What has been gathered for the next publication, in a file of its own, so that a killed sync finds it again. */
export class Staging {
  readonly #database: Database;
  #units: string[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** `known` are the archive's units; their order is kept, and later ones are added at the end. */
  async prepare(known: readonly Municipality[]): Promise<void> {
    await this.#transaction(async () => {
      for (const table of stagingTables) await this.#database.run(`CREATE TABLE IF NOT EXISTS staging.${table}`);
      await this.loadUnits();
      await this.#addUnits(known);
    });
  }

  get units(): readonly string[] {
    return this.#units;
  }

  async loadUnits(): Promise<void> {
    const rows = await this.#database.all<{ id: string }>('SELECT id FROM staging.unit ORDER BY idx');
    this.#units = rows.map((row) => row.id);
  }

  async stageKpis(kpis: readonly Kpi[], at: string): Promise<void> {
    await this.#stagePart('kpi_text', at, (writer) => {
      for (const kpi of kpis) {
        writer.add(
          kpi.id,
          kpi.title,
          kpi.description,
          kpi.isDividedByGender,
          kpi.municipalityType,
          kpi.auspice,
          kpi.operatingArea,
          kpi.perspective,
          kpi.prelPublicationDate,
          kpi.publicationDate,
          kpi.publPeriod,
          kpi.hasOuData,
        );
      }
    });
  }

  stageGroups(groups: readonly Group[], at: string): Promise<void> {
    return this.#stageGroupPart('municipality_group', groups, at);
  }

  stageKpiGroups(groups: readonly Group[], at: string): Promise<void> {
    return this.#stageGroupPart('kpi_group', groups, at);
  }

  async stageUnits(units: readonly Municipality[], at: string): Promise<void> {
    await this.#transaction(async () => {
      await this.#addUnits(units);
      for (const unit of units) {
        await this.#database.run(
          'UPDATE staging.unit SET title = $1, type = $2 WHERE id = $3 AND (title, type) IS DISTINCT FROM ($1, $2)',
          [unit.title, unit.type, unit.id],
        );
      }
      await this.#notePart('unit', at);
    });
  }

  /** Whole KPIs, and what else belongs to the same step, in one transaction: all of it is there after a crash, or nothing. */
  async stageBlocks(
    blocks: readonly Block[],
    fetches: readonly FetchNote[],
    journal: readonly (readonly [string, string])[] = [],
  ) {
    await this.#transaction(async () => {
      await this.#write('draft', (writer) => {
        for (const block of blocks) {
          writer.add(
            block.kpi,
            genderCode[block.gender],
            block.period,
            block.fetchedAt,
            listValue(block.nulls),
            listValue(block.values),
          );
        }
      });
      await this.#write('draft_status', (writer) => {
        for (const { kpi, gender, period, statuses } of blocks) {
          for (const [unit, status] of statuses) writer.add(kpi, genderCode[gender], period, unit, status);
        }
      });
      await this.#write('draft_fetch', (writer) => {
        for (const note of fetches) {
          const codes = note.genders.map((gender) => genderCode[gender]);
          writer.add(note.kpi, note.source, note.fromDate, listValue(note.years), listValue(codes), note.fetchedAt);
        }
      });
      await this.#write('journal', (writer) => {
        for (const [key, value] of journal) writer.add(key, value);
      });
    });
  }

  async journal(): Promise<Map<string, string>> {
    const rows = await this.#database.all<{ key: string; value: string }>('SELECT key, value FROM staging.journal');
    return new Map(rows.map(({ key, value }) => [key, value]));
  }

  async hasPart(part: CataloguePart): Promise<boolean> {
    return (await this.#database.one('SELECT 1 FROM staging.part WHERE name = $1', [part])) !== undefined;
  }

  /** Forgets all figures and notes; the lists stay. */
  async empty(): Promise<void> {
    await this.#transaction(async () => {
      for (const table of ['draft', 'draft_status', 'draft_fetch', 'journal']) {
        await this.#database.run(`DELETE FROM staging.${table}`);
      }
    });
  }

  #stageGroupPart(table: 'municipality_group' | 'kpi_group', groups: readonly Group[], at: string): Promise<void> {
    return this.#stagePart(table, at, (writer) => {
      for (const { id, title, members } of groups) {
        const [ids, titles] = [members.map((member) => member.id), members.map((member) => member.title)];
        writer.add(id, title, listValue(ids), listValue(titles));
      }
    });
  }

  async #stagePart(part: CataloguePart, at: string, fill: (writer: TableWriter) => void): Promise<void> {
    await this.#transaction(async () => {
      await this.#database.run(`DELETE FROM staging.${part}`);
      await this.#write(part, fill);
      await this.#notePart(part, at);
    });
  }

  async #notePart(part: CataloguePart, at: string): Promise<void> {
    await this.#database.run('DELETE FROM staging.part WHERE name = $1', [part]);
    await this.#database.run('INSERT INTO staging.part VALUES ($1, $2)', [part, at]);
  }

  async #addUnits(units: readonly Municipality[]): Promise<void> {
    const known = new Set(this.#units);
    const added = units.filter((unit) => !known.has(unit.id));
    await this.#write('unit', (writer) => {
      added.forEach((unit, index) => {
        writer.add(this.#units.length + index, unit.id, unit.title, unit.type);
      });
    });
    this.#units = [...this.#units, ...added.map((unit) => unit.id)];
  }

  async #write(table: string, fill: (writer: TableWriter) => void): Promise<void> {
    const writer = await TableWriter.open(this.#database, 'staging', table);
    fill(writer);
    writer.close();
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#database.run('BEGIN TRANSACTION');
    try {
      await work();
      await this.#database.run('COMMIT');
    } catch (error) {
      await this.#database.run('ROLLBACK').catch(() => undefined);
      await this.loadUnits().catch(() => undefined);
      throw error;
    }
  }
}
