import { Injectable } from '@nestjs/common';
import { CustomerStore, suppressible, SuppressionStore } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { Clock, IdGenerator } from '@parcours/kernel';

import type { FinishedMessage } from '../outbox/message.js';

/** Keeps the addresses for which a provider has said that it will never accept anything, as a hard bounce does. */
@Injectable()
export class RefusedAddresses {
  constructor(
    private readonly customers: CustomerStore,
    private readonly suppressions: SuppressionStore,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /**
   * In the transaction that records how the messages ended; no statement where no address was refused. Of somebody who
   * was erased meanwhile nothing is kept.
   */
  async suppress(sql: Sql, finished: readonly FinishedMessage[]): Promise<void> {
    const refused = finished.flatMap(({ message, outcome }) => {
      if (outcome.kind !== 'failed' || outcome.refusesAddress !== true) return [];
      const { channel, customerId } = message;
      const address = suppressible(channel, outcome.address ?? '');
      return address === undefined ? [] : [{ channel, customerId, address, note: outcome.failure.code }];
    });
    if (refused.length === 0) return;
    const ids = refused.map(({ customerId }) => customerId);
    const known = await this.customers.findCurrent(sql, [...new Set(ids)]);
    const rows = refused
      .filter(({ customerId }) => known.has(customerId))
      .map(({ channel, address, note }) => ({
        ...{ id: this.ids.next(), channel, address, note },
        ...{ reason: 'bounced' as const, revision: 1, createdAt: this.clock.now(), expiresAt: null },
      }));
    await this.suppressions.add(sql, rows, 'ignore');
  }
}
