/** What the name of an event can be: no control characters, and no half of a surrogate pair. */
export const EVENT_NAME_SCHEMA = {
  type: 'string',
  minLength: 1,
  maxLength: 150,
  pattern: '^[^\\u0000-\\u001f\\ud800-\\udfff]+$',
} as const;
