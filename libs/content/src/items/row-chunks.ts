import type { SqlValue } from '@parcours/database';

const MAX_ROWS = 500;
/** A quarter of the smallest usual `max_allowed_packet` of 16 MB: a character can have three bytes. */
const MAX_CHARACTERS = 4_000_000;

/** Rows of documents, so many together as a statement can hold. */
export function inChunks(rows: readonly (readonly SqlValue[])[]): (readonly SqlValue[])[][] {
  const chunks: (readonly SqlValue[])[][] = [];
  let size = Infinity;
  for (const row of rows) {
    const length = row.reduce<number>(
      (sum, value) => sum + (typeof value === 'string' ? value.length : 8),
      0,
    );
    const current = chunks.at(-1);
    if (!current || current.length >= MAX_ROWS || size + length > MAX_CHARACTERS) {
      chunks.push([row]);
      size = length;
    } else {
      current.push(row);
      size += length;
    }
  }
  return chunks;
}
