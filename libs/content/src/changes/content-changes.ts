import { Injectable, Logger } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { describeError } from '@parcours/kernel';

import type { ContentChange } from './content-change.js';

/** For `declareVetoes`: what a listener throws when it forbids that something comes into use, or is planned to. */
export const COMES_INTO_USE = 'content.comes-into-use';

/** Somebody who wants to know of every change of content. */
export interface ContentChangeListener {
  /** Inside the change's transaction: writes with it, or throws an error of a catalogue to forbid it. No I/O besides. */
  readonly changing?: (sql: Sql, changes: readonly ContentChange[]) => Promise<void>;
  /** After the commit. A failure is logged: the change has happened. */
  readonly changed?: (changes: readonly ContentChange[]) => void;
}

/** Tells other modules of changes of content: the audit log, webhooks, approvals. Subscribe while modules start. */
@Injectable()
export class ContentChanges {
  private readonly logger = new Logger(ContentChanges.name);
  private readonly listeners: ContentChangeListener[] = [];

  subscribe(listener: ContentChangeListener): void {
    this.listeners.push(listener);
  }

  /** One after the other, in the order of subscription: they share the transaction's connection. */
  async changing(sql: Sql, changes: readonly ContentChange[]): Promise<void> {
    for (const listener of this.listeners) await listener.changing?.(sql, changes);
  }

  changed(changes: readonly ContentChange[]): void {
    for (const listener of this.listeners) {
      try {
        listener.changed?.(changes);
      } catch (error) {
        this.logger.error(`a listener to changes of content failed: ${describeError(error)}`);
      }
    }
  }
}
