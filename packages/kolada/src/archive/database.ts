import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  DuckDBListVector,
  type DuckDBValue,
  type DuckDBVector,
} from '@duckdb/node-api';

/** The few things the archive asks of DuckDB. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  static async open(path: string, options: Record<string, string>): Promise<Database> {
    const instance = await DuckDBInstance.create(path, options);
    return new Database(instance, await instance.connect());
  }

  async run(sql: string, values: DuckDBValue[] = []): Promise<void> {
    await this.connection.run(sql, values);
  }

  /** Small answers as objects. Whole numbers must be cast to INTEGER or DOUBLE in SQL, or they come as bigint. */
  async all<Row>(sql: string, values: DuckDBValue[] = []): Promise<Row[]> {
    const result = await this.connection.run(sql, values);
    return (await result.getRowObjectsJS()) as Row[];
  }

  async one<Row>(sql: string, values: DuckDBValue[] = []): Promise<Row | undefined> {
    return (await this.all<Row>(sql, values))[0];
  }

  /**
   * A long answer as objects, by way of JSON that the database writes a column at a time: the driver's own way costs a call for every
   * text, which for the whole catalogue is a tenth of a second. For texts, whole numbers, truths and lists of them only.
   */
  async list<Row>(sql: string): Promise<Row[]> {
    const result = await this.connection.run(`SELECT to_json(list(COLUMNS(*)))::VARCHAR FROM (${sql})`);
    const names = result.columnNames();
    const texts = (await result.getRowsJS())[0] as (string | null)[];
    const columns = texts.map((text) => (text === null ? [] : (JSON.parse(text) as unknown[])));
    return Array.from(columns[0] ?? [], (_, row) =>
      Object.fromEntries(names.map((name, column) => [name, columns[column]![row]])),
    ) as Row[];
  }

  /** Chunk by chunk on a connection of its own, so that several streams can run side by side. */
  async *stream(sql: string, values: DuckDBValue[] = []): AsyncGenerator<DuckDBDataChunk> {
    const connection = await this.#instance.connect();
    try {
      const result = await connection.stream(sql, values);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk;
      }
    } finally {
      connection.closeSync();
    }
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

type Numbers = Float64Array | Int32Array | Int16Array | Int8Array | Uint16Array;

/**
 * The typed array behind a column of plain numbers. The driver keeps it private, and its public way (an item at a time) is ten times
 * slower over forty million values; should a later driver call it something else, that way is taken.
 */
export function numbersOf(vector: DuckDBVector): ArrayLike<number> & { subarray(from: number, to: number): Numbers } {
  const items: unknown = Reflect.get(vector, 'items');
  if (
    items instanceof Float64Array ||
    items instanceof Int32Array ||
    items instanceof Int16Array ||
    items instanceof Int8Array ||
    items instanceof Uint16Array
  ) {
    return items;
  }
  return Float64Array.from({ length: vector.itemCount }, (_, index) => Number(vector.getItem(index)));
}

/** Gives a spent column's memory back at once. Left to the collector, three hundred megabytes lie about while a whole archive is read. */
export function letGo(items: ArrayLike<number>): void {
  if (!ArrayBuffer.isView(items) || !(items.buffer instanceof ArrayBuffer)) return;
  // The driver hands out copies; a part of something larger is not ours to take.
  if (items.byteLength === items.buffer.byteLength) items.buffer.transfer(0);
}

export function listOf(vector: DuckDBVector): DuckDBListVector {
  if (!(vector instanceof DuckDBListVector)) throw new TypeError('a list column was expected');
  return vector;
}
