import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { PeopleErrors } from '../people.errors.js';
import {
  ACCOUNT_BACK_OFF,
  ADDRESS_BACK_OFF,
  type BackOff,
  FORGET_MS,
  networkOf,
  waitAfter,
} from './back-off.rules.js';

/** Whose password is tried, and from where. */
export interface Attempt {
  readonly emailKey: string;
  readonly address: string;
  /** The user has signed in from there before: failures of strangers elsewhere do not count against them. */
  readonly isKnownAddress: boolean;
}

/** An attempt that may be made. It counts as failed until it has succeeded. */
export interface StartedAttempt {
  readonly account: string;
  readonly network: string;
  /** How long nobody may try again if it fails; 0 when at once. */
  readonly waitMs: number;
}

interface Counter {
  readonly subject: string;
  readonly backOff: BackOff;
}

interface CounterRow {
  readonly failures: number;
  readonly blockedUntil: number | string;
  readonly lastAt: number | string;
}

const PURGE_EVERY_MS = 300_000;

/**
 * Counts failures by account and by address, in the database, so that all processes count together. An attempt is
 * counted before the password is looked at: of a thousand at the same moment no more get through than of a thousand in
 * a row.
 */
@Injectable()
export class SignInAttempts {
  private purgedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws people.locked-out */
  async start(attempt: Attempt): Promise<StartedAttempt> {
    const account = accountOf(attempt);
    const network = `address ${digest(networkOf(attempt.address))}`;
    const now = this.clock.now();
    const counters = [
      { subject: account, backOff: ACCOUNT_BACK_OFF },
      { subject: network, backOff: ADDRESS_BACK_OFF },
    ];
    await this.ensure(counters, now);
    const outcome = await this.database.transaction(({ sql }) => this.count(sql, counters, now));
    if (outcome.blockedMs > 0) {
      throw PeopleErrors.lockedOut({}, { retryAfter: Math.max(1, Math.ceil(outcome.blockedMs / 1_000)) });
    }
    return { account, network, waitMs: outcome.waitMs };
  }

  /** The account starts anew; the address has one failure less, so that a password of one's own buys no guesses. */
  async succeed({ account, network }: StartedAttempt): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      await sql.run('UPDATE sign_in_attempts SET failures = 0, blocked_until = 0 WHERE subject = ?', [
        account,
      ]);
      await sql.run(
        'UPDATE sign_in_attempts SET failures = failures - 1, blocked_until = 0 WHERE subject = ? AND failures > 0',
        [network],
      );
    });
    await this.purge();
  }

  /** By itself: inside the transaction, attempts at the same moment would hold each other's new rows. */
  private async ensure(counters: readonly Counter[], now: number): Promise<void> {
    await this.database.sql.insert({
      table: 'sign_in_attempts',
      columns: ['subject', 'failures', 'blocked_until', 'last_at'],
      rows: counters.map(({ subject }) => [subject, 0, 0, now]),
      onDuplicate: 'ignore',
    });
  }

  private async count(sql: Sql, counters: readonly Counter[], now: number) {
    const read = [];
    for (const counter of counters) read.push({ counter, row: await this.lock(sql, counter) });
    const blockedMs = Math.max(...read.map(({ row }) => row.blockedUntil - now));
    if (blockedMs > 0) return { blockedMs, waitMs: 0 };
    let waitMs = 0;
    for (const { counter, row } of read) {
      const failures = (now - row.lastAt > FORGET_MS ? 0 : row.failures) + 1;
      const wait = waitAfter(failures, counter.backOff);
      waitMs = Math.max(waitMs, wait);
      await sql.run(
        'UPDATE sign_in_attempts SET failures = ?, blocked_until = ?, last_at = ? WHERE subject = ?',
        [failures, wait === 0 ? 0 : now + wait, now, counter.subject],
      );
    }
    return { blockedMs: 0, waitMs };
  }

  private async lock(sql: Sql, { subject }: Counter) {
    const [row] = await sql.select<CounterRow>(
      'SELECT failures, blocked_until AS blockedUntil, last_at AS lastAt FROM sign_in_attempts ' +
        `WHERE subject = ?${sql.forUpdate}`,
      [subject],
    );
    return {
      failures: row?.failures ?? 0,
      blockedUntil: Number(row?.blockedUntil ?? 0),
      lastAt: Number(row?.lastAt ?? 0),
    };
  }

  /** What would be forgotten anyway goes now and then, while somebody is here. */
  private async purge(): Promise<void> {
    const now = this.clock.now();
    if (now - this.purgedAt < PURGE_EVERY_MS) return;
    this.purgedAt = now;
    await this.database.sql.run('DELETE FROM sign_in_attempts WHERE last_at < ?', [now - FORGET_MS]);
  }
}

function accountOf({ emailKey, address, isKnownAddress }: Attempt): string {
  const account = `account ${digest(emailKey)}`;
  return isKnownAddress ? `${account} ${digest(networkOf(address))}` : account;
}

/** Addresses and what was typed as one are personal data: the counter does not need to know them. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
