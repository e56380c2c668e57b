import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';

import type { CallbackRequest, HttpClient } from '@parcours/sdk';
import { type FakeAnswer, type HeardRequest, HttpFake } from '@parcours/sdk/testing';

import { selfSigned } from './self-signed.js';

export const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:parcours';
export const SNS = 'https://sns.eu-west-1.amazonaws.com';
const CERTIFICATE = '/SimpleNotificationService-0123456789abcdef.pem';
const TOKEN = 'a-token-of-tests';
const DAY_MS = 86_400_000;

type Members = Readonly<Record<string, string>>;

export interface Publication {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly version?: '1' | '2';
  /** Members that differ, before it is signed. */
  readonly changes?: Members;
}

/** Amazon SNS of one region on loopback. */
export class FakeSns {
  private constructor(
    private readonly http: HttpFake,
    private readonly key: KeyObject,
    private readonly unusual: { answer: FakeAnswer | undefined },
  ) {}

  static async start(now: number): Promise<FakeSns> {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const name = 'sns.amazonaws.com';
    const pem = selfSigned({ name, publicKey, privateKey, from: now - DAY_MS, until: now + DAY_MS });
    const unusual: { answer: FakeAnswer | undefined } = { answer: undefined };
    const http = await HttpFake.start({ answer: (request) => unusual.answer ?? answerTo(request, pem) });
    return new FakeSns(http, privateKey, unusual);
  }

  /** What confirmations and certificates are answered with from now on; as usual where it is left out. */
  answerWith(answer?: FakeAnswer): void {
    this.unusual.answer = answer;
  }

  /** Paths that were asked for. */
  get heard(): readonly string[] {
    return this.http.heard.map(({ path }) => path);
  }

  /** A client for which this is the SNS of the region; anything else is told by its address. */
  clientOf(http: HttpClient): HttpClient {
    return {
      fetch: (url, call) => {
        if (!url.startsWith(`${SNS}/`)) throw new Error(`${url} was asked for`);
        return http.fetch(url.replace(SNS, this.http.url), call);
      },
    };
  }

  notification(event: unknown, publication: Publication): CallbackRequest {
    const Message = typeof event === 'string' ? event : JSON.stringify(event);
    return this.signed(
      { Type: 'Notification', Message, Subject: 'Amazon SES Email Event Notification' },
      publication,
    );
  }

  confirmation(publication: Publication, Type = 'SubscriptionConfirmation'): CallbackRequest {
    const SubscribeURL = `${SNS}/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=${TOKEN}`;
    return this.signed(
      { Type, Message: 'You have chosen to subscribe.', Token: TOKEN, SubscribeURL },
      publication,
    );
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  private signed(message: Members, { at, version = '1', changes = {} }: Publication): CallbackRequest {
    const whole: Members = {
      MessageId: randomUUID(),
      TopicArn: TOPIC,
      Timestamp: new Date(at).toISOString(),
      SignatureVersion: version,
      SigningCertURL: `${SNS}${CERTIFICATE}`,
      ...message,
      ...changes,
    };
    const unsigned = ['SignatureVersion', 'SigningCertURL', 'UnsubscribeURL'];
    const text = Object.keys(whole)
      .filter((name) => !unsigned.includes(name))
      .sort()
      .map((name) => `${name}\n${whole[name] ?? ''}\n`)
      .join('');
    const Signature = sign(version === '1' ? 'sha1' : 'sha256', Buffer.from(text), this.key).toString(
      'base64',
    );
    return postedBySns({ Signature, ...whole });
  }
}

export function postedBySns(body: unknown): CallbackRequest {
  return {
    method: 'POST',
    url: 'https://parcours.example/hooks/newsletter',
    headers: { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': 'Notification' },
    query: {},
    rawBody: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

function answerTo({ method, path }: HeardRequest, pem: string): FakeAnswer {
  const { pathname, searchParams } = new URL(path, SNS);
  if (method !== 'GET') return { status: 405 };
  if (pathname === CERTIFICATE)
    return { status: 200, headers: { 'content-type': 'application/x-pem-file' }, body: pem };
  const isConfirmed = searchParams.get('Token') === TOKEN && searchParams.get('TopicArn') === TOPIC;
  if (pathname !== '/' || searchParams.get('Action') !== 'ConfirmSubscription' || !isConfirmed)
    return { status: 400 };
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: '<ConfirmSubscriptionResponse/>' };
}
