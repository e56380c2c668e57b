import { Injectable } from '@nestjs/common';
import { suppressible, SuppressionStore } from '@parcours/audience';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { failed, type Prepared } from './prepared-message.js';

/** Keeps messages from addresses that are suppressed, whatever was consented to. */
@Injectable()
export class SuppressionGate {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionStore,
    private readonly clock: Clock,
  ) {}

  async hold(prepared: readonly Prepared[]): Promise<readonly Prepared[]> {
    const held = await this.suppressed(prepared);
    if (held.size === 0) return prepared;
    return prepared.map((each) => {
      const suppression =
        'reader' in each ? held.get(each.message.channel)?.get(comparable(each)) : undefined;
      if (!suppression || !('reader' in each)) return each;
      const detail = `The address is suppressed (${suppression.reason}).`;
      const failure = { code: 'messages.address-suppressed', detail };
      return { message: each.message, outcome: failed(failure, each.reader.address) };
    });
  }

  /** One statement for each channel: messages of one connector have one. */
  private async suppressed(prepared: readonly Prepared[]) {
    const addresses = new Map<string, Set<string>>();
    for (const each of prepared) {
      if (!('reader' in each)) continue;
      const { channel } = each.message;
      const ofChannel = addresses.get(channel) ?? new Set();
      addresses.set(channel, ofChannel.add(comparable(each)));
    }
    const now = this.clock.now();
    const held: [string, Awaited<ReturnType<SuppressionStore['holding']>>][] = [];
    for (const [channel, some] of addresses) {
      const found = await this.suppressions.holding(this.database.sql, {
        channel,
        addresses: [...some],
        now,
      });
      if (found.size > 0) held.push([channel, found]);
    }
    return new Map(held);
  }
}

function comparable({ message, reader }: Extract<Prepared, { reader: unknown }>): string {
  return suppressible(message.channel, reader.address) ?? reader.address;
}
