import { Injectable } from '@nestjs/common';
import type { ContentSnapshot } from '@parcours/content';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import type { Prepared } from '../delivery/prepared-message.js';
import type { MessagePause } from './message-pause.js';
import { isAbout, isInEffect } from './message-pause.rules.js';
import { MessagePauseStore } from './message-pause.store.js';

/**
 * Keeps what a pause is about from going out. Whoever starts or ends a pause counts the revision of the content up, which
 * every delivery reads anyway: a look at the pauses themselves costs a statement only after that.
 */
@Injectable()
export class PauseGate {
  private known: { readonly content: ContentSnapshot; readonly pauses: readonly MessagePause[] } | undefined;

  constructor(
    private readonly database: Database,
    private readonly store: MessagePauseStore,
    private readonly clock: Clock,
  ) {}

  async hold(prepared: readonly Prepared[], content: ContentSnapshot): Promise<readonly Prepared[]> {
    if (this.known?.content !== content) {
      this.known = { content, pauses: await this.store.current(this.database.sql) };
    }
    const now = this.clock.now();
    const pauses = this.known.pauses.filter((pause) => isInEffect(pause, now));
    if (pauses.length === 0) return prepared;
    return prepared.map((each): Prepared => {
      if (!('reader' in each)) return each;
      const { message, reader } = each;
      const { category = 'marketing' } = reader.template.document;
      const pause = pauses.find(({ subject }) =>
        isAbout(subject, { ...message, category, brand: message.brand ?? reader.brand?.key }),
      );
      return pause ? { message, outcome: { kind: 'held', pauseId: pause.id } } : each;
    });
  }
}
