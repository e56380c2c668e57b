import { Injectable } from '@nestjs/common';
import { type DueSql, sql as fragment, type SqlFragment } from '@parcours/conditions';
import { Database, type Sql, waitForLanes } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { LaneWaker } from '../lane-waker.js';
import { customersInSql, MembershipDesk } from '../membership-desk.service.js';
import type { MembershipRule } from '../rules/membership-rule.js';
import type { MembershipRules } from '../rules/membership-rules.js';
import { FillStore, reachedBy, type Stretch } from './fill.store.js';

/** Shares of the lanes that are filled one after the other, so that those of the others go on meanwhile. */
export const SHARES = { mysql: 2, sqlite: 1 } as const;
/** How many customers a stretch has over all lanes. Those of a share wait for theirs; on SQLite everybody waits. */
const STRETCH = { mysql: 40_000, sqlite: 4_000 } as const;
/** Those of whom the closure is asked come into memory. */
const STRETCH_IN_MEMORY = { mysql: 8_000, sqlite: 2_000 } as const;

/** Which rule is filled. */
export interface FilledRule {
  readonly rules: MembershipRules;
  readonly rule: MembershipRule;
  /** The place of the rule. */
  readonly place: number;
  readonly fingerprint: string;
}

/** In which lanes, and up to which number: the end of a stretch. */
export interface FillPlace {
  readonly lanes: readonly number[];
  readonly to: number | undefined;
}

interface RuleInSql {
  readonly fits: SqlFragment;
  readonly due: DueSql | undefined;
  /** Whose answer SQL cannot tell; absent where it can tell everybody's. */
  readonly unsure: SqlFragment | undefined;
}

/** One stretch of filling a segment: a transaction that holds its lanes, so that no batch of them decides meanwhile. */
@Injectable()
export class FillStep {
  constructor(
    private readonly database: Database,
    private readonly fills: FillStore,
    private readonly desk: MembershipDesk,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
  ) {}

  /** Where the stretch ends that begins after a number; undefined for the last. */
  async end(filled: FilledRule, after: number): Promise<number | undefined> {
    const { sql } = this.database;
    const { unsure } = inSql(sql, filled, this.clock.now());
    return this.fills.end(after, (unsure ? STRETCH_IN_MEMORY : STRETCH)[sql.dialect]);
  }

  /** Brings lanes up to the end of a stretch from wherever they are, which whoever else fills may have changed. */
  async run(filled: FilledRule, { lanes, to }: FillPlace): Promise<void> {
    const { rules, rule, fingerprint } = filled;
    await this.database.transaction(async ({ sql }) => {
      await waitForLanes(sql, lanes);
      const known = await this.fills.of(sql, lanes, rule.id);
      const reached = reachedBy(known, fingerprint);
      const open = lanes.filter((lane) => (reached.get(lane) ?? 0) < (to ?? Infinity));
      if (open.length === 0) return;
      const now = this.clock.now();
      const { fits, due, unsure } = inSql(sql, filled, now);
      // To look again at whom one of the lanes has behind it changes nothing.
      const stretch = { lanes: open, after: Math.min(...open.map((lane) => reached.get(lane) ?? 0)), to };
      if (known.length > 0) await this.fills.leave(sql, stretch, { segmentId: rule.id, fits });
      await this.fills.join(sql, stretch, { segmentId: rule.id, fits, now });
      if (due) await this.fills.schedule(sql, stretch, due);
      if (unsure) await this.ask(sql, filled, { stretch, unsure, now });
      const progress = { afterId: to ?? 0, isDone: to === undefined, revision: rules.revision };
      const fills = open.map((lane) => ({ lane, segmentId: rule.id, fingerprint, ...progress }));
      await this.fills.save(sql, fills, now);
    });
  }

  /** Has lanes look at customers when the first of them is due: whoever was filled in is news to their batches. */
  async wakeWhenDue(): Promise<void> {
    for (const next of await this.desk.dues.nextDueByLane(this.database.sql)) this.waker.wakeAt(next);
  }

  private async ask(
    sql: Sql,
    { rules, place }: FilledRule,
    { stretch, unsure, now }: { stretch: Stretch; unsure: SqlFragment; now: number },
  ): Promise<void> {
    const customers = await this.fills.unsure(sql, stretch, unsure);
    const session = this.desk.open(rules, now);
    await session.evaluate(
      sql,
      customers.map((customer) => {
        const wanted = new Uint8Array(rules.ordered.length);
        wanted[place] = 1;
        return { customer, isNew: false, wanted, isFill: true };
      }),
    );
    await session.write(sql);
  }
}

function inSql(sql: Sql, { rules, rule }: FilledRule, now: number): RuleInSql {
  const context = customersInSql(sql, rules, now);
  const fits = ofCurrent(rule.sql(context));
  const due = rule.due(context);
  const isSure = !fits.asks && (due === undefined || due.unsure.text === '0');
  const unsure = isSure ? undefined : fragment`(${fits}) IS NULL OR (${due?.unsure ?? fragment`0`}) <> 0`;
  return { fits, due, unsure };
}

/** Whoever was merged is no customer any longer. */
function ofCurrent(fits: SqlFragment): SqlFragment {
  return fragment`c.merged_into IS NULL AND (${fits})`;
}
