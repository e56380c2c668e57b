import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { WebhookEvents, type WebhookEventType } from '@parcours/webhooks';

/** Tells an event in the transaction of what happened. */
export type Tell = <D extends object>(type: WebhookEventType<D>, data: D, at: number) => Promise<void>;

/** Changes that webhooks hear of. */
@Injectable()
export class ToldChanges {
  constructor(
    private readonly database: Database,
    private readonly events: WebhookEvents,
  ) {}

  /** One transaction; whoever listens is woken after its commit. */
  async commit<T>(work: (sql: Sql, tell: Tell) => Promise<T>): Promise<T> {
    const done = await this.database.transaction(({ sql }) =>
      work(sql, (type, data, at) => this.events.raise(sql, { type, data, at })),
    );
    this.events.wake();
    return done;
  }
}
