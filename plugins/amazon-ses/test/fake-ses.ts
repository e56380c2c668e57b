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

import { awsError, awsRefusal } from './aws-gate.js';
import { sendEmailSchema } from './send-email.schema.js';

const CREDENTIALS = {
  accessKeyId: 'AKIDFAKEOFTESTS00001',
  secretAccessKey: 'a secret access key of tests, quite long',
  sessionToken: 'a session token of tests, quite long, ends with =',
  region: 'eu-west-1',
  service: 'ses',
} as const;
const FROM = { name: 'Belvedere', address: 'news@example.com' };
const RAW_BYTES = 40 * 1_048_576;
const LINE = 998;

export interface SentMail {
  readonly Content: { readonly Raw: { readonly Data: string } };
  readonly Destination?: { readonly ToAddresses?: readonly string[] };
  readonly EmailTags?: readonly { readonly Name: string; readonly Value: string }[];
  readonly ConfigurationSetName?: string;
}

/** Amazon SES on loopback: the v2 API of one region. */
export class FakeSes implements FakeProvider {
  /** Two dots in a row: we let it pass, SES does not. */
  readonly refusedAddress = 'nobody..here@example.org';
  private constructor(private readonly http: HttpFake) {}

  static async start(): Promise<FakeSes> {
    const validate = new Ajv2020({ strict: false }).compile<SentMail>(sendEmailSchema);
    let sent = 0;
    const answer = (request: HeardRequest): FakeAnswer => {
      const refusal = awsRefusal(request, CREDENTIALS);
      if (refusal) return refusal;
      if (request.path === '/v2/email/account' && request.method === 'GET') {
        return { status: 200, body: { SendingEnabled: true, ProductionAccessEnabled: true } };
      }
      if (request.path !== '/v2/email/outbound-emails' || request.method !== 'POST') {
        return { status: 404, body: { message: null } };
      }
      const refused = refusalOf(request, validate);
      if (refused) return refused;
      sent += 1;
      return { status: 200, body: { MessageId: `0100-${String(sent)}-000000` } };
    };
    const throttled = awsError(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.');
    const down = awsError(503, 'ServiceUnavailable', 'Service is unable to handle request.');
    return new FakeSes(await HttpFake.start({ answer, throttled, down }));
  }

  get config() {
    const { service: _, ...keys } = CREDENTIALS;
    return { ...keys, apiUrl: this.http.url, from: FROM };
  }

  get wrongConfig() {
    return { ...this.config, secretAccessKey: 'another secret access key, quite long too' };
  }

  get exchanges(): readonly HttpExchange[] {
    return this.http.exchanges;
  }

  /** The bodies of emails that were taken. */
  get mails(): readonly SentMail[] {
    return this.exchanges
      .filter(({ request, answer }) => request.method === 'POST' && answer.status === 200)
      .map(({ request }) => JSON.parse(request.body) as SentMail);
  }

  received(): readonly ReceivedMessage[] {
    return this.mails.map((mail) => ({ to: mail.Destination?.ToAddresses?.[0] ?? '', content: rawIn(mail) }));
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }
}

export function rawIn(mail: SentMail): string {
  return Buffer.from(mail.Content.Raw.Data, 'base64').toString('utf8');
}

function refusalOf(
  { body, headers }: HeardRequest,
  validate: ValidateFunction<SentMail>,
): FakeAnswer | undefined {
  if (headers['content-type'] !== 'application/json')
    return awsError(400, 'BadRequestException', 'Content type.');
  const mail: unknown = JSON.parse(body);
  if (!validate(mail)) {
    const [error] = validate.errors ?? [];
    return awsError(400, 'BadRequestException', `${error?.instancePath ?? ''} ${error?.message ?? ''}`);
  }
  const raw = rawIn(mail);
  if (Buffer.byteLength(raw) > RAW_BYTES) {
    return awsError(400, 'BadRequestException', 'Message length is more than 41943040 bytes long.');
  }
  if (mail.Destination?.ToAddresses?.some((address) => address.includes('..'))) {
    return awsError(400, 'BadRequestException', 'Local address contains dot-dot');
  }
  if (mail.ConfigurationSetName === 'nowhere') {
    return awsError(404, 'NotFoundException', 'Configuration set <nowhere> does not exist.');
  }
  const lines = raw.split('\r\n');
  if (
    raw.includes('\n\n') ||
    lines.some((line) => line.length > LINE) ||
    !lines.some((line) => /^From: /.test(line))
  ) {
    return awsError(400, 'BadRequestException', 'Invalid MIME.');
  }
  const [, sender = ''] = /^From: (?:.*<)?([^<>\r]+)>?\r$/m.exec(raw) ?? [];
  if (!sender.endsWith('@example.com')) {
    const words =
      'Email address is not verified. The following identities failed the check in region EU-WEST-1';
    return awsError(400, 'MessageRejected', `${words}: ${sender}`);
  }
  return undefined;
}
