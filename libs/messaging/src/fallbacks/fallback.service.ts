import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { Database, type Sql } from '@parcours/database';
import { type FallbackEntry, InboxStore } from '@parcours/events';
import type { JsonObject } from '@parcours/kernel';

import { policyBookOf, type PolicyBook } from '../policies/compiled-policy.js';
import { FALLBACK_REACTIONS, type NextLeg, nextLeg, reactionsMeant } from './fallback.rules.js';
import {
  type DueFallback,
  FAILED,
  FallbackStore,
  isWaiting,
  type Reactions,
  SENT,
} from './fallback.store.js';

const AT_ONCE = 200;

/** What a step of the work came to. */
export interface FallbackStep {
  /** Lanes that have something to decide. */
  readonly lanes: ReadonlySet<number>;
  readonly isOver: boolean;
}

/**
 * Finds messages that failed, or to which nobody has reacted in time, and asks their lanes for the next channel: the
 * entry in the lane and the end of the message's time are one transaction, so each is asked for once.
 */
@Injectable()
export class Fallbacks {
  constructor(
    private readonly database: Database,
    private readonly store: FallbackStore,
    private readonly content: PublishedContent,
    private readonly inbox: InboxStore,
  ) {}

  async step(now: number): Promise<FallbackStep> {
    const book = policyBookOf(await this.content.snapshot());
    return this.database.transaction(async ({ sql }) => {
      const due = await this.store.takeDue(sql, now, AT_ONCE);
      const reactions = await this.store.reactionsTo(
        sql,
        due.filter(({ status }) => status === SENT),
        FALLBACK_REACTIONS,
      );
      const { lanes } = await this.settle(sql, due, { book, reactions, now });
      return { lanes, isOver: due.length < AT_ONCE };
    });
  }

  nextDueAt(): Promise<number | undefined> {
    return this.store.nextDueAt(this.database.sql);
  }

  private async settle(
    sql: Sql,
    due: readonly DueFallback[],
    { book, reactions, now }: { book: PolicyBook; reactions: Reactions; now: number },
  ): Promise<{ lanes: ReadonlySet<number> }> {
    const times = new Map<number, number | null>();
    const entries: FallbackEntry[] = [];
    for (const message of due) {
      const { policy, template, channel, customerKey } = message;
      const rules = policy === null ? undefined : book.byKey.get(policy)?.rules;
      const next = rules && nextLeg(rules.fallback, message);
      const later = next && laterLook(message, next.afterMs, now);
      times.set(message.id, later ?? null);
      if (!next || later !== undefined || policy === null || template === null || customerKey === null)
        continue;
      const isWanted =
        message.status === FAILED ||
        (message.status === SENT && !reactions.has(message, reactionsMeant(next.unless)));
      if (isWanted) entries.push(entryOf({ ...message, customerKey, policy, template }, next, channel));
    }
    await this.store.setDue(sql, times);
    if (entries.length === 0) return { lanes: new Set() };
    const { rows, lanes } = this.inbox.rowsOf(entries);
    await this.inbox.insert(sql, rows);
    return { lanes };
  }
}

/** The time of a message that is not over yet: it counts from its sending, and nobody knows of a delay when it is decided. */
function laterLook(message: DueFallback, afterMs: number, now: number): number | undefined {
  if (isWaiting(message)) return Math.max(now, message.queueAt ?? now) + afterMs;
  if (message.status !== SENT || message.finishedAt === null) return undefined;
  const due = message.finishedAt + afterMs;
  return due > now ? due : undefined;
}

function entryOf(
  message: DueFallback & { readonly [K in 'customerKey' | 'policy' | 'template']: string },
  { channel, leg }: NextLeg,
  from: string,
): FallbackEntry {
  const { id, customerKey, enrollmentId, step, visit, policy, touchpoint, given, template, status } = message;
  return {
    kind: 'fallback',
    ...{ customerKey, enrollmentId, step, visit, leg, channel, policy, template },
    ...(touchpoint !== null && { touchpoint }),
    ...(given !== null && { given: JSON.parse(given) as JsonObject }),
    messageId: String(id),
    from,
    isAwaited: status === FAILED && message.reportsOutcome === 1,
  };
}
