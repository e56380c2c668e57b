import { createHash, createHmac } from 'node:crypto';

import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeProvider,
  type HeardRequest,
  HttpFake,
  type ReceivedMessage,
} from '@parcours/sdk/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { CREATE_MESSAGE, MESSAGE } from './twilio-schemas.js';

const ACCOUNT = `AC${'0a'.repeat(16)}`;
export const AUTH_TOKEN = 'auth-token-of-twilio';

/** Numbers that stand for a refusal, as Twilio's own for tests do. */
export const REFUSED: Readonly<Record<string, readonly [number, string]>> = {
  '+15005550001': [21211, "The 'To' number is not a valid phone number."],
  '+15005550002': [21612, "The 'To' phone number is not currently reachable."],
  '+15005550003': [21408, 'Permission to send an SMS has not been enabled for the region.'],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, "'To' number is not a valid mobile number"],
  '+15005550011': [21608, 'The number is unverified. Trial accounts cannot send to it.'],
  '+15005550012': [30022, 'US A2P 10DLC - Rate Limits Exceeded'],
};
const SENDERS: typeof REFUSED = {
  '+15005550001': [21212, "The 'From' number is not a valid phone number."],
  '+15005550007': [21606, "The 'From' phone number is not a valid, message-capable inbound number."],
  '+15005550008': [21611, "This 'From' number has exceeded the maximum number of queued messages."],
};

const ajv = new Ajv2020({ allErrors: true, strict: false });

/** A name that the schema has found wrong, and the number by which Twilio says so. */
const DEFECTS: Readonly<Record<string, readonly [number, string]>> = {
  To: [21211, "The 'To' number is not a valid phone number."],
  From: [21212, "The 'From' number is not a valid phone number."],
  Body: [21617, 'The concatenated message body exceeds the 1600 character limit.'],
  StatusCallback: [21609, "The 'StatusCallback' URL is not a valid URL."],
  MessagingServiceSid: [21701, 'The Messaging Service does not exist.'],
};
const MISSING: typeof DEFECTS = {
  To: [21604, "A 'To' phone number is required."],
  Body: [21602, 'Message body is required.'],
  From: [21603, "A 'From' phone number is required."],
};

/** Twilio's API for messages of one account, on loopback. */
export class FakeTwilio implements FakeProvider {
  readonly refusedAddress = '+15005550009';

  private constructor(readonly http: HttpFake) {}

  static async start(): Promise<FakeTwilio> {
    const http: HttpFake = await HttpFake.start({
      answer: (request) => answerTo(request),
      throttled: refusal(429, 20429, 'Too Many Requests'),
      down: refusal(503, 20503, 'Service unavailable'),
    });
    return new FakeTwilio(http);
  }

  get config() {
    return {
      accountSid: ACCOUNT,
      authToken: AUTH_TOKEN,
      from: '+15005550006',
      apiUrl: this.http.url,
    };
  }

  get wrongConfig() {
    return { ...this.config, authToken: 'auth-token-of-yesterday' };
  }

  received(): readonly ReceivedMessage[] {
    return this.http.exchanges
      .filter(({ request, answer }) => request.method === 'POST' && answer.status === 201)
      .map(({ request }) => {
        const form = new URLSearchParams(request.body);
        return { to: form.get('To') ?? '', content: form.get('Body') ?? '' };
      });
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }
}

/** What Twilio posts to a hook, signed. */
export function callbackOf(url: string, form: Readonly<Record<string, string>>, authToken = AUTH_TOKEN) {
  const members = Object.keys(form)
    .sort()
    .map((name) => name + (form[name] ?? ''))
    .join('');
  return {
    method: 'POST' as const,
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': createHmac('sha1', authToken)
        .update(url + members)
        .digest('base64'),
    },
    query: Object.fromEntries(new URL(url).searchParams),
    rawBody: Buffer.from(new URLSearchParams(form).toString()),
  };
}

export function refusal(status: number, code: number, message: string): FakeAnswer {
  const more = `https://www.twilio.com/docs/errors/${String(code)}`;
  return { status, body: { code, message, more_info: more, status } };
}

function answerTo({ method, path, headers, body }: HeardRequest): FakeAnswer {
  const given = Buffer.from((headers['authorization'] ?? '').replace('Basic ', ''), 'base64').toString();
  if (given !== `${ACCOUNT}:${AUTH_TOKEN}` && given !== `SK${'0b'.repeat(16)}:secret-of-the-key`) {
    return refusal(401, 20003, 'Authenticate');
  }
  const [resource = ''] = path.split('?');
  if (resource !== `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`) {
    return refusal(404, 20404, `The requested resource ${resource} was not found`);
  }
  if (method === 'GET') return { status: 200, body: { messages: [], page: 0, page_size: 1 } };
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') {
    return refusal(415, 20415, 'Unsupported media type');
  }
  return create(Object.fromEntries(new URLSearchParams(body)));
}

function create(form: Readonly<Record<string, string>>): FakeAnswer {
  if (!ajv.validate(CREATE_MESSAGE, form)) return refusalOf(ajv.errors ?? []);
  const { To: to = '', From: from, Body: text = '', MessagingServiceSid: service } = form;
  const refused = REFUSED[to] ?? SENDERS[from ?? ''];
  if (refused) return refusal(refused[0] === 30022 ? 429 : 400, ...refused);
  const sid = `SM${createHash('md5')
    .update(to + text + String(form['StatusCallback']))
    .digest('hex')}`;
  const message = {
    account_sid: ACCOUNT,
    api_version: '2010-04-01',
    body: text,
    date_created: 'Thu, 24 Aug 2023 05:01:45 +0000',
    date_sent: null,
    date_updated: 'Thu, 24 Aug 2023 05:01:45 +0000',
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: from ?? null,
    messaging_service_sid: service ?? null,
    num_media: '0',
    num_segments: service === undefined ? '1' : '0',
    price: null,
    price_unit: null,
    sid,
    status: service === undefined ? 'queued' : 'accepted',
    subresource_uris: { media: `/2010-04-01/Accounts/${ACCOUNT}/Messages/${sid}/Media.json` },
    to,
    uri: `/2010-04-01/Accounts/${ACCOUNT}/Messages/${sid}.json`,
  };
  if (!ajv.validate(MESSAGE, message)) throw new Error(ajv.errorsText());
  return { status: 201, body: message };
}

function refusalOf(errors: readonly { instancePath: string; keyword: string; params: object }[]): FakeAnswer {
  for (const { instancePath, keyword, params } of errors) {
    const missing =
      keyword === 'required' && 'missingProperty' in params ? String(params.missingProperty) : '';
    const known = MISSING[missing] ?? DEFECTS[instancePath.slice(1)];
    if (known) return refusal(400, ...known);
  }
  return refusal(400, 20001, 'Invalid parameter');
}
