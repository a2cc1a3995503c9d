import {
  type DuckDBAppender,
  DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBListValue,
  DuckDBListVector,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { type Database, letGo, numbersOf } from './database.ts';

/** Rows into a table of the attached database `catalog`, a bounded batch at a time. */
export class TableWriter {
  readonly #appender: DuckDBAppender;
  readonly #types: readonly DuckDBType[];
  /** One for all batches: its memory is outside the collector's sight, and a new one each time would lie about by the hundred megabytes. */
  readonly #chunk: DuckDBDataChunk;
  readonly #batch: number;
  #columns: DuckDBValue[][];
  #appended = 0;

  private constructor(appender: DuckDBAppender, batch: number) {
    this.#appender = appender;
    this.#types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
    this.#chunk = DuckDBDataChunk.create(this.#types);
    this.#batch = batch;
    this.#columns = this.#types.map(() => []);
  }

  static async open(database: Database, catalog: string, table: string, batch = 256): Promise<TableWriter> {
    return new TableWriter(await database.connection.createAppender(table, 'main', catalog), batch);
  }

  add(...row: readonly DuckDBValue[]): void {
    for (let column = 0; column < row.length; column++) this.#columns[column]!.push(row[column]!);
    if (this.#columns[0]!.length >= this.#batch) this.flush();
  }

  close(): void {
    this.flush();
    this.#appender.closeSync();
  }

  /** Hands on the rows added so far, whose arrays may be used otherwise afterwards. */
  flush(): void {
    const count = this.#columns[0]!.length;
    if (count === 0) return;
    const chunk = this.#chunk;
    chunk.reset();
    chunk.rowCount = count;
    for (let column = 0; column < this.#types.length; column++) chunk.setColumnValues(column, this.#columns[column]!);
    this.#appender.appendDataChunk(chunk);
    for (let column = 0; column < this.#types.length; column++) {
      const vector = chunk.getColumnVector(column);
      if (vector instanceof DuckDBListVector && vector.childVector instanceof DuckDBDoubleVector)
        letGo(numbersOf(vector.childVector));
    }
    // Left to itself the appender keeps 200 000 rows, which for rows of whole blocks is half a gigabyte.
    this.#appended += count;
    if (this.#appended % (4 * this.#batch) === 0) this.#appender.flushSync();
    this.#columns = this.#types.map(() => []);
  }
}

/** The driver reads a list by index and length alone, so a typed array serves without a copy into boxed numbers. */
export function listValue(items: ArrayLike<number> | readonly string[]): DuckDBListValue {
  return new DuckDBListValue(items as unknown as readonly DuckDBValue[]);
}
