/**
 * Statements that bring the number of customers to `wanted` by copies of those that there are: same lane and traits,
 * numbers and external ids of their own. The numbers lie before those of the originals, so that none is given out again.
 * @param {object} have
 * @param {readonly string[]} have.columns of `customers`
 * @param {number} have.count
 * @param {number} have.span how far the numbers lie apart
 * @param {number} wanted
 * @param {(one: string, other: string) => string} concat SQL that joins two texts
 */
export function customerCopies({ columns, count, span, firstId }, wanted, concat) {
  const statements = [];
  for (let made = count, copy = 1; made < wanted; made += count, copy++) {
    const values = columns.map((column) => {
      if (column === 'id') return `id - ${copy * (span + 1)}`;
      return column === 'external_id' ? concat(column, `'~${copy}'`) : column;
    });
    const limit = Math.min(count, wanted - made);
    statements.push(
      `INSERT INTO customers (${columns.join()}) SELECT ${values.join()} FROM customers ` +
        `WHERE id >= ${firstId} ORDER BY id LIMIT ${limit}`,
    );
  }
  return statements;
}
