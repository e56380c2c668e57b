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
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

import { emailSchema } from './email.schema.js';

const TOKEN = '11111111-fake-4444-8888-parcourstest';
const FROM = { name: 'Belvedere', address: 'news@example.com' };
const USER = 'parcours';
const PASSWORD = 'a password of the webhooks';
const MOST = 500;

interface Mail {
  readonly From: string;
  readonly To: string;
  readonly Subject: string;
  readonly HtmlBody?: string;
  readonly TextBody?: string;
  readonly MessageStream?: string;
}

/** What is said of one message of a batch. */
interface Said {
  readonly ErrorCode: number;
  readonly Message: string;
  readonly MessageID?: string;
  readonly SubmittedAt?: string;
  readonly To?: string;
}

/** Somebody whose mailbox has bounced before. */
const INACTIVE = 'inactive@example.org';

/** Postmark on loopback. */
export class FakePostmark implements FakeProvider {
  readonly refusedAddress = INACTIVE;
  private constructor(private readonly http: HttpFake) {}

  static async start(): Promise<FakePostmark> {
    const validate = new Ajv2020({ strict: false }).compile<Mail>(emailSchema);
    let sent = 0;
    const answer = (request: HeardRequest): FakeAnswer =>
      refusalOf(request) ??
      (request.method === 'GET'
        ? { status: 200, body: { InactiveMails: 0, Bounces: [] } }
        : batchAnswer(request.body, validate, () => (sent += 1)));
    const throttled = { status: 429, body: { ErrorCode: 429, Message: 'Rate limit exceeded.' } };
    return new FakePostmark(await HttpFake.start({ answer, throttled }));
  }

  get config() {
    const apiUrl = this.http.url;
    return { serverToken: TOKEN, apiUrl, from: FROM, webhookUser: USER, webhookPassword: PASSWORD };
  }

  get wrongConfig() {
    return { ...this.config, serverToken: '99999999-fake-4444-8888-parcourstest' };
  }

  get exchanges(): readonly HttpExchange[] {
    return this.http.exchanges;
  }

  /** Emails that were taken, in their order. */
  get mails(): readonly Mail[] {
    return this.exchanges.flatMap(({ request, answer }) => {
      if (!Array.isArray(answer.body)) return [];
      const said = answer.body as readonly Said[];
      return (JSON.parse(request.body) as Mail[]).filter((_, at) => said[at]?.ErrorCode === 0);
    });
  }

  received(): readonly ReceivedMessage[] {
    return this.mails.map(({ To, Subject, HtmlBody = '', TextBody = '' }) => ({
      to: To,
      content: [Subject, TextBody, HtmlBody].join('\n'),
    }));
  }

  /** A webhook as it is posted. */
  event(body: string, credentials = `${USER}:${PASSWORD}`): CallbackRequest {
    return {
      method: 'POST',
      url: 'https://parcours.example/hooks/newsletter',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      },
      query: {},
      rawBody: Buffer.from(body),
    };
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }
}

const refused = (status: number, ErrorCode: number, Message: string): FakeAnswer => ({
  status,
  body: { ErrorCode, Message },
});

function refusalOf({ method, path, headers }: HeardRequest): FakeAnswer | undefined {
  if (headers['x-postmark-server-token'] !== TOKEN) {
    return refused(
      401,
      10,
      'The Server Token you provided in the X-Postmark-Server-Token request header was invalid.',
    );
  }
  if (headers['accept'] !== 'application/json') return refused(422, 409, 'JSON is required.');
  if (path === '/deliverystats' && method === 'GET') return undefined;
  if (path !== '/email/batch' || method !== 'POST') return { status: 404, body: '' };
  if (headers['content-type'] !== 'application/json') return refused(422, 409, 'JSON is required.');
  return undefined;
}

function batchAnswer(body: string, validate: ValidateFunction<Mail>, next: () => number): FakeAnswer {
  let batch: unknown;
  try {
    batch = JSON.parse(body);
  } catch {
    return refused(422, 402, 'Received invalid JSON input.');
  }
  if (!Array.isArray(batch)) return refused(422, 403, 'The provided JSON is of the wrong shape.');
  if (batch.length > MOST) return refused(422, 410, 'Too many batch messages.');
  return { status: 200, body: batch.map((each) => saidOf(each, validate, next)) };
}

function saidOf(mail: unknown, validate: ValidateFunction<Mail>, next: () => number): Said {
  if (!validate(mail)) {
    const field = validate.errors?.[0]?.instancePath.split('/')[1] ?? '';
    if (field === 'MessageStream') {
      return { ErrorCode: 1_235, Message: "The 'MessageStream' provided does not exist on this server." };
    }
    return {
      ErrorCode: 300,
      Message:
        field === '' ? 'Provide either email TextBody or HtmlBody or both.' : `Invalid '${field}' address.`,
    };
  }
  if (!/@example\.com>?$/.test(mail.From)) {
    return {
      ErrorCode: 400,
      Message: `The 'From' address you supplied (${mail.From}) is not a Sender Signature on your account.`,
    };
  }
  if (mail.To === INACTIVE) {
    return {
      ErrorCode: 406,
      Message: `You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ${mail.To}.`,
    };
  }
  const MessageID = `pm-${String(next())}`;
  return {
    ErrorCode: 0,
    Message: 'OK',
    MessageID,
    SubmittedAt: '2026-11-22T12:00:00.0000000-05:00',
    To: mail.To,
  };
}
