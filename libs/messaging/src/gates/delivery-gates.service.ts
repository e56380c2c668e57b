import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { Clock, IdGenerator } from '@parcours/kernel';

import { categoryOfShare } from '../outbox/message.js';
import { GateBook, type GateGlance } from './gate-book.service.js';
import type { GateState } from './gate-state.js';
import type { GateTerms } from './gate-terms.js';
import { admit, handedOut, prolonged, type Report, settled } from './gate.rules.js';
import { GateStore } from './gate.store.js';

/** What a delivery may take. */
export interface Pass {
  readonly grantId: number;
  readonly connectorId: number;
  readonly terms: GateTerms;
  readonly granted: number;
  readonly isProbe: boolean;
}

/** A pass, with the gate as it is while it is locked. */
type LockedPass = Pass & { readonly state: GateState };

export type Answer = { readonly pass: LockedPass } | { readonly refusedUntil: number };

export type Settled = Pick<Pass, 'connectorId' | 'terms'>;

export interface GateAsk {
  readonly connectorId: number;
  readonly share: number;
  readonly wanted: number;
}

/**
 * The gate before each connector, which all workers share: how much its provider takes, and whether it is within reach.
 * Its row is locked by claims of connectors that limit something or are out of reach, and by nobody else.
 */
@Injectable()
export class DeliveryGates {
  private readonly leftAlone = new Map<number, number>();

  constructor(
    private readonly book: GateBook,
    private readonly store: GateStore,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** Not inside a transaction. */
  glance(connectorId: number): Promise<GateGlance> {
    return this.book.glance(connectorId);
  }

  /** Until when this process leaves a connector alone, whatever others do; 0 where it does not. */
  leftAloneUntil(connectorId: number): number {
    return this.leftAlone.get(connectorId) ?? 0;
  }

  leaveAlone(connectorId: number, until: number): void {
    this.leftAlone.set(connectorId, until);
  }

  /** In the transaction of a claim: how much of what is wanted may be taken. */
  async ask(sql: Sql, terms: GateTerms, { connectorId, share, wanted }: GateAsk): Promise<Answer> {
    const state = await this.store.lock(sql, connectorId);
    const isUrgent = categoryOfShare(share) === 'transactional';
    const { granted, nextAt, isProbe } = admit(state, terms, { now: this.clock.now(), wanted, isUrgent });
    if (granted === 0) return { refusedUntil: nextAt ?? this.clock.now() };
    return { pass: { grantId: this.ids.next(), connectorId, terms, granted, isProbe, state } };
  }

  /** In the same transaction: that so many were taken, until a time. */
  async take(sql: Sql, pass: LockedPass, { count, until }: { count: number; until: number }): Promise<void> {
    const { connectorId, grantId: id, terms, isProbe, state } = pass;
    const next = handedOut(state, terms, { id, count, until, isProbe, now: this.clock.now() });
    await this.store.save(sql, connectorId, next);
  }

  async prolong(sql: Sql, { connectorId, grantId }: Pass, until: number): Promise<void> {
    const state = await this.store.lock(sql, connectorId);
    await this.store.save(sql, connectorId, prolonged(state, grantId, until));
  }

  /** In the transaction that records how a batch ended. */
  async settle(sql: Sql, { connectorId, terms }: Settled, report: Report): Promise<void> {
    const state = await this.store.lock(sql, connectorId);
    await this.store.save(sql, connectorId, settled(state, terms, report));
    this.book.forget();
  }
}
