import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ConsentDecided, ConsentListeners, LinkSigner } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { JobRunner } from '@parcours/jobs';

import { type EventEntry, LANE_JOB } from './inbox/inbox-entry.js';
import { InboxStore } from './inbox/inbox.store.js';

/** Lets journeys know of decisions at once: each is an event, on disk with the decision itself. */
@Injectable()
export class ConsentEvents implements OnModuleInit {
  constructor(
    private readonly listeners: ConsentListeners,
    private readonly inbox: InboxStore,
    private readonly jobs: JobRunner,
    private readonly signer: LinkSigner,
    private readonly config: ParcoursConfig,
  ) {}

  onModuleInit(): void {
    this.listeners.subscribe({
      deciding: async (sql, decided) => {
        const { rows } = this.inbox.rowsOf(this.entriesOf(decided));
        if (rows.length > 0) await this.inbox.insert(sql, rows);
      },
      decided: ({ customer, changes }) => {
        if (changes.length > 0) this.jobs.wake(LANE_JOB, [String(customer.lane)]);
      },
    });
  }

  /** `consent.granted`, `consent.denied`, `consent.pending` with the link that confirms, `consent.unknown`. */
  entriesOf({ customer, changes }: ConsentDecided): EventEntry[] {
    return changes.map(({ channel, topic, state, source, at }) => ({
      kind: 'event',
      customerKey: customer.externalId,
      name: `consent.${state}`,
      messageId: undefined,
      occurredAt: at,
      properties: {
        channel,
        topic,
        source,
        ...(state === 'pending' && this.confirmation({ customerId: customer.id, channel, topic, at })),
      },
      traits: undefined,
    }));
  }

  private confirmation(asked: { customerId: number; channel: string; topic: string; at: number }) {
    const path = `/p/${this.signer.sign({ purpose: 'confirm', ...asked })}`;
    return { confirm_url: `${this.config.http.publicUrl ?? ''}${path}` };
  }
}
