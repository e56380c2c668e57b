import { Injectable } from '@nestjs/common';
import { CustomerService } from '@parcours/audience';
import { Clock, parseInstant } from '@parcours/kernel';

import { derivedMessageId, WRONG_TIME } from '../api/event-reader.js';
import type { EventOrigin } from '../event-origin.js';
import { EventErrors } from '../events.errors.js';
import { EventReceiver } from '../inbox/event-receiver.service.js';
import { eventTime } from '../time/event-time.rules.js';
import { type Note, NOTE_EVENT, noteProperties } from './note.js';

/** A note as it is sent. */
export interface NewNote extends Note, Pick<EventOrigin, 'channel' | 'touchpoint' | 'department'> {
  readonly occurredAt?: string;
  readonly messageId?: string;
}

/** What people say of a customer and by whom, kept as events of the anecdotal layer. */
@Injectable()
export class NoteService {
  constructor(
    private readonly customers: CustomerService,
    private readonly receiver: EventReceiver,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when the note is on disk. A note is of somebody who is known: an unknown id is a mistake.
   * @throws audience.customer-not-found, events.invalid, events.backlog
   */
  async add(externalId: string, note: NewNote, idempotencyKey: string | undefined): Promise<void> {
    const customer = await this.customers.get(externalId);
    const at = note.occurredAt === undefined ? undefined : parseInstant(note.occurredAt);
    const occurredAt = eventTime({ at }, this.clock.now());
    if (occurredAt === undefined) throw EventErrors.invalid({ count: 1 }, { errors: [WRONG_TIME] });
    const derived = idempotencyKey === undefined ? undefined : derivedMessageId(idempotencyKey, 0);
    const { channel, touchpoint, department, messageId = derived } = note;
    await this.receiver.receive([
      {
        kind: 'event',
        customerKey: customer.externalId,
        name: NOTE_EVENT,
        messageId,
        occurredAt,
        properties: noteProperties(note),
        traits: undefined,
        origin: { layer: 'anecdotal', channel, touchpoint, department },
      },
    ]);
  }
}
