/** A value that both databases bind. Booleans are written as 0 and 1. */
export type SqlValue = string | number | boolean | null | Buffer;

/** What a placeholder takes: a value, or a non-empty list for `IN (?)`. */
export type SqlParameter = SqlValue | readonly SqlValue[];

export interface Insertion {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  /**
   * What happens to a row whose unique key exists: an error (default), nothing, or an update of these columns, with
   * those of `add` growing by the new value.
   */
  readonly onDuplicate?:
    'fail' | 'ignore' | { readonly update: readonly string[]; readonly add?: readonly string[] };
}

export interface EachUpdate {
  readonly table: string;
  /** The whole-number column that identifies a row. */
  readonly key: string;
  /** Column → its SQL type. */
  readonly columns: Readonly<Record<string, string>>;
  /** Each row: the key, then one value for each column in the order of `columns`. */
  readonly rows: readonly (readonly SqlValue[])[];
}

/**
 * Statements over one connection or one transaction, for the stores of the hot path. Names of tables and columns come
 * from our code alone; values are always bound.
 */
export interface Sql {
  readonly dialect: 'mysql' | 'sqlite';
  /** Appended to a SELECT inside a transaction: locks the rows (nothing on SQLite, which has one writer). */
  readonly forUpdate: string;
  /** As `forUpdate`, passing over rows that another transaction holds. */
  readonly forUpdateSkipLocked: string;
  /**
   * Put behind a table's name: reads it by this index whatever the optimiser thinks. For statements whose plan must not
   * depend on statistics, which lag behind a table that grows fast.
   */
  byIndex(index: string): string;
  select<T extends object>(text: string, parameters?: readonly SqlParameter[]): Promise<T[]>;
  /** Runs a statement; answers how many rows it matched. */
  run(text: string, parameters?: readonly SqlParameter[]): Promise<number>;
  /** Multi-row insert; answers the number of affected rows as the driver counts them. */
  insert(insertion: Insertion): Promise<number>;
  /** One statement that gives many rows a different value each. */
  updateEach(update: EachUpdate): Promise<void>;
}
