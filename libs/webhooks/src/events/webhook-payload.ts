import type { JsonSchema } from '@parcours/http';
import { formatInstant, type JsonValue } from '@parcours/kernel';

import type { WebhookEventType } from './webhook-event.js';

/** The body of a delivery, as the Standard Webhooks specification wants it: kind, time of the event, data. */
export function payloadOf(event: { type: string; at: number; data: string }): string {
  const { type, at, data } = event;
  return JSON.stringify({ type, timestamp: formatInstant(at), data: JSON.parse(data) as JsonValue });
}

/** The JSON Schema of the same. */
export function payloadSchema({ name, description, data, example }: WebhookEventType): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    description,
    type: 'object',
    required: ['type', 'timestamp', 'data'],
    properties: {
      type: { const: name },
      timestamp: { type: 'string', format: 'date-time', description: 'When it happened.' },
      data,
    },
    examples: [{ type: name, timestamp: '2030-03-02T08:00:00.000Z', data: example }],
  };
}

/** The `webhook-id` of an event: the same for each attempt and each replay, so that receivers can tell repetitions. */
export function webhookIdOf(eventId: number): string {
  return `evt_${String(eventId)}`;
}
