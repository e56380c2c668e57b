import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '@parcours/database';

import { ReactionInbox } from '../reactions/reaction-inbox.store.js';
import { ReactionIntake } from '../reactions/reaction-intake.service.js';
import { CallbackListeners, type ToldCallback } from './callback-listeners.js';
import { reactionsIn } from './callback-reactions.rules.js';
import { CallbackReceipts } from './callback-receipts.store.js';

const DAY_MS = 86_400_000;
/** Providers give up sending again long before. */
const KEPT_MS = 7 * DAY_MS;

/** Keeps what callbacks tell, once each. */
@Injectable()
export class CallbackInbox {
  constructor(
    private readonly database: Database,
    private readonly receipts: CallbackReceipts,
    private readonly inbox: ReactionInbox,
    private readonly intake: ReactionIntake,
    private readonly listeners: CallbackListeners,
  ) {}

  /** Resolves when it is on disk. */
  async keep(received: ToldCallback, now: number): Promise<void> {
    const { connectorId, result } = received;
    const { rows } = this.inbox.rowsOf(reactionsIn(received, now));
    const { id: callback } = result;
    const parts = await this.listeners.prepare(received, now);
    const followUps: (() => void)[] = [];
    try {
      await this.database.transaction(async ({ sql }) => {
        const expiresAt = now + KEPT_MS;
        const isNew =
          callback === undefined || (await this.receipts.note(sql, { connectorId, callback, expiresAt }));
        if (!isNew) return;
        await this.inbox.insert(sql, rows);
        for (const keep of parts) {
          const followUp = await keep(sql);
          if (followUp) followUps.push(followUp);
        }
      });
    } catch (error) {
      // Two of them at the same moment: the other one is kept.
      if (!isDuplicate(error)) throw error;
    }
    this.intake.wake(rows.length);
    for (const followUp of followUps) followUp();
  }
}
