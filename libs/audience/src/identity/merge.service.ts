import { Injectable } from '@nestjs/common';
import { Database, DatabaseErrors, isDuplicate, type Sql, waitForLanes } from '@parcours/database';
import { type Actor, Clock, IdGenerator } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import type { Customer } from '../customers/customer.js';
import { CustomerMaker } from '../customers/customer-maker.service.js';
import { CustomerRows } from '../customers/customer-rows.store.js';
import { CustomerStore } from '../customers/customer.store.js';
import { CustomerHoldings, type CustomerMerge } from './customer-holdings.js';
import { MergeLog, type MergeReason } from './merge-log.store.js';
import { mergeCustomers, signpostOf } from './merge.rules.js';

export interface MergeRequest {
  /** The id whose customer goes; any that leads to them. */
  readonly from: string;
  /** The id whose customer stays; any that leads to them. */
  readonly into: string;
  readonly reason: MergeReason;
  readonly by: Actor;
}

/** `one-already`: both ids led to the same customer. */
export interface MergeOutcome {
  readonly status: 'merged' | 'linked' | 'one-already';
  readonly customer: Customer;
  readonly moved: Readonly<Record<string, number>>;
}

interface Pair {
  readonly from: Customer | undefined;
  readonly into: Customer | undefined;
}

/** Writes what a merge comes to, with both lanes held. */
@Injectable()
export class MergeWriter {
  constructor(
    private readonly rows: CustomerRows,
    private readonly holdings: CustomerHoldings,
    private readonly log: MergeLog,
    private readonly ids: IdGenerator,
  ) {}

  async write(
    sql: Sql,
    {
      winner,
      loser,
      request,
      now,
    }: { winner: Customer; loser: Customer; request: MergeRequest; now: number },
  ): Promise<MergeOutcome> {
    const moved = await this.holdings.merge(sql, { winner, loser, now });
    const customer = mergeCustomers(winner, loser, now);
    await this.rows.save(sql, signpostOf(loser, winner, now), loser);
    await this.rows.save(sql, customer, winner);
    // Signposts lead to their customer in one step, so that following them never takes longer.
    await sql.run('UPDATE customers SET merged_into = ? WHERE merged_into = ?', [winner.id, loser.id]);
    const { reason, by } = request;
    await this.log.add(sql, { id: this.ids.next(), winner, loser, reason, moved, by, now });
    return { status: 'merged', customer, moved };
  }

  /** After the commit. */
  announce(merge: CustomerMerge): void {
    this.holdings.merged(merge);
  }
}

/** Makes one customer out of two, and lets several ids lead to one. */
@Injectable()
export class MergeService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly writer: MergeWriter,
    private readonly maker: CustomerMaker,
    private readonly clock: Clock,
  ) {}

  /**
   * Merges two customers because a person said so.
   * @throws audience.customer-not-found, audience.merge-with-itself
   */
  async merge(request: Omit<MergeRequest, 'reason'>): Promise<MergeOutcome> {
    if (request.from === request.into) throw AudienceErrors.mergeWithItself({});
    return this.run({ ...request, reason: 'operator' }, ({ from, into }) => {
      if (!from || !into) throw AudienceErrors.customerNotFound({});
      return { winner: into, loser: from };
    });
  }

  /**
   * Lets an id lead to a customer, who is created where there is none. An anonymous customer of that id is merged; a known
   * one is not, and an id that was identified before stays with whom it was identified as.
   * @throws audience.already-known, audience.merge-with-itself
   */
  async link(request: MergeRequest): Promise<MergeOutcome> {
    if (request.from === request.into) throw AudienceErrors.mergeWithItself({});
    const attempt = () =>
      this.run(request, ({ from, into }) => {
        const winner = into ?? this.maker.create(request.into);
        if (!from) return { winner, loser: undefined, isNew: !into };
        if (from.kind === 'known') throw AudienceErrors.alreadyKnown({});
        return { winner, loser: from, isNew: !into };
      });
    try {
      return await attempt();
    } catch (error) {
      // An event has created one of the two in between.
      if (!isDuplicate(error)) throw error;
      return attempt();
    }
  }

  private async run(request: MergeRequest, decide: (pair: Pair) => Decision): Promise<MergeOutcome> {
    const done = await this.database.transaction(async ({ sql }): Promise<Done> => {
      const seen = await this.find(sql, request);
      await waitForLanes(sql, [
        seen.from?.lane ?? this.maker.laneOf(request.from),
        seen.into?.lane ?? this.maker.laneOf(request.into),
      ]);
      const pair = await this.lock(sql, seen);
      if (pair.from && pair.from.id === pair.into?.id) {
        return { outcome: { status: 'one-already', customer: pair.from, moved: {} } };
      }
      return this.write(sql, request, decide(pair));
    });
    if (done.merge) this.writer.announce(done.merge);
    return done.outcome;
  }

  private async write(sql: Sql, request: MergeRequest, decision: Decision): Promise<Done> {
    const { winner, loser, isNew = false } = decision;
    const now = this.clock.now();
    if (isNew) await this.customers.add(sql, [winner]);
    if (!loser) {
      const signpost = signpostOf(this.maker.create(request.from), winner, now);
      await this.customers.add(sql, [{ ...signpost, kind: 'anonymous', revision: 1 }]);
      return { outcome: { status: 'linked', customer: winner, moved: {} } };
    }
    const outcome = await this.writer.write(sql, { winner, loser, request, now });
    return { outcome, merge: { winner, loser, now } };
  }

  private async find(sql: Sql, { from, into }: MergeRequest): Promise<Pair> {
    const current = await this.customers.findCurrentByKeys(sql, [from, into]);
    return { from: current.get(from), into: current.get(into) };
  }

  /** Between the look and the lanes another merge may have gone first: then everything begins anew. */
  private async lock(sql: Sql, { from, into }: Pair): Promise<Pair> {
    const ids = [from, into].flatMap((customer) => customer?.id ?? []).sort((a, b) => a - b);
    const locked = await this.customers.lockByIds(sql, [...new Set(ids)]);
    const stillThere = (seen: Customer | undefined): Customer | undefined => {
      if (!seen) return undefined;
      const now = locked.find(({ id }) => id === seen.id);
      if (now?.mergedInto !== null) throw DatabaseErrors.conflict({ reason: 'merged meanwhile' });
      return now;
    };
    return { from: stillThere(from), into: stillThere(into) };
  }
}

interface Decision {
  readonly winner: Customer;
  readonly loser: Customer | undefined;
  /** The winner is to be created. */
  readonly isNew?: boolean;
}

interface Done {
  readonly outcome: MergeOutcome;
  readonly merge?: CustomerMerge;
}
