import { CONDITION_DEFS } from '@parcours/conditions';
import { DURATION_PATTERN, KEY_PATTERN, OFFSET_PATTERN } from '@parcours/kernel';
import { isJsonObject, type JsonObject, type JsonValue } from '@parcours/kernel';

/** References to the shared parts, for schemas of steps, triggers and rules. */
export const CONDITION = { $ref: '#/$defs/condition' } as const;
export const DURATION = { $ref: '#/$defs/duration' } as const;
export const KEY = { $ref: '#/$defs/key' } as const;
export const STEP_KEY = { $ref: '#/$defs/step-key' } as const;
export const EVENT_NAME = { $ref: '#/$defs/event-name' } as const;
export const TIMEZONE = { $ref: '#/$defs/timezone' } as const;

/** Shared parts without the condition language, whose own validation gives better findings than a schema's. */
export const PLAIN_DEFS: Readonly<Record<string, JsonObject>> = {
  duration: {
    type: 'string',
    pattern: DURATION_PATTERN,
    title: 'Duration',
    description: 'A whole number and a unit: s, m, h, d (24 hours), w.',
    examples: ['30s', '15m', '36h', '2d', '1w'],
  },
  offset: {
    type: 'string',
    pattern: OFFSET_PATTERN,
    title: 'Offset',
    description: 'A duration before (-) or after (+).',
    examples: ['-30d', '+12h'],
  },
  key: {
    type: 'string',
    pattern: KEY_PATTERN,
    title: 'Key',
    description: 'The key of a piece of content.',
    examples: ['welcome'],
  },
  'step-key': {
    type: 'string',
    pattern: KEY_PATTERN,
    title: 'Step',
    description: 'The key of a step.',
    examples: ['hello'],
  },
  'event-name': {
    type: 'string',
    minLength: 1,
    maxLength: 200,
    title: 'Event',
    description: 'The name of an event, exactly as it is sent.',
    examples: ['account.created'],
  },
  timezone: {
    type: 'string',
    minLength: 1,
    maxLength: 64,
    title: 'Time zone',
    description: "An IANA name, or 'customer' for the customer's zone, else the workspace's.",
    examples: ['customer', 'Europe/Paris'],
  },
};

/** Shared parts for the checks of a definition: any condition passes, as it is checked on its own. */
export const CHECK_DEFS: JsonObject = { ...PLAIN_DEFS, condition: {} };

/** Shared parts for the published schema. */
export const PUBLISHED_DEFS: JsonObject = { ...PLAIN_DEFS, ...CONDITION_DEFS };

const REFERENCE = '#/$defs/';

/** The schema with the shared parts written out, without their titles: what they say may differ from place to place. */
export function writtenOut(schema: JsonObject): JsonObject {
  const { $ref: reference, ...rest } = schema;
  const part = typeof reference === 'string' ? PLAIN_DEFS[reference.slice(REFERENCE.length)] : undefined;
  const { title: _, ...named } = part ?? {};
  return Object.fromEntries(
    Object.entries({ ...named, ...rest }).map(([member, value]) => [member, partWrittenOut(value)]),
  );
}

function partWrittenOut(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((item) => partWrittenOut(item) ?? null);
  return isJsonObject(value) ? writtenOut(value) : value;
}
