import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

import type { CallbackRequest } from '@parcours/sdk';
import type {
  FakeAnswer,
  FakeBehaviour,
  FakeProvider,
  HeardRequest,
  HttpExchange,
  ReceivedMessage,
} from '@parcours/sdk/testing';
import { HttpFake } from '@parcours/sdk/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { mailSendSchema } from './mail-send.schema.js';

const KEY = 'SG.fake-key-of-tests.parcours-sends-with-it';
const FROM = { name: 'Belvedere', address: 'news@example.com' };
const MOST_BYTES = 30 * 1_048_576;

interface Mail {
  readonly personalizations: readonly { readonly to: readonly { readonly email: string }[] }[];
  readonly from: { readonly email: string };
  readonly subject: string;
  readonly content: readonly { readonly value: string }[];
}

/** SendGrid on loopback. */
export class FakeSendgrid implements FakeProvider {
  /** Two dots in a row: we let it pass, SendGrid does not. */
  readonly refusedAddress = 'nobody..here@example.org';
  private readonly key: KeyObject;
  private readonly webhookKey: string;
  private apiKey = KEY;

  private constructor(private readonly http: HttpFake) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = privateKey;
    this.webhookKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  }

  static async start(): Promise<FakeSendgrid> {
    const validate = new Ajv2020({ strict: false }).compile<Mail>(mailSendSchema);
    let sent = 0;
    const fakes: FakeSendgrid[] = [];
    const answer = (request: HeardRequest): FakeAnswer => {
      const refusal = refusalOf(request, fakes[0]?.apiKey, (body) => {
        if (validate(body)) return body;
        const [error] = validate.errors ?? [];
        const field = (error?.instancePath ?? '').slice(1).replaceAll('/', '.');
        const isAddress = error?.keyword === 'pattern' && field.endsWith('.email');
        return { field, message: isAddress ? 'Does not contain a valid address.' : (error?.message ?? '') };
      });
      if (refusal) return refusal;
      if (request.method === 'GET') return { status: 200, body: { scopes: ['mail.send', 'alerts.read'] } };
      sent += 1;
      return { status: 202, headers: { 'x-message-id': `sg-${String(sent)}` }, body: '' };
    };
    const throttled = {
      status: 429,
      headers: { 'x-ratelimit-reset': String(Math.floor(Date.now() / 1_000) + 2) },
      body: { errors: [{ field: null, message: 'too many requests' }] },
    };
    const fake = new FakeSendgrid(await HttpFake.start({ answer, throttled }));
    fakes.push(fake);
    return fake;
  }

  get config() {
    return { apiKey: this.apiKey, apiUrl: this.http.url, from: FROM, webhookKey: this.webhookKey };
  }

  get wrongConfig() {
    return { ...this.config, apiKey: 'SG.another-key-of-tests.nobody-knows-it' };
  }

  get exchanges(): readonly HttpExchange[] {
    return this.http.exchanges;
  }

  /** The bodies of emails that were taken. */
  get mails(): readonly Mail[] {
    return this.exchanges
      .filter(({ answer }) => answer.status === 202)
      .map(({ request }) => JSON.parse(request.body) as Mail);
  }

  received(): readonly ReceivedMessage[] {
    return this.mails.map(({ personalizations, subject, content }) => ({
      to: personalizations[0]?.to[0]?.email ?? '',
      content: [subject, ...content.map(({ value }) => value)].join('\n'),
    }));
  }

  /** The Event Webhook, signed at a time in milliseconds, as it is posted. */
  event(body: string, at: number): CallbackRequest {
    const timestamp = String(Math.floor(at / 1_000));
    const signature = sign('sha256', Buffer.from(timestamp + body), this.key).toString('base64');
    return {
      method: 'POST',
      url: 'https://parcours.example/hooks/newsletter',
      headers: {
        'content-type': 'application/json',
        'x-twilio-email-event-webhook-signature': signature,
        'x-twilio-email-event-webhook-timestamp': timestamp,
      },
      query: {},
      rawBody: Buffer.from(body),
    };
  }

  /** The API key that was right until now is not taken any more; `config` has the new one. */
  revokeKey(): void {
    this.apiKey = `${this.apiKey}-anew`;
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }
}

type Checked = Mail | { readonly field: string; readonly message: string };

function refused(status: number, message: string, field: string | null = null): FakeAnswer {
  return { status, body: { errors: [{ message, field }] } };
}

function refusalOf(
  request: HeardRequest,
  apiKey: string | undefined,
  check: (body: unknown) => Checked,
): FakeAnswer | undefined {
  const { method, path, headers, body } = request;
  if (headers['authorization'] !== `Bearer ${String(apiKey)}`) {
    return refused(401, 'The provided authorization grant is invalid, expired, or revoked');
  }
  if (path === '/v3/scopes') return method === 'GET' ? undefined : refused(405, 'method not allowed');
  if (path !== '/v3/mail/send') return refused(404, 'not found');
  if (method !== 'POST') return refused(405, 'method not allowed');
  if (headers['content-type'] !== 'application/json')
    return refused(415, 'Content-Type should be application/json.');
  if (Buffer.byteLength(body) > MOST_BYTES) return refused(413, 'The message is too large.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return refused(400, 'Bad Request');
  }
  const checked = check(parsed);
  if ('field' in checked) return refused(400, checked.message, checked.field);
  if (!checked.from.email.endsWith('@example.com')) {
    const words = 'The from address does not match a verified Sender Identity.';
    return refused(403, `${words} Mail cannot be sent until this error is resolved.`, 'from');
  }
  return undefined;
}
