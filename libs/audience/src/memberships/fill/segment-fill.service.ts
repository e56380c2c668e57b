import { Injectable, Logger } from '@nestjs/common';
import { Database, Lanes } from '@parcours/database';

import { DueStore } from '../due.store.js';
import { MembershipRuleBook } from '../rules/membership-rules.service.js';
import type { MembershipRules } from '../rules/membership-rules.js';
import { type FilledRule, type FillPlace, FillStep, SHARES } from './fill-step.service.js';
import { FillStore, reachedBy } from './fill.store.js';

/** Shares of the lanes that are filled side by side; on SQLite there is one connection. */
const SIDE_BY_SIDE = { mysql: 2, sqlite: 1 } as const;

/**
 * Brings the members of every segment and persona in line with what is published: whoever fits a new rule is taken in,
 * whoever no longer fits is let go, and what is no longer published is emptied. No event tells of it: it is the rule that
 * changed, and no customer. It goes on where it was left, in whichever process.
 */
@Injectable()
export class SegmentFill {
  private readonly logger = new Logger(SegmentFill.name);

  constructor(
    private readonly database: Database,
    private readonly book: MembershipRuleBook,
    private readonly fills: FillStore,
    private readonly step: FillStep,
    private readonly lanes: Lanes,
  ) {}

  async reconcile(signal: AbortSignal): Promise<void> {
    const rules = await this.book.now();
    const done = await this.doneIn(rules);
    for (const segmentId of done.strays) await this.empty(segmentId, rules);
    for (const [place, rule] of rules.ordered.entries()) {
      const filled = { rules, rule, place, fingerprint: rules.fingerprints[place] ?? '' };
      const began = performance.now();
      const isNews = await this.fillLanes(filled, done.reachedBy(filled), signal);
      if (signal.aborted) return;
      if (!isNews) continue;
      if (rule.isTimed) await this.step.wakeWhenDue();
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      this.logger.log(`${rule.kind} ${rule.key}: who belongs is known, after ${seconds} s`);
    }
  }

  /** Stretch by stretch, and each of them for one share of the lanes after the other. Answers whether any was open. */
  private async fillLanes(
    filled: FilledRule,
    reached: ReadonlyMap<number, number>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const all = Array.from({ length: this.lanes.count }, (_, lane) => lane);
    const open = all.filter((lane) => reached.get(lane) !== Infinity);
    if (open.length === 0) return false;
    let to: number | undefined = Math.min(...open.map((lane) => reached.get(lane) ?? 0));
    while (to !== undefined && !signal.aborted) {
      to = await this.step.end(filled, to);
      await this.fillStretch(filled, { lanes: open, to }, signal);
    }
    return true;
  }

  private async fillStretch(
    filled: FilledRule,
    { lanes, to }: FillPlace,
    signal: AbortSignal,
  ): Promise<void> {
    const { dialect } = this.database.sql;
    const shares = inShares(lanes, SHARES[dialect]);
    const work = async () => {
      for (let share = shares.shift(); share && !signal.aborted; share = shares.shift()) {
        await this.step.run(filled, { lanes: share, to });
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE[dialect] }, work));
  }

  private async doneIn(rules: MembershipRules): Promise<{
    /** Filled once, and published no longer. */
    readonly strays: readonly number[];
    readonly reachedBy: (filled: FilledRule) => ReadonlyMap<number, number>;
  }> {
    const fills = await this.fills.all();
    const strays = fills
      .filter(({ segmentId, revision }) => !rules.get(segmentId) && revision <= rules.revision)
      .map(({ segmentId }) => segmentId);
    return { strays: [...new Set(strays)], reachedBy: ({ fingerprint }) => reachedBy(fills, fingerprint) };
  }

  private async empty(segmentId: number, { revision }: MembershipRules): Promise<void> {
    let removed = 1;
    while (removed > 0) {
      removed = await this.database.transaction(({ sql }) => this.fills.removeSome(sql, segmentId));
    }
    await this.database.transaction(({ sql }) => this.fills.forget(sql, segmentId));
    this.logger.log(`segment ${String(segmentId)} emptied at revision ${String(revision)}`);
  }
}

function inShares(lanes: readonly number[], count: number): (readonly number[])[] {
  const size = Math.ceil(lanes.length / count);
  return Array.from({ length: Math.ceil(lanes.length / size) }, (_, at) =>
    lanes.slice(at * size, (at + 1) * size),
  );
}

/** Keeps requests from piling up that nobody answers, as long as nothing is published to ask. */
@Injectable()
export class IdleDues {
  constructor(
    private readonly database: Database,
    private readonly book: MembershipRuleBook,
    private readonly dues: DueStore,
  ) {}

  async clear(): Promise<void> {
    if ((await this.book.now()).isEmpty) await this.dues.clear(this.database.sql);
  }
}
