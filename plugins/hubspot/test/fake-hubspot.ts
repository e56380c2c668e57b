import { createHmac } from 'node:crypto';

import type { CallbackRequest, JsonObject, RecordKind } from '@parcours/sdk';
import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeCrm,
  type HeardRequest,
  HttpFake,
  type ReceivedMessage,
  type RecordOfFake,
} from '@parcours/sdk/testing';

import { answerOf } from './crm-routes.js';
import { Portal } from './portal.js';
import { Refusal, TOO_FAST } from './refusals.js';

export const TOKEN = 'pat-eu1-0123456789-of-the-fake';
export const WEBHOOK_SECRET = 'client-secret-of-the-fake';
export const OAUTH = {
  clientId: 'client-of-the-fake',
  clientSecret: WEBHOOK_SECRET,
  refreshToken: 'refresh-token-of-the-fake',
};
export const HOOK = 'https://journeys.example.com/hooks/hubspot';

const PATHS: Readonly<Record<RecordKind, string>> = {
  person: 'contacts',
  lead: 'leads',
  deal: 'deals',
  ticket: 'tickets',
  task: 'tasks',
  order: 'orders',
  invoice: 'invoices',
};
const MADE = ['tasks', 'tickets', 'leads', 'notes'];

interface Scripted {
  readonly path: RegExp;
  readonly answer: FakeAnswer;
  times: number;
}

/** HubSpot on loopback: a portal, its API, and the webhooks of an app. */
export class FakeHubSpot implements FakeCrm {
  /** What time it is there. */
  clock = (): number => Date.now();
  readonly portal = new Portal(() => this.clock());
  /** Types of objects that the token has no scope for. */
  readonly forbidden = new Set<string>();
  private readonly scripted: Scripted[] = [];
  private readonly given = new Set<string>();
  private tokens = 0;

  private constructor(readonly http: HttpFake) {}

  static async start(): Promise<FakeHubSpot> {
    const fakes: FakeHubSpot[] = [];
    const http = await HttpFake.start({
      throttled: TOO_FAST,
      answer: (request) => fakes[0]?.dated(request) ?? { status: 503 },
    });
    const fake = new FakeHubSpot(http);
    fakes.push(fake);
    return fake;
  }

  get config() {
    return { token: TOKEN, apiUrl: this.http.url, webhookSecret: WEBHOOK_SECRET, deletionsEveryMinutes: 0 };
  }

  get wrongConfig() {
    return { ...this.config, token: 'pat-eu1-nobody-knows-this-one' };
  }

  /** The same through an app that the portal has installed. */
  get oauthConfig() {
    return { apiUrl: this.http.url, oauth: OAUTH, deletionsEveryMinutes: 0 };
  }

  /** The next so many calls of matching paths are answered so. */
  script(path: RegExp, answer: FakeAnswer, times = 1): void {
    this.scripted.push({ path, answer, times });
  }

  /** The access tokens that were given out are not taken any more. */
  revokeTokens(): void {
    this.given.clear();
  }

  received(): readonly ReceivedMessage[] {
    return MADE.flatMap((type) => this.portal.all(type)).map(({ properties, associations }) => ({
      to: associations.get('contacts')?.[0] ?? '',
      content: Object.values(properties).join('\n'),
      ...(properties['parcours_action_id'] !== undefined && {
        idempotencyKey: properties['parcours_action_id'],
      }),
    }));
  }

  put({ kind, id, personId, fields, at }: RecordOfFake): string {
    const type = PATHS[kind];
    const properties = textsOf(fields);
    const known = id === undefined ? undefined : this.portal.get(type, id);
    if (known) this.portal.change(type, known, properties, at);
    const object = known ?? this.portal.create(type, properties, at);
    if (personId !== undefined) this.portal.associate([type, object.id], ['contacts', personId]);
    return object.id;
  }

  remove(kind: RecordKind, id: string): void {
    this.portal.archive(PATHS[kind], id);
  }

  records(kind: RecordKind): readonly { readonly id: string; readonly fields: JsonObject }[] {
    return this.portal.all(PATHS[kind]).map(({ id, properties }) => ({ id, fields: properties }));
  }

