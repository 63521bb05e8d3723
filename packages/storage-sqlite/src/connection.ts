import sqlite3 from 'sqlite3';

export type Value = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

/** node-sqlite3's callbacks as promises; the only place that knows the driver. */
export interface Connection {
  /** Runs one statement; resolves with the number of rows it changed. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
  all(sql: string, values?: readonly Value[]): Promise<readonly Row[]>;
  /** Runs several statements without values. */
  script(sql: string): Promise<void>;
  /** Resolves when SQLite has compiled the statement: a statement still being prepared runs outside a transaction. */
  prepare(sql: string): Promise<Prepared>;
  close(): Promise<void>;
}
interface Prepared {
  run(values: readonly Value[]): Promise<number>;
  finalize(): Promise<void>;
}

// The driver takes only Buffers for blobs; this view copies nothing.
const bound = (values: readonly Value[]): unknown[] =>
  values.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
  );

const plain = (row: Record<string, unknown>): Row => {
  const out: Record<string, Value> = {};
  for (const [name, value] of Object.entries(row)) {
    out[name] = Buffer.isBuffer(value) ? new Uint8Array(value) : (value as Value);
  }
  return out;
};

export async function connect(file: string): Promise<Connection> {
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const done = (resolve: () => void, reject: (error: Error) => void) => (error: Error | null) =>
    error ? reject(error) : resolve();
  return {
    run: (sql, values = []) =>
      new Promise((resolve, reject) => {
        db.run(sql, bound(values), function (error) {
          if (error) reject(error);
          else resolve(this.changes);
        });
      }),
    all: (sql, values = []) =>
      new Promise((resolve, reject) => {
        db.all<Record<string, unknown>>(sql, bound(values), (error, rows) =>
          error ? reject(error) : resolve(rows.map(plain)),
        );
      }),
    script: (sql) => new Promise((resolve, reject) => db.exec(sql, done(resolve, reject))),
    prepare: (sql) =>
      new Promise((resolve, reject) => {
        const statement = db.prepare(sql, (error) => {
          if (error) reject(error);
          else resolve(wrap(statement));
        });
      }),
    close: () => new Promise((resolve, reject) => db.close(done(resolve, reject))),
  };
}

const wrap = (statement: sqlite3.Statement): Prepared => ({
  run: (values) =>
    new Promise((resolve, reject) => {
      statement.run(bound(values), function (error) {
        if (error) reject(error);
        else resolve(this.changes);
      });
    }),
  finalize: () => new Promise((resolve) => statement.finalize(() => resolve())),
});
