import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { CallbackResult } from '@parcours/sdk';

/** What a connector has understood of a callback. */
export interface ToldCallback {
  readonly connectorId: number;
  /** The key of the connector. */
  readonly connector: string;
  readonly result: Extract<CallbackResult, { status: 'accepted' }>;
}

/** Keeps a part of what callbacks tell. */
export interface CallbackListener {
  /** In the transaction that keeps the callback. Answers what is to be done after the commit, if anything. */
  keep(sql: Sql, told: ToldCallback, now: number): Promise<(() => void) | undefined>;
}

/** Whoever makes something of callbacks beside messages. Add to it while modules start. */
@Injectable()
export class CallbackListeners {
  private readonly listeners: CallbackListener[] = [];

  add(listener: CallbackListener): void {
    this.listeners.push(listener);
  }

  /** Answers what is to be done after the commit. */
  async keep(sql: Sql, told: ToldCallback, now: number): Promise<readonly (() => void)[]> {
    const followUps: (() => void)[] = [];
    for (const listener of this.listeners) {
      const followUp = await listener.keep(sql, told, now);
      if (followUp) followUps.push(followUp);
    }
    return followUps;
  }
}
