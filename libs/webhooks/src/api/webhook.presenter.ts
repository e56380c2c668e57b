import { formatInstant, type JsonValue } from '@parcours/kernel';

import type { DeliveryFailure, LoggedAttempt } from '../deliveries/delivery.js';
import type { DeliveryView } from '../deliveries/delivery-view.store.js';
import type { EndpointStanding } from '../endpoints/webhook-endpoint.service.js';
import { webhookIdOf } from '../events/webhook-payload.js';

export function presentDelivery(delivery: DeliveryView) {
  const { id, event_id, event_type, status, attempts, response_status, response_body, failure } = delivery;
  return {
    id: String(id),
    webhookId: webhookIdOf(event_id),
    event: event_type,
    status,
    attempts,
    responseStatus: response_status,
    responseBody: response_body,
    failure: failure === null ? null : (JSON.parse(failure) as DeliveryFailure),
    createdAt: formatInstant(delivery.created_at),
    nextAttemptAt: status === 'waiting' ? instantOf(delivery.queue_at) : null,
    finishedAt: instantOf(delivery.finished_at),
  };
}

/** With what was posted, and every attempt. */
export function presentWholeDelivery(delivery: DeliveryView, payload: string | undefined) {
  const log = JSON.parse(delivery.attempt_log) as LoggedAttempt[];
  return {
    ...presentDelivery(delivery),
    payload: payload === undefined ? null : (JSON.parse(payload) as JsonValue),
    log: log.map(({ at, ...attempt }) => ({ at: formatInstant(at), ...attempt })),
  };
}

export function presentEndpoint(
  { endpoint, isDisabled }: EndpointStanding,
  { waiting, now }: { waiting: number; now: number },
) {
  const [current, previous] = endpoint?.secrets ?? [];
  const until = previous?.until ?? null;
  return {
    hasSecret: current !== undefined,
    secretCreatedAt: instantOf(current?.createdAt ?? null),
    previousSecretUntil: until !== null && until > now ? formatInstant(until) : null,
    disabled: isDisabled,
    disabledAt: isDisabled ? instantOf(endpoint?.disabledAt ?? null) : null,
    disabledReason: isDisabled ? (endpoint?.disabledReason ?? null) : null,
    waiting,
  };
}

export function instantOf(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
