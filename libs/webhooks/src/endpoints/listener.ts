import { takes } from '../declaration/event-pattern.rules.js';
import type { DeliveryFailure } from '../deliveries/delivery.js';

/** A webhook that is in use. */
export interface Listener {
  readonly itemId: number;
  readonly versionId: number;
  readonly key: string;
  readonly events: readonly string[];
  /** Its receiver said that it is gone. */
  readonly isDisabled: boolean;
}

export const NOT_IN_USE: DeliveryFailure = {
  code: 'webhooks.not-in-use',
  detail: 'The webhook is not published any more, or not active.',
};

export const DISABLED: DeliveryFailure = {
  code: 'webhooks.disabled',
  detail: 'The receiver has said that it is gone.',
};

export function hears({ events }: Listener, event: string): boolean {
  return events.some((pattern) => takes(pattern, event));
}
