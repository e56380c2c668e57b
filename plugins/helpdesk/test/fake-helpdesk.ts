import { createHmac } from 'node:crypto';

import type { CallbackRequest } from '@parcours/sdk';
import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeProvider,
  type HeardRequest,
  HttpFake,
  type ReceivedMessage,
} from '@parcours/sdk/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';

export const SECRET = 'key-of-the-fake-help-desk';
export const HOOK = 'https://journeys.example.com/hooks/desk';
const AUTHORIZATION = 'Bearer token-of-the-fake-help-desk';

const isTicket = new Ajv2020().compile({
  type: 'object',
  required: ['ticket'],
  additionalProperties: false,
  properties: {
    ticket: {
      type: 'object',
      required: ['subject', 'comment', 'requester', 'tags'],
      additionalProperties: false,
      properties: {
        subject: { type: 'string', minLength: 1, maxLength: 255 },
        comment: {
          type: 'object',
          required: ['body'],
          properties: { body: { type: 'string', minLength: 1 } },
        },
        requester: {
          type: 'object',
          required: ['email'],
          properties: { email: { type: 'string', pattern: '@' }, name: { type: 'string' } },
        },
        priority: { enum: ['low', 'normal', 'high', 'urgent'] },
        external_id: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
      },
    },
  },
});

interface Kept {
  readonly id: number;
  readonly key: string;
  readonly body: string;
}

/** A help desk on loopback that takes tickets and tells of them. */
export class FakeHelpdesk implements FakeProvider {
  private readonly kept: Kept[] = [];
  /** What it answers next. */
  next: FakeAnswer | undefined;

  private constructor(readonly http: HttpFake) {}

  static async start(): Promise<FakeHelpdesk> {
    const fakes: FakeHelpdesk[] = [];
    const http = await HttpFake.start({ answer: (request) => fakes[0]?.answer(request) ?? { status: 503 } });
    const fake = new FakeHelpdesk(http);
    fakes.push(fake);
    return fake;
  }

  get config() {
    return {
      signature: {
        scheme: 'hmac',
        secret: SECRET,
        header: 'X-Desk-Signature',
        encoding: 'base64',
        algorithm: 'sha256',
        prefix: '',
        timestampHeader: 'X-Desk-Timestamp',
        signed: '{timestamp}{body}',
      },
      ticket: {
        id: '/ticket/id',
        status: '/ticket/status',
        email: '/ticket/requester/email',
        phone: '/ticket/requester/phone',
        customerId: '/ticket/requester/external_id',
        subject: '/ticket/subject',
        priority: '/ticket/priority',
        source: '/ticket/via/channel',
        openedAt: '/ticket/created_at',
        updatedAt: '/ticket/updated_at',
        resolvedAt: '/ticket/solved_at',
        outcome: '/ticket/resolution',
        note: '/ticket/resolution_note',
      },
      statuses: { opened: ['new'], resolved: ['solved', 'closed'] },
      properties: { tags: '/ticket/tags', group: '/ticket/group/name' },
      create: {
        url: `${this.http.url}/tickets`,
        authorization: AUTHORIZATION,
        authorizationHeader: 'authorization',
        idempotencyHeader: 'idempotency-key',
        fields: {
          '/ticket/subject': 'subject',
          '/ticket/comment/body': 'text',
          '/ticket/requester/email': 'email',
          '/ticket/requester/name': 'name',
          '/ticket/priority': 'priority',
          '/ticket/external_id': 'actionId',
        },
        constants: { '/ticket/tags/0': 'journey' },
        idAt: '/ticket/id',
      },
      language: 'en',
      timeoutMs: 2_000,
    };
  }

  get wrongConfig() {
    const { create, ...config } = this.config;
    return { ...config, create: { ...create, authorization: 'Bearer nobody-knows-this-token' } };
  }

  received(): readonly ReceivedMessage[] {
    return this.kept.map(({ key, body }) => {
      const { ticket } = JSON.parse(body) as { ticket: { requester: { email: string } } };
      return { to: ticket.requester.email, content: body, idempotencyKey: key };
    });
  }

  callbacks(): readonly CallbackRequest[] {
    return ['new', 'open', 'solved'].map((status) => webhook({ ticket: { ...TICKET, status } }));
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  /** A second ticket under a key is the first one. */
  private answer({ method, path, headers, body }: HeardRequest): FakeAnswer {
    const { next } = this;
    if (next) {
      this.next = undefined;
      return next;
    }
    if (method !== 'POST' || path !== '/tickets') return { status: 404, body: { error: 'RecordNotFound' } };
    if (headers['authorization'] !== AUTHORIZATION)
      return { status: 401, body: { error: 'Couldn’t authenticate you' } };
    if (headers['content-type'] !== 'application/json') return { status: 415 };
    if (!isTicket(JSON.parse(body)))
      return { status: 422, body: { error: 'RecordInvalid', details: isTicket.errors } };
    const key = headers['idempotency-key'] ?? '';
    const known = this.kept.find((each) => each.key === key);
    if (known) return { status: 200, body: { ticket: { id: known.id } } };
    const made = { id: 35_436 + this.kept.length, key, body };
    this.kept.push(made);
    return { status: 201, body: { ticket: { id: made.id } } };
  }
}

/** A ticket as this help desk tells of it. */
export const TICKET = {
  id: 35436,
  status: 'open',
  subject: 'Where is it?',
  priority: 'high',
  via: { channel: 'email' },
  requester: { email: 'zoe@example.com', phone: '+33 6 12 34 56 78' },
  created_at: '2026-06-01T08:00:00Z',
  updated_at: '2026-06-01T10:30:00Z',
  tags: ['order', 'late'],
};

/** A webhook as this help desk signs it. */
export function webhook(
  body: unknown,
  { secret = SECRET, at = new Date().toISOString() } = {},
): CallbackRequest {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const signature = createHmac('sha256', secret).update(at).update(rawBody).digest('base64');
  const headers = { 'x-desk-signature': signature, 'x-desk-timestamp': at };
  return { method: 'POST', url: HOOK, headers, query: {}, rawBody };
}
