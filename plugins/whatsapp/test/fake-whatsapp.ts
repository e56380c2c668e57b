import { createHmac } from 'node:crypto';

import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeProvider,
  type HeardRequest,
  HttpFake,
  type ReceivedMessage,
} from '@parcours/sdk/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { MESSAGE, TAKEN } from './whatsapp-schemas.js';

export const NUMBER_ID = '106540352242922';
export const APP_SECRET = 'app-secret-of-meta';
export const VERIFY_TOKEN = 'word-of-our-own';
const TOKEN = 'EAAG-access-token-of-meta';

/** Numbers that stand for a refusal. */
export const REFUSED: Readonly<Record<string, readonly [number, number, string]>> = {
  '15005550026': [400, 131026, 'Message undeliverable'],
  '15005550047': [400, 131047, 'Re-engagement message'],
  '15005550049': [400, 131049, 'This message was not delivered to maintain healthy ecosystem engagement.'],
  '15005550050': [400, 131050, 'User has stopped receipt of marketing messages'],
  '15005550056': [400, 131056, '(Business Account, Consumer Account) pair rate limit hit'],
  '15005550021': [400, 131021, 'Recipient cannot be sender'],
};

/** Approved templates, by name and language, and how many parameters they have. */
const TEMPLATES: Readonly<Record<string, number>> = {
  'order_ready en_GB': 2,
  'hello_world en_US': 0,
  'notice fr': 1,
};

const ajv = new Ajv2020({ allErrors: true, strict: false });

/** The Graph API for messages of one number, on loopback. */
export class FakeWhatsapp implements FakeProvider {
  readonly refusedAddress = '+15005550026';

  private constructor(readonly http: HttpFake) {}

  static async start(): Promise<FakeWhatsapp> {
    return new FakeWhatsapp(
      await HttpFake.start({
        answer: answerTo,
        throttled: refusal(429, 130429, 'Rate limit hit'),
        down: refusal(503, 131016, 'Service unavailable'),
      }),
    );
  }

  get config() {
    return { phoneNumberId: NUMBER_ID, accessToken: TOKEN, apiUrl: this.http.url };
  }

  get wrongConfig() {
    return { ...this.config, accessToken: 'EAAG-access-token-of-yesterday' };
  }

  received(): readonly ReceivedMessage[] {
    return this.http.exchanges
      .filter(({ request, answer }) => request.method === 'POST' && answer.status === 200)
      .map(({ request }) => {
        const { to } = JSON.parse(request.body) as { to: string };
        return { to: `+${to}`, content: request.body };
      });
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }
}

/** What Meta posts to a hook, signed. */
export function callbackOf(body: unknown, secret = APP_SECRET) {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const signature = createHmac('sha256', secret).update(rawBody).digest('hex');
  return {
    method: 'POST' as const,
    url: 'https://journeys.example.com/hooks/chat',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    query: {},
    rawBody,
  };
}

/** What is told of one number. */
export function entryOf(value: object, { number = NUMBER_ID, field = 'messages' } = {}) {
  const metadata = { display_phone_number: '15550783881', phone_number_id: number };
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  return { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [change] }] };
}

export function refusal(status: number, code: number, message: string, more: object = {}): FakeAnswer {
  const type = code === 190 ? 'OAuthException' : 'GraphMethodException';
  return {
    status,
    body: { error: { message: `(#${String(code)}) ${message}`, type, code, ...more, fbtrace_id: 'Az8' } },
  };
}

function answerTo({ method, path, headers, body }: HeardRequest): FakeAnswer {
  if (headers['authorization'] !== `Bearer ${TOKEN}`) {
    return refusal(401, 190, 'Error validating access token: Session has expired');
  }
  const [, version, id, resource] = /^\/(v\d+\.\d)\/(\d+)(?:\/(\w+))?(?:\?.*)?$/.exec(path) ?? [];
  if (version === undefined || id !== NUMBER_ID) {
    return refusal(400, 100, 'Unsupported get request. Object does not exist', { error_subcode: 33 });
  }
  if (method === 'GET' && resource === undefined) return { status: 200, body: { id: NUMBER_ID } };
  if (method !== 'POST' || resource !== 'messages' || headers['content-type'] !== 'application/json') {
    return refusal(400, 100, 'Unsupported request');
  }
  return accept(JSON.parse(body) as Sent);
}

interface Sent {
  readonly to: string;
  readonly biz_opaque_callback_data?: string;
  readonly template?: {
    readonly name: string;
    readonly language: { readonly code: string };
    readonly components?: readonly { readonly parameters: readonly unknown[] }[];
  };
}

function accept(sent: Sent): FakeAnswer {
  if (!ajv.validate(MESSAGE, sent)) {
    return refusal(400, 100, 'Invalid parameter', { error_data: { details: ajv.errorsText() } });
  }
  const { to, template, biz_opaque_callback_data: ours = '' } = sent;
  const refused = REFUSED[to];
  if (refused)
    return refusal(...refused, { error_data: { messaging_product: 'whatsapp', details: refused[2] } });
  if (template) {
    const count = TEMPLATES[`${template.name} ${template.language.code}`];
    if (count === undefined) return refusal(404, 132001, 'Template name does not exist in the translation');
    const given = template.components?.[0]?.parameters.length ?? 0;
    if (given !== count) return refusal(400, 132000, 'Number of parameters does not match');
  }
  const body = {
    messaging_product: 'whatsapp',
    contacts: [{ input: to, wa_id: to }],
    messages: [
      { id: `wamid.${Buffer.from(`${to}.${ours}`).toString('base64')}`, message_status: 'accepted' },
    ],
  };
  if (!ajv.validate(TAKEN, body)) throw new Error(ajv.errorsText());
  return { status: 200, body };
}
