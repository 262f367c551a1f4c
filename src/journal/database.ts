export type Values = Record<string, string | number | null>;

/** What the journal asks of its SQLite connection. */
export interface Database {
  get<Row>(sql: string, values?: Values): Row | undefined;
  all<Row>(sql: string, values?: Values): Row[];
  /** The same, each row as a list of its columns. */
  tuples<Tuple>(sql: string, values?: Values): Tuple[];
  /** One row at a time. */
  iterate<Row>(sql: string, values?: Values): Iterable<Row>;
  /** How many rows it changed. Not for RETURNING: a commit that fails while a row is out goes unnoticed. */
  run(sql: string, values?: Values): number;
  /** Several statements, without values. */
  script(sql: string): void;
  /** Whether what is written from now on waits for the disk. @default true */
  waitForDisk(waits: boolean): void;
  transaction<Result>(work: () => Result): Result;
  close(): void;
}
