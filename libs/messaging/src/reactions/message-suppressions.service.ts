import { Injectable } from '@nestjs/common';
import { suppressible, SuppressionStore } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { IdGenerator } from '@parcours/kernel';

import type { SuppressedAddress } from './reaction.rules.js';

/** Puts addresses on the list of suppressions because of what became of messages to them. */
@Injectable()
export class MessageSuppressions {
  constructor(
    private readonly suppressions: SuppressionStore,
    private readonly ids: IdGenerator,
  ) {}

  /** Whatever is on the list already stays as it is, and what is no address is left out. */
  async add(sql: Sql, suppressed: readonly SuppressedAddress[], now: number): Promise<void> {
    const rows = suppressed.flatMap(({ channel, address, reason, note = null, expiresAt = null }) => {
      const compared = suppressible(channel, address);
      if (compared === undefined) return [];
      const id = this.ids.next();
      return [{ id, channel, address: compared, reason, note, revision: 1, createdAt: now, expiresAt }];
    });
    await this.suppressions.add(sql, rows, 'ignore');
  }
}
