import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { assertMatch } from '@parcours/http';
import { type Actor, Clock } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import type { Customer } from '../customers/customer.js';
import { CustomerRows } from '../customers/customer-rows.store.js';
import {
  type ConsentChange,
  type ConsentProof,
  type ConsentSource,
  type ConsentState,
  type ConsentStates,
} from './consent.js';
import { ConsentHistory } from './consent-history.store.js';
import { type ConsentDecided, ConsentListeners } from './consent-listeners.js';
import { listDecisions, settled } from './consent.rules.js';

/** What is decided about one channel and topic. */
export interface ConsentWish {
  readonly channel: string;
  readonly topic: string;
  readonly state: ConsentState;
  /** When it was decided; now, when left out. */
  readonly at?: number | undefined;
  readonly proof?: ConsentProof | undefined;
}

export interface ConsentRequest {
  readonly externalId: string;
  readonly source: ConsentSource;
  readonly by?: Actor | undefined;
  readonly ifMatch?: string | undefined;
  /** What is wished, by what holds at the moment. */
  readonly wishes: (current: ConsentStates | undefined) => readonly ConsentWish[];
}

/** What customers let us send: decided here alone, and every decision kept with what shows it. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly database: Database,
    private readonly rows: CustomerRows,
    private readonly history: ConsentHistory,
    private readonly listeners: ConsentListeners,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes decisions, in their order. One that says what is decided already is kept in the history, as the customer made
   * it, and is no news; nor is one that is older than what is decided. Answers the news. @throws audience.customer-not-found, http.stale
   */
  async decide({ externalId, source, by, ifMatch, wishes }: ConsentRequest): Promise<ConsentDecided> {
    const now = this.clock.now();
    const told = await this.database.transaction(async ({ sql }) => {
      const stored = await this.rows.lockCurrent(sql, externalId);
      assertMatch(ifMatch, stored?.revision);
      if (!stored) throw AudienceErrors.customerNotFound({});
      const { consents } = stored.profile;
      const changes = wishes(consents).map(({ at = now, ...wish }): ConsentChange => ({
        ...wish,
        at: Math.min(at, now),
        source,
      }));
      if (changes.length === 0) return { customer: stored, changes };
      const { states, news } = settled(consents, changes);
      const customer: Customer = {
        ...stored,
        profile: { ...stored.profile, consents: states },
        revision: stored.revision + 1,
        updatedAt: now,
      };
      await this.rows.save(sql, customer, stored);
      await this.history.add(sql, customer, changes, by);
      await this.listeners.deciding(sql, { customer, changes: news });
      return { customer, changes: news };
    });
    this.listeners.decided(told);
    return told;
  }
}

/** Takes back everything that is decided and not in a new list. */
export function unlisted(current: ConsentStates | undefined, wishes: readonly ConsentWish[]): ConsentWish[] {
  const named = new Set(wishes.map(({ channel, topic }) => JSON.stringify([channel, topic])));
  return listDecisions(current)
    .filter(({ channel, topic }) => !named.has(JSON.stringify([channel, topic])))
    .map(({ channel, topic }) => ({ channel, topic, state: 'unknown' }));
}
