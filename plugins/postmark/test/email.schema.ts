const ADDRESS =
  "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+";

/** What `POST /email/batch` takes of one message, as far as the connector uses it. */
export const emailSchema = {
  type: 'object',
  required: ['From', 'To', 'Subject'],
  additionalProperties: false,
  anyOf: [{ required: ['HtmlBody'] }, { required: ['TextBody'] }],
  properties: {
    From: { type: 'string', pattern: `^(?:${ADDRESS}|"(?:[^"\\\\]|\\\\.)*" <${ADDRESS}>)$` },
    To: { type: 'string', pattern: `^${ADDRESS}$` },
    ReplyTo: { type: 'string', pattern: `^${ADDRESS}$` },
    Subject: { type: 'string', maxLength: 2_000 },
    HtmlBody: { type: 'string', minLength: 1, maxLength: 5_242_880 },
    TextBody: { type: 'string', minLength: 1, maxLength: 5_242_880 },
    Headers: {
      type: 'array',
      items: {
        type: 'object',
        required: ['Name', 'Value'],
        additionalProperties: false,
        properties: { Name: { type: 'string', minLength: 1 }, Value: { type: 'string' } },
      },
    },
    MessageStream: { enum: ['outbound', 'broadcast'] },
    Metadata: {
      type: 'object',
      maxProperties: 10,
      propertyNames: { maxLength: 20 },
      additionalProperties: { type: 'string', maxLength: 80 },
    },
    TrackOpens: { type: 'boolean' },
    TrackLinks: { enum: ['None', 'HtmlAndText', 'HtmlOnly', 'TextOnly'] },
    Tag: { type: 'string', maxLength: 1_000 },
  },
} as const;
