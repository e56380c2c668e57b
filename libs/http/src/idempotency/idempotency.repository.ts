import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import type { IdempotencyKeyRow } from './idempotency-key.entity.js';

const KEEP_MS = 86_400_000;
const LOCK_MS = 60_000;
const SWEEP_EVERY_MS = 300_000;
const SWEEP_ROWS = 500;

export interface RequestIdentity {
  readonly tokenId: number;
  readonly idempotencyKey: string;
  readonly requestHash: string;
}

/** The right to work on a request, as long as nobody took it over. */
export interface Claim extends RequestIdentity {
  readonly lockedUntil: number;
}

export interface KeptAnswer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

@Injectable()
export class IdempotencyRepository {
  private sweptAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Claims the request when it is new, expired, or left behind by a process that died; else answers its row. */
  async claim(request: RequestIdentity): Promise<Claim | IdempotencyKeyRow> {
    const now = this.clock.now();
    const claim = { ...request, lockedUntil: now + LOCK_MS };
    if (await this.insert(claim, now + KEEP_MS)) return claim;
    const row = await this.find(request);
    if (!row) return this.claim(request);
    const isAbandoned =
      row.status === null && row.lockedUntil <= now && row.requestHash === request.requestHash;
    if (row.expiresAt > now && !isAbandoned) return row;
    return (await this.takeOver(row, claim, now + KEEP_MS)) ? claim : row;
  }

  async keep({ tokenId, idempotencyKey, lockedUntil }: Claim, answer: KeptAnswer): Promise<void> {
    await this.database.sql.run(
      'UPDATE idempotency_keys SET status = ?, headers = ?, body = ? ' +
        'WHERE token_id = ? AND idempotency_key = ? AND locked_until = ?',
      [answer.status, answer.headers, answer.body, tokenId, idempotencyKey, lockedUntil],
    );
    await this.sweep();
  }

  async release({ tokenId, idempotencyKey, lockedUntil }: Claim): Promise<void> {
    await this.database.sql.run(
      'DELETE FROM idempotency_keys WHERE token_id = ? AND idempotency_key = ? AND locked_until = ? AND status IS NULL',
      [tokenId, idempotencyKey, lockedUntil],
    );
  }

  private async insert(claim: Claim, expiresAt: number): Promise<boolean> {
    const { tokenId, idempotencyKey, requestHash, lockedUntil } = claim;
    const added = await this.database.sql.insert({
      table: 'idempotency_keys',
      columns: ['token_id', 'idempotency_key', 'request_hash', 'locked_until', 'expires_at'],
      rows: [[tokenId, idempotencyKey, requestHash, lockedUntil, expiresAt]],
      onDuplicate: 'ignore',
    });
    return added > 0;
  }

  private async find({ tokenId, idempotencyKey }: RequestIdentity): Promise<IdempotencyKeyRow | undefined> {
    const [row] = await this.database.sql.select<IdempotencyKeyRow>(
      'SELECT token_id AS tokenId, idempotency_key AS idempotencyKey, request_hash AS requestHash, status, headers, ' +
        'body, locked_until AS lockedUntil, expires_at AS expiresAt ' +
        'FROM idempotency_keys WHERE token_id = ? AND idempotency_key = ?',
      [tokenId, idempotencyKey],
    );
    return row;
  }

  private async takeOver(row: IdempotencyKeyRow, claim: Claim, expiresAt: number): Promise<boolean> {
    const won = await this.database.sql.run(
      'UPDATE idempotency_keys SET request_hash = ?, status = NULL, headers = NULL, body = NULL, locked_until = ?, ' +
        'expires_at = ? WHERE token_id = ? AND idempotency_key = ? AND locked_until = ?',
      [claim.requestHash, claim.lockedUntil, expiresAt, row.tokenId, row.idempotencyKey, row.lockedUntil],
    );
    return won === 1;
  }

  /** Expired rows go now and then, a bounded number at a time, while somebody is here anyway. */
  private async sweep(): Promise<void> {
    const now = this.clock.now();
    if (now - this.sweptAt < SWEEP_EVERY_MS) return;
    this.sweptAt = now;
    const expired = await this.database.sql.select<{ tokenId: number; idempotencyKey: string }>(
      'SELECT token_id AS tokenId, idempotency_key AS idempotencyKey FROM idempotency_keys ' +
        `WHERE expires_at < ? LIMIT ${String(SWEEP_ROWS)}`,
      [now],
    );
    for (const { tokenId, idempotencyKey } of expired) {
      await this.database.sql.run(
        'DELETE FROM idempotency_keys WHERE token_id = ? AND idempotency_key = ? AND expires_at < ?',
        [tokenId, idempotencyKey, now],
      );
    }
  }
}
