import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';

import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeProvider,
  type HeardRequest,
} from '@parcours/sdk/testing';
import { HttpFake, type ReceivedMessage, remember } from '@parcours/sdk/testing';

import { mustBeAnAnswer, wrongField } from './fcm-schemas.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const PROJECT = 'shop-4711';
const ACCOUNT = `parcours@${PROJECT}.iam.gserviceaccount.com`;
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const FCM_ERROR = 'type.googleapis.com/google.firebase.fcm.v1.FcmError';
const BAD_REQUEST = 'type.googleapis.com/google.rpc.BadRequest';

/** What comes of a message to one of these; any other token is taken. */
export const TOKENS = {
  gone: 'gone-token',
  otherSender: 'other-sender-token',
  noApnsKey: 'no-apns-key-token',
  busy: 'busy-token',
  unavailable: 'unavailable-token',
  internal: 'internal-token',
} as const;

interface Sent {
  readonly message: {
    readonly token?: string;
    readonly notification: { readonly title?: string; readonly body: string };
  };
  readonly validate_only?: boolean;
}

/** Google's token endpoint and FCM, in one server. */
export class FakeFcm implements FakeProvider {
  readonly refusedAddress = TOKENS.gone;
  /** The access token that is taken; change it, and the one that was given ends before its time. */
  access = 'ya29.access-1';
  readonly sent: Sent[] = [];

  private constructor(readonly http: HttpFake) {}

  static async start(): Promise<FakeFcm> {
    const http: HttpFake = await HttpFake.start({
      answer: (request) => fake.answer(request),
      throttled: refusal(429, 'QUOTA_EXCEEDED', { headers: { 'retry-after': '7' } }),
    });
    const fake = new FakeFcm(http);
    return fake;
  }

  get config() {
    return {
      projectId: PROJECT,
      clientEmail: ACCOUNT,
      privateKey: KEY,
      apiUrl: this.http.url,
      tokenUrl: `${this.http.url}/token`,
    };
  }

  get wrongConfig() {
    return { ...this.config, clientEmail: `nobody@${PROJECT}.iam.gserviceaccount.com` };
  }

  received(): readonly ReceivedMessage[] {
    return this.sent.map(({ message }) => ({
      to: message.token ?? '',
      content: `${message.notification.title ?? ''}\n${message.notification.body}`,
    }));
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  private answer(request: HeardRequest): FakeAnswer {
    if (request.path === '/token') return this.grant(request);
    if (request.method !== 'POST' || !/^\/v1\/projects\/[^/]+\/messages:send$/.test(request.path)) {
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>Not Found</html>' };
    }
    const answer = this.send(request);
    mustBeAnAnswer(answer.status === 200 ? 'sent' : 'error', answer.body);
    return answer;
  }

  private grant({ body }: HeardRequest): FakeAnswer {
    const form = new URLSearchParams(body);
    const [head = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      createPublicKey(KEY),
      Buffer.from(signature, 'base64url'),
    );
    const read = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    if (form.get('grant_type') !== GRANT) return { status: 400, body: { error: 'unsupported_grant_type' } };
    const { iss, aud, scope, iat, exp } = read(claims);
    const isShort = Number(exp) - Number(iat) <= 3_600 && Number(exp) * 1_000 > Date.now();
    const isRight = iss === ACCOUNT && aud === `${this.http.url}/token` && read(head)['alg'] === 'RS256';
    if (!isSigned || !isRight || !isShort) {
      const error_description = 'Invalid JWT Signature.';
      return { status: 400, body: { error: 'invalid_grant', error_description } };
    }
    if (scope !== SCOPE) return { status: 400, body: { error: 'invalid_scope' } };
    return { status: 200, body: { access_token: this.access, expires_in: 3_599, token_type: 'Bearer' } };
  }

  private send({ path, headers, body }: HeardRequest): FakeAnswer {
    if (headers['authorization'] !== `Bearer ${this.access}`) return refusal(401, 'UNAUTHENTICATED');
    if (!path.startsWith(`/v1/projects/${PROJECT}/`)) return refusal(403, 'PERMISSION_DENIED');
    const parsed = JSON.parse(body) as Sent;
    const field = wrongField(parsed);
    if (field !== undefined) return invalid(field);
    const size = Buffer.byteLength(JSON.stringify(parsed.message));
    if (size > 4_096) return refusal(400, 'INVALID_ARGUMENT', { message: 'Message is too big' });
    const refused = refusalOf(parsed.message.token);
    if (refused) return refused;
    if (parsed.validate_only !== true) remember(this.sent, parsed);
    const name = `projects/${PROJECT}/messages/0:${String(this.sent.length)}`;
    return { status: 200, body: { name } };
  }
}

function refusalOf(token: string | undefined): FakeAnswer | undefined {
  switch (token) {
    case TOKENS.gone:
      return refusal(404, 'UNREGISTERED', { status: 'NOT_FOUND' });
    case TOKENS.otherSender:
      return refusal(403, 'SENDER_ID_MISMATCH', { status: 'PERMISSION_DENIED' });
    case TOKENS.noApnsKey:
      return refusal(401, 'THIRD_PARTY_AUTH_ERROR', { status: 'UNAUTHENTICATED' });
    case TOKENS.busy:
      return refusal(429, 'QUOTA_EXCEEDED', { status: 'RESOURCE_EXHAUSTED' });
    case TOKENS.unavailable:
      return refusal(503, 'UNAVAILABLE', { headers: { 'retry-after': '11' } });
    case TOKENS.internal:
      return refusal(500, 'INTERNAL');
    default:
      return undefined;
  }
}

interface Words {
  readonly status?: string;
  readonly message?: string;
  readonly headers?: Record<string, string>;
  readonly fieldViolations?: readonly object[];
}

function refusal(code: number, errorCode: string, words: Words = {}): FakeAnswer {
  const { status = errorCode, message = `It is ${errorCode}.`, headers = {}, fieldViolations } = words;
  const details = [
    { '@type': FCM_ERROR, errorCode },
    ...(fieldViolations ? [{ '@type': BAD_REQUEST, fieldViolations }] : []),
  ];
  return { status: code, headers, body: { error: { code, message, status, details } } };
}

function invalid(field: string): FakeAnswer {
  const isToken = field === 'message.token';
  const message = isToken
    ? 'The registration token is not a valid FCM registration token'
    : `Invalid value at '${field}'`;
  const fieldViolations = [{ field, description: message }];
  return refusal(400, 'INVALID_ARGUMENT', { message, fieldViolations });
}
