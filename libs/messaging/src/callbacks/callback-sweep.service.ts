import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import { CallbackReceipts } from './callback-receipts.store.js';

/** Forgets callbacks that nobody sends again. */
@Injectable()
export class CallbackSweep implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly database: Database,
    private readonly receipts: CallbackReceipts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register('callback-receipts', () =>
      this.receipts.forget(this.database.sql, this.clock.now()),
    );
  }
}
