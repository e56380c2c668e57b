import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { OwnerTurns } from '../teams/owner-turns.store.js';
import type { NewOutsideCall } from './outside-call.js';
import { OutsideCallStore } from './outside-call.store.js';

/** What a batch leaves of calls: on disk with it, each given to somebody where the step wants that. */
@Injectable()
export class OutsideCallOutbox {
  constructor(
    private readonly calls: OutsideCallStore,
    private readonly owners: OwnerTurns,
  ) {}

  async add(sql: Sql, calls: readonly NewOutsideCall[]): Promise<void> {
    await this.calls.add(sql, await this.owners.give(sql, calls));
  }

  async withdraw(sql: Sql, enrollmentIds: readonly number[], now: number): Promise<void> {
    await this.calls.withdraw(sql, enrollmentIds, now);
  }
}
