import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { CallbackResult } from '@parcours/sdk';

import type { ReceivedCallback } from '../connectors/connections.service.js';

/** What a connector has understood of a callback. */
export interface ToldCallback extends ReceivedCallback {
  readonly result: Extract<CallbackResult, { status: 'accepted' }>;
}

/** Keeps its part in the transaction that keeps the callback. Answers what is to be done after the commit, if anything. */
export type KeepPart = (sql: Sql) => Promise<(() => void) | undefined>;

/** Makes something of callbacks beside messages. */
export interface CallbackListener {
  /** Before the transaction: what is to be kept in it; nothing where the callback does not concern it. */
  prepare(told: ToldCallback, now: number): Promise<KeepPart | undefined>;
}

/** Whoever makes something of callbacks beside messages. Add to it while modules start. */
@Injectable()
export class CallbackListeners {
  private readonly listeners: CallbackListener[] = [];

  add(listener: CallbackListener): void {
    this.listeners.push(listener);
  }

  async prepare(told: ToldCallback, now: number): Promise<readonly KeepPart[]> {
    const parts = await Promise.all(this.listeners.map((listener) => listener.prepare(told, now)));
    return parts.filter((part) => part !== undefined);
  }
}
