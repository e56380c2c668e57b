import { randomBytes } from 'node:crypto';

import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock, describeError, ID_MAX_AHEAD_MS, ID_NODES, IdGenerator } from '@parcours/kernel';

import { DatabaseErrors } from '../database.errors.js';
import { Database } from '../database.js';

const LEASE_MS = 180_000;
const RENEW_MS = 30_000;
const DRAIN_MS = 20_000;

/**
 * Holds a node number for this process, so that its ids differ from every other's. The number rests after its lease
 * for as long as a burst can have borrowed ids from the future.
 */
@Injectable()
export class NodeLeaseService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(NodeLeaseService.name);
  private readonly holder = randomBytes(12).toString('hex');
  private expiresAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private generator: IdGenerator | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws database.no-free-node */
  async acquire(): Promise<IdGenerator> {
    const generator = new IdGenerator(await this.claim(), this.clock, () => this.expiresAt);
    this.generator = generator;
    this.timer = setInterval(() => void this.renew(), RENEW_MS);
    this.timer.unref();
    return generator;
  }

  /** Gives the number back; while the last work drains, this process still makes ids with it. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.expiresAt = this.clock.now() + DRAIN_MS;
    await this.database.sql
      .run('UPDATE nodes SET expires_at = ? WHERE holder = ?', [this.expiresAt, this.holder])
      .catch((error: unknown) => {
        this.logger.debug(`node number not given back: ${describeError(error)}`);
      });
  }

  private async claim(): Promise<number> {
    await this.database.sql.insert({
      table: 'nodes',
      columns: ['node', 'holder', 'expires_at'],
      rows: Array.from({ length: ID_NODES }, (_, node) => [node, '', 0]),
      onDuplicate: 'ignore',
    });
    const now = this.clock.now();
    const free = await this.database.sql.select<{ node: number }>(
      'SELECT node FROM nodes WHERE expires_at < ? ORDER BY expires_at, node',
      [now - ID_MAX_AHEAD_MS],
    );
    for (const { node } of free) {
      const expiresAt = now + LEASE_MS;
      const won = await this.database.sql.run(
        'UPDATE nodes SET holder = ?, expires_at = ? WHERE node = ? AND expires_at < ?',
        [this.holder, expiresAt, node, now - ID_MAX_AHEAD_MS],
      );
      if (won === 0) continue;
      this.expiresAt = expiresAt;
      return node;
    }
    throw DatabaseErrors.noFreeNode({});
  }

  private async renew(): Promise<void> {
    const expiresAt = this.clock.now() + LEASE_MS;
    try {
      const held = await this.database.sql.run('UPDATE nodes SET expires_at = ? WHERE holder = ?', [
        expiresAt,
        this.holder,
      ]);
      if (held === 1) this.expiresAt = expiresAt;
      else this.generator?.adopt(await this.claim());
    } catch (error) {
      this.logger.warn(`node number not renewed, will try again: ${describeError(error)}`);
    }
  }
}
