const ADDRESS =
  "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+";
const one = (schema: object) => ({
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: { type: 'string', ...schema },
});
const switched = one({ enum: ['yes', 'no', 'true', 'false', 'htmlonly'] });

/** What `POST /v3/{domain}/messages` takes, every field with its values, as far as the connector uses it. */
export const messageFormSchema = {
  type: 'object',
  required: ['from', 'to', 'subject'],
  anyOf: [{ required: ['html'] }, { required: ['text'] }],
  additionalProperties: false,
  properties: {
    from: one({ pattern: `^(?:${ADDRESS}|"(?:[^"\\\\]|\\\\.)*" <${ADDRESS}>)$` }),
    to: one({ pattern: `^${ADDRESS}$` }),
    subject: one({ pattern: '^[^\\r\\n]*$' }),
    text: one({ minLength: 1 }),
    html: one({ minLength: 1 }),
    'o:tag': {
      type: 'array',
      maxItems: 10,
      items: { type: 'string', maxLength: 128, pattern: '^[\\x20-\\x7e]+$' },
    },
    'o:tracking-opens': switched,
    'o:tracking-clicks': switched,
    'o:testmode': one({ const: 'yes' }),
  },
  patternProperties: {
    '^h:[A-Za-z][A-Za-z0-9-]*$': one({ pattern: '^[^\\r\\n]*$' }),
    '^v:[A-Za-z0-9_-]+$': one({ maxLength: 4_096 }),
  },
} as const;
