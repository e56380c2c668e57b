import { Ajv2020 } from 'ajv/dist/2020.js';

const text = { type: 'string' } as const;

/** What `chat.postMessage` takes, as far as we use it. */
const POST = {
  type: 'object',
  additionalProperties: false,
  required: ['channel', 'text'],
  properties: {
    channel: { type: 'string', pattern: '^[CDGUW][A-Z0-9]{2,20}$' },
    text,
    mrkdwn: { type: 'boolean' },
    unfurl_links: { type: 'boolean' },
    unfurl_media: { type: 'boolean' },
    username: text,
    client_msg_id: {
      type: 'string',
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    },
  },
};

const REFUSED = {
  type: 'object',
  additionalProperties: false,
  required: ['ok', 'error'],
  properties: {
    ok: { const: false },
    error: { type: 'string', pattern: '^[a-z_]+$' },
    needed: text,
    provided: text,
    response_metadata: { type: 'object' },
  },
};

const POSTED = {
  type: 'object',
  required: ['ok', 'channel', 'ts', 'message'],
  properties: {
    ok: { const: true },
    channel: { type: 'string', pattern: '^[CDG]' },
    ts: { type: 'string', pattern: '^[0-9]{10}\\.[0-9]{6}$' },
  },
};

const ajv = new Ajv2020({ strict: false });
const post = ajv.compile(POST);
const posted = ajv.compile({ oneOf: [POSTED, REFUSED] });

/** Slack's own code for what is wrong with a message; `undefined` where nothing is. */
export function defectOf(body: unknown): string | undefined {
  if (post(body)) return undefined;
  const path = post.errors?.[0]?.instancePath;
  return path === '/channel' ? 'channel_not_found' : 'invalid_arguments';
}

/** @throws where the fake answers what Slack never would */
export function mustBeAnAnswer(body: unknown): void {
  if (!posted(body)) throw new Error(`no answer of Slack: ${JSON.stringify(posted.errors)}`);
}
