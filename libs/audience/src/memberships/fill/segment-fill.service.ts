import { Injectable, Logger } from '@nestjs/common';
import { Database, Lanes } from '@parcours/database';

import { DueStore } from '../due.store.js';
import { MembershipRuleBook } from '../rules/membership-rules.service.js';
import type { MembershipRules } from '../rules/membership-rules.js';
import { FillStep } from './fill-step.service.js';
import { FillStore } from './fill.store.js';

/** Lanes that are filled side by side; on SQLite there is one connection. */
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
    const { dialect } = this.database.sql;
    for (const [place, rule] of rules.ordered.entries()) {
      const lanes = done.openLanes(place);
      if (lanes.length === 0) continue;
      const began = performance.now();
      const workers = Array.from({ length: SIDE_BY_SIDE[dialect] }, () =>
        this.work(rules, place, lanes, signal),
      );
      await Promise.all(workers);
      if (signal.aborted) return;
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      this.logger.log(`${rule.kind} ${rule.key}: who belongs is known, after ${seconds} s`);
    }
  }

  /** Takes one lane after the other from the list that it shares with others. */
  private async work(
    rules: MembershipRules,
    place: number,
    lanes: number[],
    signal: AbortSignal,
  ): Promise<void> {
    for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
      while (!signal.aborted && !(await this.step.run({ rules, place, lane })));
    }
  }

  private async doneIn(rules: MembershipRules): Promise<{
    /** Filled once, and published no longer. */
    readonly strays: readonly number[];
    readonly openLanes: (place: number) => number[];
  }> {
    const fills = await this.fills.all();
    const strays = fills
      .filter(({ segmentId, revision }) => !rules.get(segmentId) && revision <= rules.revision)
      .map(({ segmentId }) => segmentId);
    const done = new Set(
      fills.filter(({ isDone }) => isDone).map(({ lane, fingerprint }) => `${String(lane)} ${fingerprint}`),
    );
    const all = Array.from({ length: this.lanes.count }, (_, lane) => lane);
    return {
      strays: [...new Set(strays)],
      openLanes: (place) =>
        all.filter((lane) => !done.has(`${String(lane)} ${rules.fingerprints[place] ?? ''}`)),
    };
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