  /** One webhook of each sort, about records that are there. */
  callbacks(): readonly CallbackRequest[] {
    const personId = this.put({ kind: 'person', fields: { email: 'hook@example.com' } });
    const about = (kind: RecordKind, fields: JsonObject) => this.put({ kind, personId, fields });
    const ticket = about('ticket', { subject: 'Help', hs_pipeline_stage: '4', source_type: 'EMAIL' });
    const deal = about('deal', { dealname: 'House', dealstage: 'closedwon', amount: '100' });
    const task = about('task', { hs_task_subject: 'Call', hs_task_status: 'COMPLETED' });
    return [
      [item('contact.propertyChange', personId, { propertyName: 'firstname', propertyValue: 'Zoë' })],
      [
        item('contact.deletion', '9'),
        item('contact.merge', personId, { primaryObjectId: Number(personId), mergedObjectIds: [8] }),
      ],
      [
        item('ticket.creation', ticket),
        item('ticket.propertyChange', ticket, { propertyName: 'hs_pipeline_stage', propertyValue: '4' }),
      ],
      [item('deal.propertyChange', deal, { propertyName: 'dealstage', propertyValue: 'closedwon' })],
      [
        item('object.propertyChange', task, {
          objectTypeId: '0-27',
          propertyName: 'hs_task_status',
          propertyValue: 'COMPLETED',
        }),
      ],
    ].map((items) => webhook(items));
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  private dated(request: HeardRequest): FakeAnswer {
    const { headers, ...answer } = this.answer(request);
    return { ...answer, headers: { date: new Date(this.clock()).toUTCString(), ...headers } };
  }

  private answer(request: HeardRequest): FakeAnswer {
    const scripted = this.scripted.find(({ path, times }) => times > 0 && path.test(request.path));
    if (scripted) {
      scripted.times -= 1;
      return scripted.answer;
    }
    if (request.path === '/oauth/v1/token') return this.tokenFor(request);
    const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
    if (token.startsWith('access-') && !this.given.has(token)) return EXPIRED.answer;
    if (token !== TOKEN && !this.given.has(token)) return UNKNOWN.answer;
    if (
      request.method !== 'GET' &&
      request.body !== '' &&
      request.headers['content-type'] !== 'application/json'
    ) {
      return { status: 415, body: '' };
    }
    const type = [...this.forbidden].find((each) => request.path.includes(`/${each}`));
    if (type !== undefined) return scopeMissing(type).answer;
    return answerOf(this.portal, request);
  }

  private tokenFor({ method, body }: HeardRequest): FakeAnswer {
    const form = new URLSearchParams(body);
    const wanted = [OAUTH.clientId, OAUTH.clientSecret, OAUTH.refreshToken];
    const given = ['client_id', 'client_secret', 'refresh_token'].map((name) => form.get(name));
    if (method !== 'POST' || form.get('grant_type') !== 'refresh_token' || given.join() !== wanted.join()) {
      return {
        status: 400,
        body: { status: 'BAD_REFRESH_TOKEN', message: 'missing or invalid refresh token' },
      };
    }
    this.tokens += 1;
    const token = `access-${String(this.tokens)}`;
    this.given.add(token);
    const { refreshToken: refresh_token } = OAUTH;
    return {
      status: 200,
      body: { token_type: 'bearer', access_token: token, refresh_token, expires_in: 1800 },
    };
  }
}

const EXPIRED = new Refusal(401, 'EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired.');
const UNKNOWN = new Refusal(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
const scopeMissing = (type: string) =>
  new Refusal(403, 'MISSING_SCOPES', 'This app hasn’t been granted all required scopes to make this call.', {
    errors: [{ message: `One or more of the following scopes are required: crm.objects.${type}.read` }],
  });

function textsOf(fields: JsonObject): Record<string, string> {
  const texts = Object.entries(fields).map(([name, value]) => {
    return [name, typeof value === 'string' ? value : JSON.stringify(value)] as const;
  });
  return Object.fromEntries(texts);
}

/** An item of a webhook. */
export function item(subscriptionType: string, objectId: string, more: JsonObject = {}): JsonObject {
  return {
    eventId: 1,
    subscriptionId: 12345,
    portalId: 62515,
    appId: 54321,
    occurredAt: 1_764_113_600_000,
    subscriptionType,
    attemptNumber: 0,
    objectId: Number(objectId),
    changeSource: 'CRM_UI',
    ...more,
  };
}

/** A webhook as HubSpot sends it, signed by v3. */
export function webhook(
  items: unknown,
  {
    secret = WEBHOOK_SECRET,
    at = Date.now(),
    url = HOOK,
  }: { secret?: string; at?: number; url?: string } = {},
): CallbackRequest {
  const body = JSON.stringify(items);
  const signature = createHmac('sha256', secret)
    .update(`POST${url}${body}${String(at)}`)
    .digest('base64');
  return {
    method: 'POST',
    url,
    headers: { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': String(at) },
    query: {},
    rawBody: Buffer.from(body),
  };
}
