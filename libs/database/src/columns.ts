import type { ColumnOptions } from 'typeorm';

/** 53-bit whole numbers (ids and times): numbers in code although drivers and TypeORM answer BIGINT as text. */
const wholeNumber = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

const json = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null): unknown => (value === null ? null : JSON.parse(value)),
};

const collation = { charset: 'utf8mb4', collation: 'utf8mb4_bin' } as const;

/** An id or a time in milliseconds since the epoch. */
export const bigint = (options: Partial<ColumnOptions> = {}): ColumnOptions => ({
  type: 'bigint',
  transformer: wholeNumber,
  ...options,
});

/** Text of limited length, compared byte by byte on every database. */
export const varchar = (length: number, options: Partial<ColumnOptions> = {}): ColumnOptions => ({
  type: 'varchar',
  length,
  ...collation,
  ...options,
});

/** A JSON document kept as the text that was written, member order included. */
export const jsonText = (options: Partial<ColumnOptions> = {}): ColumnOptions => ({
  type: 'text',
  transformer: json,
  ...options,
});
