import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { InboxStore } from '@parcours/events';

import { MessageSuppressions } from './message-suppressions.service.js';
import type { Reaction, ReactionRow, ReactionTarget } from './reaction.js';
import { type FoundReaction, isForAddress, outcomeOf, withoutScans } from './reaction.rules.js';
import { ReactionInbox } from './reaction-inbox.store.js';
import { type AddressOwner, ReactionTargets } from './reaction-target.store.js';

const DAY_MS = 86_400_000;

/** So many bounces of an address that exists, in so long, and it gets nothing for a while. */
export const SOFT_BOUNCES = 3;
const SOFT_WINDOW_MS = 14 * DAY_MS;
const SOFT_PAUSE_MS = 30 * DAY_MS;

/** How long after each other a message is looked for that a provider knows and we do not yet. */
const LOOK_AGAIN_MS = [2_000, 10_000, 60_000, 600_000];

/** What became of a batch. */
export interface ReactionBatchResult {
  readonly taken: number;
  /** Lanes to wake. */
  readonly lanes: ReadonlySet<number>;
  /** Reactions that belong to nothing here. */
  readonly unknown: number;
}

/**
 * Makes events of reactions: a handful of statements a batch, and one for each reply that names no message or that is for
 * everybody who has its address, all in the transaction that takes them from the inbox.
 */
@Injectable()
export class ReactionBatch {
  constructor(
    private readonly inbox: ReactionInbox,
    private readonly targets: ReactionTargets,
    private readonly events: InboxStore,
    private readonly suppressions: MessageSuppressions,
  ) {}

  async run(sql: Sql, { now, limit }: { now: number; limit: number }): Promise<ReactionBatchResult> {
    const rows = await this.take(sql, { now, limit });
    if (rows.length === 0) return { taken: 0, lanes: new Set(), unknown: 0 };
    const found = await this.find(sql, rows);
    const late = found.filter(({ row, target }) => !target && mayComeYet(row));
    const ripe = found.filter((each) => !late.includes(each));
    const outcome = outcomeOf(ripe, now);
    for (const [kind, times] of outcome.times) await this.targets.note(sql, kind, [...times]);
    await this.suppressions.add(sql, outcome.suppressed, now);
    await this.suppressSoft(sql, outcome.softBounced, now);
    const { rows: eventRows, lanes } = this.events.rowsOf(outcome.events);
    if (eventRows.length > 0) await this.events.insert(sql, eventRows);
    for (const [attempts, pauseMs] of LOOK_AGAIN_MS.entries()) {
      const again = late.filter(({ row }) => row.attempts === attempts);
      await this.inbox.postpone(
        sql,
        again.map(({ row }) => row.id),
        now + pauseMs,
      );
    }
    await this.inbox.remove(
      sql,
      ripe.map(({ row }) => row.id),
    );
    const unknown = ripe.filter(({ target, customer }) => !target && !customer).length;
    return { taken: rows.length, lanes, unknown };
  }

  /** What is due; of a message whose clicks are looked at together, every one. */
  private async take(sql: Sql, { now, limit }: { now: number; limit: number }): Promise<ReactionRow[]> {
    const due = await this.inbox.takeDue(sql, { now, limit });
    const looked = due.flatMap(({ messageId, reaction }) =>
      messageId !== undefined && (reaction.place?.[1] ?? 0) > 1 ? [messageId] : [],
    );
    const others = await this.inbox.ofMessages(sql, [...new Set(looked)]);
    const rows = new Map([...due, ...others].map((row) => [row.id, row]));
    return withoutScans([...rows.values()].sort((a, b) => a.id - b.id));
  }

  private async find(sql: Sql, rows: readonly ReactionRow[]): Promise<FoundReaction[]> {
    const named = await this.byProviders(sql, rows);
    const idOf = (row: ReactionRow) => row.messageId ?? named.get(row.id);
    const owners = new Map<number, readonly AddressOwner[]>();
    for (const row of rows) {
      if (row.reaction.kind !== 'replied' || idOf(row) !== undefined) continue;
      owners.set(row.id, await this.ownersOf(sql, row.reaction));
    }
    const messageOf = (row: ReactionRow) => idOf(row) ?? owners.get(row.id)?.[0]?.lastMessageId ?? undefined;
    const targets = await this.targets.of(sql, [...new Set(rows.flatMap((row) => messageOf(row) ?? []))]);
    const found: FoundReaction[] = [];
    for (const row of rows) {
      const named = targets.get(messageOf(row) ?? 0);
      const target = named && isOf(named, row) ? named : undefined;
      if (!owners.has(row.id) && isForAddress(row.reaction))
        owners.set(row.id, await this.ownersOf(sql, row.reaction, target));
      const having = owners.get(row.id);
      found.push({ row, target, customer: having?.[0], owners: having });
    }
    return found;
  }

  private async ownersOf(
    sql: Sql,
    { channel, address }: Reaction,
    target?: ReactionTarget,
  ): Promise<readonly AddressOwner[]> {
    const place = { channel: channel ?? target?.channel, address: address ?? target?.address ?? undefined };
    if (place.channel === undefined || place.address === undefined) return [];
    return this.targets.byAddress(sql, place.channel, place.address);
  }

  /** A statement for each connector whose provider names messages by ids of its own. */
  private async byProviders(sql: Sql, rows: readonly ReactionRow[]): Promise<ReadonlyMap<number, number>> {
    const byConnector = new Map<number, ReactionRow[]>();
    for (const row of rows) {
      const { connectorId, providerId } = row.reaction;
      if (row.messageId !== undefined || connectorId === undefined || providerId === undefined) continue;
      const others = byConnector.get(connectorId) ?? [];
      byConnector.set(connectorId, [...others, row]);
    }
    const named = new Map<number, number>();
    for (const [connectorId, group] of byConnector) {
      const providerIds = group.flatMap(({ reaction }) => reaction.providerId ?? []);
      const found = await this.targets.byProvider(sql, connectorId, [...new Set(providerIds)]);
      for (const { id, reaction } of group) {
        const messageId = found.get(reaction.providerId ?? '');
        if (messageId !== undefined) named.set(id, messageId);
      }
    }
    return named;
  }

  /** A mailbox that is full again and again is left alone for a while; what is on the list already stays as it is. */
  private async suppressSoft(sql: Sql, bounced: readonly ReactionTarget[], now: number): Promise<void> {
    if (bounced.length === 0) return;
    const ids = [...new Set(bounced.map(({ customerId }) => customerId))];
    const counts = await this.targets.bounces(sql, ids, now - SOFT_WINDOW_MS);
    const often = counts.filter(({ count, address, channel }) => {
      const isOne = bounced.some((target) => target.address === address && target.channel === channel);
      return isOne && count >= SOFT_BOUNCES;
    });
    const expiresAt = now + SOFT_PAUSE_MS;
    await this.suppressions.add(
      sql,
      often.map(({ channel, address }) => ({ channel, address, reason: 'bounced' as const, expiresAt })),
      now,
    );
  }
}

/** A provider may be quicker than the record that it has taken a message. */
function mayComeYet({ reaction, messageId, attempts }: ReactionRow): boolean {
  return messageId === undefined && reaction.providerId !== undefined && attempts < LOOK_AGAIN_MS.length;
}

/** A provider speaks of messages that it was given, and of no other connector's. */
function isOf({ connectorId }: ReactionTarget, { reaction }: ReactionRow): boolean {
  return (
    reaction.connectorId === undefined || reaction.kind === 'replied' || reaction.connectorId === connectorId
  );
}
