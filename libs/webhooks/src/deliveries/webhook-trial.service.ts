import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@parcours/kernel';
import { Clock, IdGenerator } from '@parcours/kernel';

import { DeliveryTargets } from '../endpoints/delivery-targets.service.js';
import { TEST_EVENT } from '../events/test-event.js';
import type { ClaimedDelivery, DeliveryOutcome } from './delivery.js';
import { DeliveryRecords } from './delivery-records.service.js';
import { DeliverySender } from './delivery-sender.service.js';

/** A webhook as it is kept, published or not. */
export interface TriedWebhook {
  readonly id: number;
  readonly key: string;
  readonly draft: JsonObject;
}

/** Tries a webhook out: one event, one attempt, at once. */
@Injectable()
export class WebhookTrial {
  constructor(
    private readonly targets: DeliveryTargets,
    private readonly sender: DeliverySender,
    private readonly records: DeliveryRecords,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** Answers the id of the delivery, which tells how it went. */
  async run({ id: itemId, key, draft }: TriedWebhook): Promise<string> {
    const at = this.clock.now();
    const data = { webhook: key, message: 'It works.' };
    const event = { id: this.ids.next(), type: TEST_EVENT.name, data: JSON.stringify(data), at };
    const delivery: ClaimedDelivery = {
      id: this.ids.next(),
      eventId: event.id,
      eventType: event.type,
      attempt: 1,
      giveUpAt: at,
      log: [],
      until: at + 2 * this.sender.timeoutMs,
    };
    await this.records.addClaimed({ delivery, event }, itemId);
    const result = await this.sender.send(event, () => this.targets.target(itemId, draft));
    const outcome: DeliveryOutcome = { kind: result.failure === null ? 'delivered' : 'dead' };
    await this.records.finish(delivery, { result, outcome });
    return String(delivery.id);
  }
}
