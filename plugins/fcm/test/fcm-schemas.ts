import { Ajv2020 } from 'ajv/dist/2020.js';

const text = { type: 'string' } as const;
const texts = { type: 'object', additionalProperties: text } as const;
const closed = (properties: object, rest: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...rest,
});

const NOTIFICATION = closed({ title: text, body: text, image: text });
const DURATION = { type: 'string', pattern: '^[0-9]+(\\.[0-9]{1,9})?s$' } as const;

/** What `messages:send` takes, as far as we use it. */
const REQUEST = closed(
  {
    validate_only: { type: 'boolean' },
    message: closed(
      {
        token: { type: 'string', pattern: '^[A-Za-z0-9:_-]+$' },
        topic: { type: 'string', pattern: '^[A-Za-z0-9-_.~%]+$' },
        notification: NOTIFICATION,
        data: { ...texts, propertyNames: { not: { pattern: '^(from$|message_type$|google|gcm)' } } },
        android: closed({
          priority: { enum: ['NORMAL', 'HIGH'] },
          ttl: DURATION,
          notification: closed({ tag: text, channel_id: text }),
        }),
        apns: closed({
          headers: { ...texts, properties: { 'apns-collapse-id': { type: 'string', maxLength: 64 } } },
          payload: { type: 'object', required: ['aps'] },
          fcm_options: closed({ image: text }),
        }),
      },
      { oneOf: [{ required: ['token'] }, { required: ['topic'] }] },
    ),
  },
  { required: ['message'] },
);

const ERROR = closed(
  {
    error: closed(
      {
        code: { type: 'integer' },
        message: text,
        status: { type: 'string', pattern: '^[A-Z_]+$' },
        details: { type: 'array', items: { type: 'object', required: ['@type'] } },
      },
      { required: ['code', 'message', 'status'] },
    ),
  },
  { required: ['error'] },
);

const SENT = closed(
  { name: { type: 'string', pattern: '^projects/[^/]+/messages/.+$' } },
  { required: ['name'] },
);

const ajv = new Ajv2020({ strict: false });
const request = ajv.compile(REQUEST);
const answers = { error: ajv.compile(ERROR), sent: ajv.compile(SENT) };

/** Where a request departs from what is taken, such as `message.token`; `undefined` where it does not. */
export function wrongField(body: unknown): string | undefined {
  if (request(body)) return undefined;
  const [error] = request.errors ?? [];
  return (error?.instancePath ?? '').slice(1).replaceAll('/', '.') || 'message';
}

/** @throws where the fake answers what the provider never would */
export function mustBeAnAnswer(kind: keyof typeof answers, body: unknown): void {
  if (!answers[kind](body)) throw new Error(`no answer of FCM: ${JSON.stringify(answers[kind].errors)}`);
}
