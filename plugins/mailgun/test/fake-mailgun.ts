import { createHmac, randomBytes } from 'node:crypto';

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

import { messageFormSchema } from './message-form.schema.js';

const KEY = 'fake-key-of-tests-1234567890';
const SIGNING_KEY = 'fake-signing-key-of-tests';
const DOMAIN = 'mg.example.com';
const FROM = { name: 'Belvedere', address: 'news@mg.example.com' };
const OPTION_BYTES = 16_384;

type Form = Readonly<Record<string, readonly string[]>>;

/** Mailgun on loopback. */
export class FakeMailgun implements FakeProvider {
  /** Two dots in a row: we let it pass, Mailgun does not. */
  readonly refusedAddress = 'nobody..here@example.org';
  private constructor(private readonly http: HttpFake) {}

  static async start(): Promise<FakeMailgun> {
    const validate = new Ajv2020({ strict: false }).compile<Form>(messageFormSchema);
    let sent = 0;
    const answer = (request: HeardRequest): FakeAnswer => {
      const refusal = refusalOf(request, validate);
      if (refusal) return refusal;
      sent += 1;
      return { status: 200, body: { id: `<${String(sent)}@${DOMAIN}>`, message: 'Queued. Thank you.' } };
    };
    const words = `Domain ${DOMAIN} is not allowed to send: account-requests-per-sec limit exceeded`;
    const throttled = { status: 429, body: { message: `${words}, try again after 3 seconds` } };
    return new FakeMailgun(await HttpFake.start({ answer, throttled }));
  }

  get config() {
    const keys = { apiKey: KEY, webhookSigningKey: SIGNING_KEY };
    return { ...keys, domain: DOMAIN, apiUrl: this.http.url, from: FROM };
  }

  get wrongConfig() {
    return { ...this.config, apiKey: 'another-key-that-nobody-knows' };
  }

  get exchanges(): readonly HttpExchange[] {
    return this.http.exchanges;
  }

  /** The forms of emails that were taken. */
  get mails(): readonly Form[] {
    return this.exchanges.filter(({ answer }) => answer.status === 200).map(({ request }) => formIn(request));
  }

  received(): readonly ReceivedMessage[] {
    return this.mails.map(({ to = [], subject = [], text = [], html = [] }) => ({
      to: to[0] ?? '',
      content: [...subject, ...text, ...html].join('\n'),
    }));
  }

  /** A webhook, signed at a time in milliseconds, as it is posted. */
  event(data: unknown, at: number, token = randomBytes(25).toString('hex')): CallbackRequest {
    const timestamp = String(Math.floor(at / 1_000));
    const signature = createHmac('sha256', SIGNING_KEY)
      .update(timestamp + token)
      .digest('hex');
    return posted({ signature: { timestamp, token, signature }, 'event-data': data });
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }
}

/** A webhook of any body. */
export function posted(body: unknown): CallbackRequest {
  return {
    method: 'POST',
    url: 'https://parcours.example/hooks/newsletter',
    headers: { 'content-type': 'application/json' },
    query: {},
    rawBody: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

const refused = (status: number, message: string): FakeAnswer => ({ status, body: { message } });

function refusalOf(request: HeardRequest, validate: ValidateFunction<Form>): FakeAnswer | undefined {
  const { method, path, headers } = request;
  if (headers['authorization'] !== `Basic ${Buffer.from(`api:${KEY}`).toString('base64')}`) {
    return { status: 401, body: '"Forbidden"' };
  }
  if (path !== `/v3/${DOMAIN}/messages`) return refused(404, 'Domain not found: elsewhere');
  if (method !== 'POST') return refused(405, 'Method not allowed');
  if (!(headers['content-type'] ?? '').startsWith('multipart/form-data; boundary=')) {
    return refused(400, 'from parameter is missing');
  }
  const form = formIn(request);
  const missing = ['from', 'to', 'subject'].find((name) => form[name] === undefined);
  if (missing !== undefined) return refused(400, `${missing} parameter is missing`);
  if (!form['html'] && !form['text']) {
    return refused(400, "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified");
  }
  const options = Object.entries(form).filter(([name]) => /^[ohvt]:/.test(name));
  if (options.flat(2).join('').length > OPTION_BYTES) {
    return refused(400, 'Send options (parameters starting with o:, h:, or v:) are limited to 16KB total');
  }
  if (!validate(form)) {
    const [, field = 'message'] = (validate.errors?.[0]?.instancePath ?? '').split('/');
    const isAddress = field === 'to' || field === 'from';
    return refused(
      400,
      isAddress
        ? `'${field}' parameter is not a valid address. please check documentation`
        : `${field} is not valid`,
    );
  }
  return undefined;
}

/** The fields of a form of several parts, each with its values. */
function formIn({ headers, body }: HeardRequest): Form {
  const [, boundary = ''] = /boundary=(.+)$/.exec(headers['content-type'] ?? '') ?? [];
  const form: Record<string, string[]> = {};
  for (const part of body.split(`--${boundary}\r\n`).slice(1)) {
    const at = part.indexOf('\r\n\r\n');
    const [, name = ''] = /^Content-Disposition: form-data; name="([^"]+)"$/m.exec(part.slice(0, at)) ?? [];
    const value = part
      .slice(at + 4)
      .replace(`--${boundary}--\r\n`, '')
      .replace(/\r\n$/, '');
    (form[name] ??= []).push(value);
  }
  return form;
}
