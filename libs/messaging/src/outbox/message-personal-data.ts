import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  byId,
  comparableEmail,
  type DataSubject,
  type PersonalData,
  PersonalDataCatalogue,
  personalRows,
} from '@parcours/audience';
import type { Sql } from '@parcours/database';

import { statusNumber } from './message.js';

const NOBODY = 0;

const declared = personalRows({
  table: 'messages',
  of: byId('customer_id'),
  order: ['id'],
  json: ['failure', 'given', 'decision'],
  omit: ['lane', 'share'],
  erase: {
    set: {
      ...{ customer_id: NOBODY, address: null, provider_id: null, failure: null },
      ...{ decision: null, fallback_at: null },
    },
  },
});

/**
 * That a message was sent stays, so that what was counted stays true; to whom goes. What waits is withdrawn. What a
 * provider is being handed this moment cannot be called back: its row goes altogether, so that the outcome, which comes
 * with the address, finds nothing to be written to.
 */
const MESSAGES: PersonalData = {
  ...declared,
  erase: async (sql, subject) => {
    const { ids, now } = subject;
    if (ids.length === 0) return 0;
    const sending = await sql.run('DELETE FROM messages WHERE customer_id IN (?) AND status = ?', [
      ids,
      statusNumber('sending'),
    ]);
    await sql.run(
      'UPDATE messages SET status = ?, queue_at = NULL, finished_at = ? WHERE customer_id IN (?) AND status IN (?)',
      [statusNumber('withdrawn'), now, ids, [statusNumber('queued'), statusNumber('held')]],
    );
    return sending + (await declared.erase(sql, subject));
  },
  addresses: addressesOf,
};

async function addressesOf(sql: Sql, { ids }: DataSubject): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await sql.select<{ address: string }>(
    'SELECT DISTINCT address FROM messages WHERE customer_id IN (?) AND address IS NOT NULL',
    [ids],
  );
  return rows.map(({ address }) => (address.includes('@') ? comparableEmail(address) : address));
}

/** Declares what this library holds of people. */
@Injectable()
export class MessagePersonalData implements OnModuleInit {
  constructor(private readonly catalogue: PersonalDataCatalogue) {}

  onModuleInit(): void {
    this.catalogue.register(MESSAGES);
  }
}
