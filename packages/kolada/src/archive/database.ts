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

export function listOf(vector: DuckDBVector): DuckDBListVector {
  if (!(vector instanceof DuckDBListVector)) throw new TypeError('a list column was expected');
  return vector;
}
