import { Injectable } from '@nestjs/common';
import { sql as fragment, type SqlFragment } from '@parcours/conditions';
import { Database, type Sql, waitForLanes } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { LaneWaker } from '../lane-waker.js';
import { customersInSql, MembershipDesk } from '../membership-desk.service.js';
import type { MembershipRules } from '../rules/membership-rules.js';
import { type Fill, FillStore, type Stretch } from './fill.store.js';

/** How many customers one transaction looks at; the lane waits for it. SQLite lets nobody else in meanwhile. */
const STEP = { mysql: 20_000, sqlite: 4_000 } as const;
/** Those of whom the closure is asked come into memory. */
const STEP_IN_MEMORY = 2_000;

/** Which rule is filled, and where. */
export interface FillPlace {
  readonly rules: MembershipRules;
  /** The place of the rule. */
  readonly place: number;
  readonly lane: number;
}

/** One stretch of filling a segment: a transaction that holds the lane, so that no batch of it decides meanwhile. */
@Injectable()
export class FillStep {
  constructor(
    private readonly database: Database,
    private readonly fills: FillStore,
    private readonly desk: MembershipDesk,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
  ) {}

  /** Goes on from where it was left. Answers whether the lane is done. */
  async run(place: FillPlace): Promise<boolean> {
    const isDone = await this.fill(place);
    // The lane finds out when the first of them is due.
    if (isDone && place.rules.ordered[place.place]?.isTimed === true) this.waker.wake(place);
    return isDone;
  }

  private async fill({ rules, place, lane }: FillPlace): Promise<boolean> {
    const rule = rules.ordered[place];
    const fingerprint = rules.fingerprints[place];
    if (!rule || fingerprint === undefined) return true;
    return this.database.transaction(async ({ sql }) => {
      await waitForLanes(sql, [lane]);
      const known = await this.fills.of(sql, lane, rule.id);
      const isBegun = known?.fingerprint === fingerprint;
      if (isBegun && known.isDone) return true;
      const now = this.clock.now();
      const context = customersInSql(sql, rules, now);
      const fits = ofCurrent(rule.sql(context));
      const due = rule.due(context);
      const isExact = !fits.asks && !mayBeUnsure(due?.unsure);
      const size = isExact ? STEP[sql.dialect] : STEP_IN_MEMORY;
      const stretch = await this.fills.stretch(sql, lane, isBegun ? known.afterId : 0, size);
      if (known) await this.fills.leave(sql, stretch, { segmentId: rule.id, fits });
      await this.fills.join(sql, stretch, { segmentId: rule.id, fits, now });
      if (due) await this.fills.schedule(sql, stretch, due);
      if (!isExact) {
        const unsure = fragment`(${fits}) IS NULL OR (${due?.unsure ?? fragment`0`}) <> 0`;
        await this.ask(sql, { rules, place, lane }, { stretch, unsure, now });
      }
      const fill: Fill = {
        ...{ lane, segmentId: rule.id, fingerprint, revision: rules.revision },
        afterId: stretch.to ?? 0,
        isDone: stretch.to === undefined,
      };
      await this.fills.save(sql, fill, now);
      return fill.isDone;
    });
  }

  private async ask(
    sql: Sql,
    { rules, place }: FillPlace,
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

/** Whoever was merged is no customer any longer. */
function ofCurrent(fits: SqlFragment): SqlFragment {
  return fragment`c.merged_into IS NULL AND (${fits})`;
}

function mayBeUnsure(unsure: SqlFragment | undefined): boolean {
  return unsure !== undefined && unsure.text !== '0';
}
