import { createHash } from 'node:crypto';

import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeProvider,
  type HeardRequest,
  HttpFake,
  type ReceivedMessage,
} from '@parcours/sdk/testing';
import { type AnySchemaObject, Ajv2020 } from 'ajv/dist/2020.js';

const KEY = 'abcd1234';
const SECRET = 'secret-of-vonage';

/** Numbers that stand for the status of a refusal. */
export const REFUSED: Readonly<Record<string, readonly [string, string]>> = {
  '15005550001': ['1', 'Throughput Rate Exceeded - please wait and retry'],
  '15005550005': ['5', 'Internal Error'],
  '15005550006': ['6', 'Un-routable message - rejected'],
  '15005550007': ['7', 'Number barred'],
  '15005550008': ['8', 'Partner account barred'],
  '15005550009': ['9', 'Partner quota violation'],
  '15005550010': ['10', 'Too many existing binds'],
  '15005550011': ['11', 'Account not enabled for HTTP'],
  '15005550014': ['14', 'Invalid signature'],
  '15005550022': ['22', 'Invalid network code'],
  '15005550023': ['23', 'Invalid callback url'],
  '15005550029': ['29', 'Non White-listed Destination'],
  '15005550032': ['32', 'Signature And API Secret Disallowed'],
  '15005550033': ['33', 'Number De-activated'],
  '15005550099': ['99', 'Something new'],
};

/** What the API takes, in our own words. */
const NEW_MESSAGE: AnySchemaObject = {
  type: 'object',
  required: ['api_key', 'api_secret', 'from', 'to', 'text', 'type'],
  additionalProperties: false,
  properties: {
    api_key: { type: 'string' },
    api_secret: { type: 'string' },
    from: { type: 'string', pattern: '^([0-9]{3,15}|[A-Za-z0-9 ]{1,11})$' },
    to: { type: 'string', pattern: '^[1-9][0-9]{6,14}$' },
    text: { type: 'string', minLength: 1 },
    type: { enum: ['text', 'unicode'] },
    'client-ref': { type: 'string', maxLength: 40 },
    callback: { type: 'string', pattern: '^https?://' },
    ttl: { type: 'string', pattern: '^[1-9][0-9]{4,8}$' },
  },
};
const ajv = new Ajv2020({ allErrors: true, strict: false });

/** Vonage's API for messages of one account, on loopback: it answers 200, whatever it says. */
export class FakeVonage implements FakeProvider {
  readonly refusedAddress = '+15005550007';

  private constructor(readonly http: HttpFake) {}

  static async start(): Promise<FakeVonage> {
    const throttled = refusal('1', 'Throughput Rate Exceeded - please wait and retry');
    return new FakeVonage(await HttpFake.start({ answer: answerTo, throttled }));
  }

  get config() {
    return { apiKey: KEY, apiSecret: SECRET, from: 'BELVEDERE', apiUrl: this.http.url };
  }

  get wrongConfig() {
    return { ...this.config, apiSecret: 'secret-of-yesterday' };
  }

  received(): readonly ReceivedMessage[] {
    return this.http.exchanges
      .filter(({ answer }) => JSON.stringify(answer.body).includes('"status":"0"'))
      .map(({ request }) => {
        const form = new URLSearchParams(request.body);
        return { to: `+${form.get('to') ?? ''}`, content: form.get('text') ?? '' };
      });
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }
}

export function refusal(status: string, words: string): FakeAnswer {
  return { status: 200, body: { 'message-count': '1', messages: [{ status, 'error-text': words }] } };
}

function answerTo({ path, headers, body }: HeardRequest): FakeAnswer {
  const [resource, query] = path.split('?');
  if (resource === '/account/get-balance') return balanceFor(new URLSearchParams(query));
  if (resource !== '/sms/json') return { status: 404, body: { 'error-code': '404' } };
  const form = Object.fromEntries(
    headers['content-type'] === 'application/x-www-form-urlencoded' ? new URLSearchParams(body) : [],
  );
  if (form['api_key'] !== KEY || form['api_secret'] !== SECRET) return refusal('4', 'Bad Credentials');
  return accept(form);
}

function balanceFor(query: URLSearchParams): FakeAnswer {
  const isKnown = query.get('api_key') === KEY && query.get('api_secret') === SECRET;
  if (isKnown) return { status: 200, body: { value: 10.28, autoReload: false } };
  return { status: 401, body: { 'error-code': '401', 'error-code-label': 'authentication failed' } };
}

function accept(form: Readonly<Record<string, string>>): FakeAnswer {
  if (!ajv.validate(NEW_MESSAGE, form)) {
    const [{ keyword, instancePath, params } = { keyword: '', instancePath: '', params: {} }] =
      ajv.errors ?? [];
    if (keyword === 'required') return refusal('2', `Missing ${String(Object.values(params)[0])}`);
    if (instancePath === '/from') return refusal('15', 'Illegal Sender Address - rejected');
    return refusal('3', `Invalid value for param${instancePath}`);
  }
  const { to = '', text = '', type, 'client-ref': reference = '' } = form;
  const refused = REFUSED[to];
  if (refused) return refusal(...refused);
  const room = type === 'unicode' ? [70, 67] : [160, 153];
  const count = text.length <= (room[0] ?? 0) ? 1 : Math.ceil(text.length / (room[1] ?? 1));
  if (count > 20) return refusal('12', 'Message too long');
  const messages = Array.from({ length: count }, (_, n) => ({
    to,
    'message-id': createHash('md5')
      .update(`${reference}.${String(n)}`)
      .digest('hex')
      .slice(0, 16)
      .toUpperCase(),
    status: '0',
    'remaining-balance': '3.14159265',
    'message-price': '0.03330000',
    network: '12345',
    'client-ref': reference,
  }));
  return { status: 200, body: { 'message-count': String(count), messages } };
}
