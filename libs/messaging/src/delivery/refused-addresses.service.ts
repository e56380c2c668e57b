import { Injectable } from '@nestjs/common';
import { CustomerStore } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import type { FinishedMessage } from '../outbox/message.js';
import { MessageSuppressions } from '../reactions/message-suppressions.service.js';

/** Keeps the addresses for which a provider has said that it will never accept anything, as a hard bounce does. */
@Injectable()
export class RefusedAddresses {
  constructor(
    private readonly customers: CustomerStore,
    private readonly suppressions: MessageSuppressions,
    private readonly clock: Clock,
  ) {}

  /**
   * In the transaction that records how the messages ended; no statement where no address was refused. Of somebody who
   * was erased meanwhile nothing is kept.
   */
  async suppress(sql: Sql, finished: readonly FinishedMessage[]): Promise<void> {
    const refused = finished.flatMap(({ message: { channel, customerId }, outcome }) => {
      if (outcome.kind !== 'failed' || outcome.refusesAddress !== true) return [];
      const { address = '', failure } = outcome;
      return [{ channel, customerId, address, note: failure.code, reason: 'bounced' as const }];
    });
    if (refused.length === 0) return;
    const ids = refused.map(({ customerId }) => customerId);
    const known = await this.customers.findCurrent(sql, [...new Set(ids)]);
    const theirs = refused.filter(({ customerId }) => known.has(customerId));
    await this.suppressions.add(sql, theirs, this.clock.now());
  }
}
