import type { Sql } from '@parcours/database';

import { suppressedPseudonym } from '../suppressions/suppressed-address.rules.js';
import type { DataSubject } from './data-subject.js';
import type { PersonalData } from './personal-data.js';
import { type Ownership, personalRows } from './personal-rows.js';
import type { Pseudonyms } from './pseudonyms.service.js';

const TABLE = 'suppressions';

const byAddress: Ownership = { where: 'address IN (?)', parameters: ({ addresses }) => [addresses] };

/**
 * An address that must get nothing still must get nothing when its owner is erased, who may come back through another
 * system's list: a pseudonym takes its place, which is looked for at each delivery.
 */
export function suppressionPersonalData(pseudonyms: Pseudonyms): PersonalData {
  const declared = personalRows({ table: TABLE, of: byAddress, order: ['id'], erase: 'delete' });
  return { ...declared, fate: 'anonymised', erase: (sql, subject) => erase(sql, subject, pseudonyms) };
}

async function erase(sql: Sql, { addresses }: DataSubject, pseudonyms: Pseudonyms): Promise<number> {
  if (addresses.length === 0) return 0;
  const rows = await sql.select<{ id: number; address: string; channel: string }>(
    `SELECT id, address, channel FROM ${TABLE} WHERE address IN (?)${sql.forUpdate}`,
    [addresses],
  );
  for (const { id, address, channel } of rows) {
    const pseudonym = suppressedPseudonym(pseudonyms.ofAddress(address));
    // Suppressed anew after an earlier erasure: one row of the two is enough.
    await sql.run(`DELETE FROM ${TABLE} WHERE address = ? AND channel = ?`, [pseudonym, channel]);
    await sql.run(`UPDATE ${TABLE} SET address = ?, note = NULL, revision = revision + 1 WHERE id = ?`, [
      pseudonym,
      id,
    ]);
  }
  return rows.length;
}
