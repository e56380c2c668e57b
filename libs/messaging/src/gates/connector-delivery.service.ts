import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { categoryOfShare, DELIVERY_SHARES, type MessageCategory } from '../outbox/message.js';
import { GateBook } from './gate-book.service.js';
import type { GateState } from './gate-state.js';
import type { DayQuota } from './gate-terms.js';
import { asOf, sentOn } from './gate.rules.js';
import { GateStore, type Waiting } from './gate.store.js';
import { type UsedWindow, usedWindows } from './window.rules.js';

/** How the deliveries of a connector stand. */
export interface ConnectorDelivery {
  readonly gate: GateState;
  readonly windows: readonly UsedWindow[];
  readonly concurrency: number | undefined;
  readonly warmUp: (DayQuota & { readonly sent: number }) | undefined;
  readonly waiting: Readonly<Record<MessageCategory, Waiting>>;
  readonly now: number;
}

/** Looks at deliveries, for people who want to know why something waits. */
@Injectable()
export class ConnectorDeliveries {
  constructor(
    private readonly database: Database,
    private readonly content: PublishedContent,
    private readonly book: GateBook,
    private readonly gates: GateStore,
    private readonly clock: Clock,
  ) {}

  /** Of a connector that is published; `undefined` where it is not. */
  async find(key: string): Promise<ConnectorDelivery | undefined> {
    const published = (await this.content.snapshot()).byKey(CONNECTOR_TYPE, key);
    if (!published) return undefined;
    const now = this.clock.now();
    const terms = this.book.termsOf(published, now);
    const { limits, quota } = terms;
    const live = asOf(await this.gates.find(this.database.sql, published.itemId), terms, now);
    return {
      gate: live,
      windows: usedWindows(limits, live, now),
      concurrency: limits.concurrency,
      warmUp: quota && { ...quota, sent: sentOn(live, quota) },
      waiting: await this.waiting(published.itemId),
      now,
    };
  }

  private async waiting(connectorId: number): Promise<Record<MessageCategory, Waiting>> {
    const found: Record<MessageCategory, Waiting> = {
      marketing: { messages: 0, since: undefined },
      transactional: { messages: 0, since: undefined },
    };
    for (let share = 0; share < DELIVERY_SHARES; share++) {
      const category = categoryOfShare(share);
      const more = await this.gates.waiting(this.database.sql, { connectorId, share });
      found[category] = together(found[category], more);
    }
    return found;
  }
}

function together(one: Waiting, other: Waiting): Waiting {
  const since = [one.since, other.since].filter((at) => at !== undefined);
  return {
    messages: one.messages + other.messages,
    since: since.length > 0 ? Math.min(...since) : undefined,
  };
}
