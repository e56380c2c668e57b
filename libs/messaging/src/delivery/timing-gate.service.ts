import { Injectable } from '@nestjs/common';
import { zoneOf } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import type { ContentSnapshot } from '@parcours/content';
import { Clock, formatInstant } from '@parcours/kernel';

import type { DeliveryOutcome } from '../outbox/message.js';
import { policyBookOf } from '../policies/compiled-policy.js';
import { deliveryTiming } from '../policies/delivery-timing.rules.js';
import type { Prepared, Reader } from './prepared-message.js';

type Ready = Extract<Prepared, { reader: Reader }>;

/**
 * Keeps messages from going out in quiet hours that they have come into on their way, by a backlog, a retry or a pause,
 * and those that are not worth sending any more.
 */
@Injectable()
export class TimingGate {
  constructor(
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  hold(prepared: readonly Prepared[], content: ContentSnapshot): readonly Prepared[] {
    const now = this.clock.now();
    return prepared.map((each): Prepared => {
      if (!('reader' in each)) return each;
      const outcome = this.outcomeOf(each, content, now);
      return outcome ? { message: each.message, outcome } : each;
    });
  }

  private outcomeOf(
    { message, reader }: Ready,
    content: ContentSnapshot,
    now: number,
  ): DeliveryOutcome | undefined {
    const { timezone: workspaceZone } = this.config.workspace;
    const { traits } = reader.customer;
    const timing = deliveryTiming(policyBookOf(content), message, {
      now,
      workspaceZone,
      customer: {
        get timezone() {
          return zoneOf(traits)?.name;
        },
      },
    });
    switch (timing.kind) {
      case 'now':
        return undefined;
      case 'later':
        return { kind: 'requeued', at: timing.at };
      case 'expired': {
        const detail = `It was worth sending until ${formatInstant(timing.at)}.`;
        return { kind: 'failed', address: reader.address, failure: { code: 'messages.expired', detail } };
      }
      case 'never': {
        const detail = `The hours of the policy ${timing.policy} do not let it go out.`;
        const failure = { code: `messages.${timing.code}`, detail };
        return { kind: 'failed', address: reader.address, failure };
      }
    }
  }
}
