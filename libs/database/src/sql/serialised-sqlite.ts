import type { DataSource } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';

import { DatabaseErrors } from '../database.errors.js';

const WAIT_MS = 30_000;

/** Lets one user at a time at the single connection of a SQLite data source, first come, first served. */
export class ConnectionTurn {
  private tail: Promise<void> = Promise.resolve();

  /** Waits for the turn; the answer ends it. @throws database.lock-timeout after 30 s. */
  async take(): Promise<() => void> {
    let end: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      end = resolve;
    });
    const before = this.tail;
    this.tail = before.then(() => mine);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        end();
        reject(DatabaseErrors.lockTimeout({ waitedMs: WAIT_MS }));
      }, WAIT_MS);
    });
    try {
      await Promise.race([before, late]);
    } finally {
      clearTimeout(timer);
    }
    return end;
  }
}

/**
 * TypeORM has one query runner for a whole SQLite data source, so that concurrent transactions run into each other and
 * lose rollbacks. This gives every caller a runner of its own that waits for its turn. Call it right after the data
 * source was initialised.
 */
export function serialiseSqlite(dataSource: DataSource, turn: ConnectionTurn): void {
  const driver = dataSource.driver;

  class SerialisedRunner extends BetterSqlite3QueryRunner {
    private endTurn: (() => void) | undefined;
    private depth = 0;

    override async startTransaction(): Promise<void> {
      if (this.depth === 0) this.endTurn = await turn.take();
      this.depth++;
      try {
        await super.startTransaction();
      } catch (error) {
        this.leave();
        throw error;
      }
    }

    override async commitTransaction(): Promise<void> {
      await super.commitTransaction();
      this.leave();
    }

    override async rollbackTransaction(): Promise<void> {
      try {
        await super.rollbackTransaction();
      } finally {
        if (this.depth > 0) this.leave();
      }
    }

    override async query(text: string, parameters?: unknown[], structured?: boolean): Promise<unknown> {
      if (this.endTurn) return super.query(text, parameters, structured) as Promise<unknown>;
      const end = await turn.take();
      try {
        return (await super.query(text, parameters, structured)) as unknown;
      } finally {
        end();
      }
    }

    override release(): Promise<void> {
      return Promise.resolve();
    }

    private leave(): void {
      this.depth--;
      if (this.depth > 0) return;
      this.endTurn?.();
      this.endTurn = undefined;
    }
  }

  const createQueryRunner = () => new SerialisedRunner(driver as never);
  Object.assign(driver, { createQueryRunner });
}
