import { createPublicKey, verify } from 'node:crypto';

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FakeAnswer, FakeBehaviour, FakeProvider, HeardRequest } from '@parcours/sdk/testing';
import { HttpFake, type ReceivedMessage, remember } from '@parcours/sdk/testing';

import { Browser } from './browser.js';

/** The keys of RFC 8291, appendix A, as good as any others. */
const KEYS = {
  publicKey: 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
  privateKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
};
const OTHER_KEYS = {
  publicKey: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
};
const LARGEST = 4_096;
const DAY_SECONDS = 86_400;

const headersOf = new Ajv2020({ strict: false }).compile({
  type: 'object',
  required: ['ttl', 'content-encoding', 'authorization'],
  properties: {
    ttl: { type: 'string', pattern: '^[0-9]+$' },
    urgency: { enum: ['very-low', 'low', 'normal', 'high'] },
    topic: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,32}$' },
    'content-encoding': { const: 'aes128gcm' },
    authorization: { type: 'string', pattern: '^vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, k=[\\w-]{87}$' },
  },
});

/** What stands at the end of an endpoint to have it refuse. */
export const REFUSALS: Readonly<Record<string, FakeAnswer>> = {
  gone: { status: 410, body: { reason: 'Unregistered' } },
  unknown: { status: 404 },
  busy: { status: 429, headers: { 'retry-after': '9' } },
  broken: { status: 500 },
};

/** A push service (RFC 8030) on loopback whose subscriptions are restricted to one sender (RFC 8292). */
export class FakePushService implements FakeProvider {
  readonly browser = new Browser();
  /** What browsers have read, with the headers that came along. */
  readonly delivered: {
    readonly endpoint: string;
    readonly text: string;
    readonly headers: HeardRequest['headers'];
  }[] = [];

  private count = 0;
  private readonly signatures = new Map<string, boolean>();

  private constructor(readonly http: HttpFake) {}

  static async start(): Promise<FakePushService> {
    const http: HttpFake = await HttpFake.start({ answer: (request) => service.answer(request) });
    const service = new FakePushService(http);
    return service;
  }

  get config() {
    return { ...KEYS, contact: 'mailto:push@example.com', pushServices: [this.http.url] };
  }

  get wrongConfig() {
    return { ...this.config, publicKey: OTHER_KEYS.publicKey };
  }

  /** A pair that nobody has subscribed with. */
  get otherKeys() {
    return OTHER_KEYS;
  }

  get refusedAddress(): string {
    return this.address('gone');
  }

  /** The subscription of a browser under a name of its own. */
  address(name: string | number): string {
    return this.browser.subscription(`${this.http.url}/push/${String(name)}`);
  }

  received(): readonly ReceivedMessage[] {
    return this.delivered.map(({ endpoint, text }) => ({
      to: this.browser.subscription(endpoint),
      content: text,
    }));
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  private answer({ method, path, headers, rawBody }: HeardRequest): FakeAnswer {
    if (method !== 'POST' || !path.startsWith('/push/')) return { status: 405 };
    if (!headersOf(headers)) return { status: 400, body: { message: 'Missing or invalid header' } };
    if (!this.isSigned(String(headers['authorization'])))
      return { status: 403, body: { reason: 'BadJwtToken' } };
    if (rawBody.length > LARGEST) return { status: 413 };
    const refusal = REFUSALS[path.slice('/push/'.length)];
    if (refusal) return refusal;
    const text = this.browser.read(Buffer.from(rawBody));
    remember(this.delivered, { endpoint: this.http.url + path, text, headers });
    return { status: 201, headers: { location: `${this.http.url}/m/${String(++this.count)}` } };
  }

  /** A sender signs once for many messages. */
  private isSigned(authorization: string): boolean {
    const known = this.signatures.get(authorization) ?? this.verified(authorization);
    this.signatures.set(authorization, known);
    return known;
  }

  private verified(authorization: string): boolean {
    const [, token = '', key] = /^vapid t=(.+), k=(.+)$/.exec(authorization) ?? [];
    const [head = '', claims = '', signature = ''] = token.split('.');
    const point = Buffer.from(KEYS.publicKey, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const isRight = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    const read = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    const { aud, exp, sub } = read(claims);
    const left = Number(exp) - Date.now() / 1_000;
    const isTimely = left > 0 && left <= DAY_SECONDS;
    const isNamed = typeof sub === 'string' && /^(mailto:|https:)/.test(sub);
    return (
      isRight &&
      key === KEYS.publicKey &&
      read(head)['alg'] === 'ES256' &&
      aud === this.http.url &&
      isTimely &&
      isNamed
    );
  }
}
