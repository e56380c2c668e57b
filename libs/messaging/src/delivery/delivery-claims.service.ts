import { Injectable, Logger } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';
import type { SendResult } from '@parcours/sdk';

import type { ClaimedMessage } from '../outbox/message.js';
import { type DeliveryShare, MessageStore } from '../outbox/message.store.js';
import { DeliveryGates, type Pass } from '../gates/delivery-gates.service.js';
import { type GateTerms, NO_TERMS } from '../gates/gate-terms.js';
import { findingsOf, ownPauseMs } from '../gates/report.rules.js';
import { renewDuring } from './claim-renewal.js';
import type { Note } from './delivery-batch.service.js';

/** Messages that this process alone may send, until a time. */
export interface Claim {
  readonly connectorId: number;
  readonly messages: readonly ClaimedMessage[];
  readonly until: number;
  /** How many it could have had. */
  readonly limit: number;
  readonly terms: GateTerms;
  /** By what the gate of the connector let it through; left out where the gate stands open. */
  readonly pass?: Pass | undefined;
  /** When to ask again where nothing is let through. */
  readonly refusedUntil?: number;
}

/** Takes messages for this process as the gate of their connector lets it, and keeps them as long as it works on them. */
@Injectable()
export class DeliveryClaims {
  private readonly logger = new Logger(DeliveryClaims.name);

  constructor(
    private readonly database: Database,
    private readonly messages: MessageStore,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
    private readonly gates: DeliveryGates,
  ) {}

  /** How many messages one claim takes at the most. */
  get limit(): number {
    return this.config.work.deliveryBatch;
  }

  async take(range: DeliveryShare, wanted: number): Promise<Claim> {
    const { connectorId } = range;
    const now = this.clock.now();
    const until = now + this.config.work.leaseMs;
    const nothing = { connectorId, messages: [], until, limit: wanted, terms: NO_TERMS };
    const leftAloneUntil = this.gates.leftAloneUntil(connectorId);
    if (leftAloneUntil > now) return { ...nothing, refusedUntil: leftAloneUntil };
    const { terms, isGuarded } = await this.gates.glance(connectorId);
    return this.database.transaction(async ({ sql }): Promise<Claim> => {
      const answer = isGuarded ? await this.gates.ask(sql, terms, { ...range, wanted }) : undefined;
      if (answer && 'refusedUntil' in answer) return { ...nothing, ...answer };
      const pass = answer?.pass;
      const limit = pass?.granted ?? wanted;
      const messages = await this.messages.claim(sql, { ...range, now, limit, until });
      if (pass && messages.length > 0) await this.gates.take(sql, pass, { count: messages.length, until });
      return { connectorId, messages, until, limit, terms, pass };
    });
  }

  /** Keeps the claim while `work` goes on. */
  async keepDuring<T>(claim: Claim, work: () => Promise<T>): Promise<T> {
    const { leaseMs } = this.config.work;
    const ids = claim.messages.map(({ id }) => id);
    const { pass } = claim;
    let { until } = claim;
    const renew = async () => {
      const from = until;
      const to = this.clock.now() + leaseMs;
      if (!pass) await this.messages.renew(this.database.sql, ids, { from, to });
      else
        await this.database.transaction(async ({ sql }) => {
          // In the order in which the end of a batch locks them.
          await this.messages.renew(sql, ids, { from, to });
          await this.gates.prolong(sql, pass, to);
        });
      until = to;
    };
    const warn = (message: string) => {
      this.logger.warn(message);
    };
    return renewDuring({ leaseMs, renew, warn }, work);
  }

  /** What the gate is to be told of a claim that is over; nothing where it stands open and all went well. */
  ending({ connectorId, terms, pass }: Claim, results: readonly SendResult[]): Note | undefined {
    const pauseMs = ownPauseMs(results);
    if (pauseMs !== undefined) this.gates.leaveAlone(connectorId, this.clock.now() + pauseMs);
    const findings = findingsOf(results);
    if (!pass && findings.health !== 'down' && findings.pauseMs === undefined) return undefined;
    const grantId = pass?.grantId ?? 0;
    return (sql) =>
      this.gates.settle(sql, { connectorId, terms }, { ...findings, grantId, now: this.clock.now() });
  }
}
