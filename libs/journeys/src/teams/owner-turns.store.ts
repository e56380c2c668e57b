import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type { NewOutsideCall } from '../outside/outside-call.js';
import { giveOwners, isUngiven, needTurns, type UngivenCall } from './owner-turns.rules.js';

/**
 * Gives calls to the members of teams in turn, in the transaction that keeps the calls: whose turn it was is known as
 * surely as the call. Rounds are held until the commit, in one order everywhere.
 */
@Injectable()
export class OwnerTurns {
  /** Three statements where somebody of a team is asked for, and none otherwise. */
  async give(sql: Sql, calls: readonly NewOutsideCall[]): Promise<readonly NewOutsideCall[]> {
    const ungiven = calls.filter(isUngiven);
    if (ungiven.length === 0) return calls;
    const kept = await this.kept(sql, ungiven);
    const first = await this.take(sql, ungiven, needTurns(ungiven, kept));
    const given = giveOwners(ungiven, kept, first);
    const byId = new Map(given.map((call) => [call.id, call]));
    return calls.map((call) => byId.get(call.id) ?? call);
  }

  /** Whom customers had of a team last. */
  private async kept(sql: Sql, calls: readonly UngivenCall[]): Promise<ReadonlyMap<string, string>> {
    const asking = calls.filter(({ question }) => question.keep);
    if (asking.length === 0) return new Map();
    const rows = await sql.select<{ customerId: number; team: string; owner: string }>(
      `SELECT o.customer_id AS customerId, o.team, o.owner FROM outside_calls o WHERE o.id IN (
         SELECT MAX(l.id) FROM outside_calls l${sql.byIndex('ix_outside_calls_customer')}
         WHERE l.customer_id IN (?) AND l.team IN (?) GROUP BY l.customer_id, l.team)`,
      [
        unique(asking.map(({ customerId }) => customerId)),
        unique(asking.map(({ question }) => question.team)),
      ],
    );
    return new Map(rows.map(({ customerId, team, owner }) => [`${String(customerId)} ${team}`, owner]));
  }

  /** The first turn of each round, of those that are taken with it. */
  private async take(
    sql: Sql,
    calls: readonly UngivenCall[],
    needed: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, number>> {
    const rounds = roundsOf(calls).filter(({ round }) => needed.has(round));
    if (rounds.length === 0) return new Map();
    // It adds before it looks: a row that is not there cannot be held.
    await sql.insert({
      table: 'owner_turns',
      columns: ['journey_id', 'step', 'turns'],
      rows: rounds.map(({ journeyId, step, round }) => [journeyId, step, needed.get(round) ?? 0]),
      onDuplicate: { update: [], add: ['turns'] },
    });
    const rows = await sql.select<{ journeyId: number; step: string; turns: number }>(
      'SELECT journey_id AS journeyId, step, turns FROM owner_turns WHERE journey_id IN (?) AND step IN (?)',
      [unique(rounds.map(({ journeyId }) => journeyId)), unique(rounds.map(({ step }) => step))],
    );
    return new Map(
      rows.map(({ journeyId, step, turns }) => {
        const round = `${String(journeyId)} ${step}`;
        return [round, turns - (needed.get(round) ?? 0)];
      }),
    );
  }
}

interface Round {
  readonly round: string;
  readonly journeyId: number;
  readonly step: string;
}

function roundsOf(calls: readonly UngivenCall[]): Round[] {
  const rounds = new Map<string, Round>();
  for (const { question, step } of calls) {
    const round = `${String(question.journeyId)} ${step}`;
    rounds.set(round, { round, journeyId: question.journeyId, step });
  }
  return [...rounds.values()].sort((a, b) => (a.round < b.round ? -1 : 1));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
