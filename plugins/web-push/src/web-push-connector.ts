import { createHash } from 'node:crypto';

import {
  type CallContext,
  type HealthReport,
  type HttpAnswer,
  notTried,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  sendEach,
  type SendError,
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';

import { encrypted, LONGEST_BYTES } from './encryption.js';
import { isAllowed, type Subscription, subscriptionIn } from './subscription.js';
import { Vapid, WrongKeys } from './vapid.js';
import type { WebPushConfig } from './web-push-config.js';
import { pushError } from './web-push-errors.js';

type Message = OutgoingMessage<'web-push'>;

const ANSWER_BYTES = 65_536;
const LONGEST_NAME = 255;
const LONGEST_TOPIC = 32;

/** One call of `sendBatch`. */
interface Batch {
  readonly signal: AbortSignal;
  /** By its origin: why a push service takes nothing more of it. */
  readonly closed: Map<string, SendError>;
}

/** Posts notifications to the push services of browsers, one a request. */
export class WebPushConnector implements OpenConnector<'web-push'> {
  private readonly vapid: Vapid;

  constructor(
    private readonly config: WebPushConfig,
    private readonly host: PluginHostContext,
  ) {
    this.vapid = new Vapid(config);
  }

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    // Services have nothing to do with each other: one that is down costs nobody else's messages anything.
    const closed = new Map<string, SendError>();
    return sendEach(messages, this.config, (message) => this.send(message, { signal, closed }));
  }

  /** Whether the keys belong together, and any of the push services is within reach. */
  async verify({ signal }: CallContext): Promise<HealthReport> {
    try {
      this.vapid.check();
    } catch (cause) {
      return { status: 'down', detail: keysError(cause).detail };
    }
    const origins = this.config.pushServices.filter((service) => !service.includes('*'));
    const failures: SendError[] = [];
    for (const origin of origins) {
      const failure = await this.reach(origin, signal);
      if (!failure) return { status: 'up' };
      failures.push(failure);
    }
    const [first] = failures;
    return first ? { status: 'down', detail: first.detail } : { status: 'up' };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Any answer will do: these addresses are for nobody. */
  private async reach(origin: string, signal: AbortSignal): Promise<SendError | undefined> {
    try {
      const { timeoutMs } = this.config;
      await this.host.http.fetch(`${origin}/`, { signal, timeoutMs, maxAnswerBytes: ANSWER_BYTES });
      return undefined;
    } catch (cause) {
      return sendErrorOfFailure(cause);
    }
  }

  private async send(message: Message, { signal, closed }: Batch): Promise<SendResult> {
    const found = this.subscriptionOf(message.to);
    if ('class' in found) return failed(found);
    const { origin } = found.endpoint;
    const reason = closed.get(origin);
    if (reason) return notTried(reason);
    const body = bodyOf(message, found);
    if ('class' in body) return failed(body);
    let authorization: string;
    try {
      authorization = this.vapid.authorization(origin, this.host.clock.now());
    } catch (cause) {
      return failed(keysError(cause));
    }
    try {
      const answer = await this.post(found, { body, authorization, topic: this.topicOf(message) }, signal);
      if (answer.status >= 200 && answer.status < 300) return sentAs(answer);
      return failed(closing(closed, origin, pushError(answer, this.host.clock.now())));
    } catch (cause) {
      return failed(closing(closed, origin, sendErrorOfFailure(cause)));
    }
  }

  private subscriptionOf(to: string): Subscription | SendError {
    const subscription = subscriptionIn(to);
    if (!subscription) {
      return refused('subscription-invalid', 'The token of the device is no subscription of a browser.');
    }
    if (!isAllowed(subscription, this.config.pushServices)) {
      const { origin } = subscription.endpoint;
      const detail = `${origin} is none of the configured push services.`;
      return { class: 'permanent', code: 'web-push.unknown-service', detail };
    }
    const { expiresAt = Infinity } = subscription;
    if (expiresAt <= this.host.clock.now()) return refused('gone', 'The subscription has ended.');
    return subscription;
  }

  private topicOf({ id }: Message): string {
    const { topic } = this.config;
    return topic ?? createHash('sha256').update(id).digest('base64url').slice(0, LONGEST_TOPIC);
  }

  private post(
    { endpoint }: Subscription,
    request: { readonly body: Buffer; readonly authorization: string; readonly topic: string },
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const { ttlSeconds, urgency, timeoutMs } = this.config;
    return this.host.http.fetch(endpoint.href, {
      method: 'POST',
      headers: {
        authorization: request.authorization,
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(ttlSeconds),
        urgency,
        topic: request.topic,
      },
      body: request.body,
      timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      signal,
    });
  }
}

/** Notes a service that takes nothing for now, so that the rest of the batch leaves it alone. */
function closing(closed: Batch['closed'], origin: string, error: SendError): SendError {
  if (error.outage === true || error.class === 'throttled') closed.set(origin, error);
  return error;
}

/** What the service worker of the site reads, encrypted. */
function bodyOf({ id, content, from }: Message, { keys }: Subscription): Buffer | SendError {
  const payload = { parcours_message: id, ...content, ...(from && { app: from.app }) };
  const text = Buffer.from(JSON.stringify(payload));
  if (text.length > LONGEST_BYTES) {
    const detail = `It is ${String(text.length)} bytes long; ${String(LONGEST_BYTES)} fit.`;
    return { class: 'permanent', code: 'web-push.too-large', detail };
  }
  try {
    return encrypted(text, keys);
  } catch {
    return refused('subscription-invalid', 'The key of the subscription is no point on the curve P-256.');
  }
}

function refused(name: string, detail: string): SendError {
  return { class: 'rejected-recipient', code: `web-push.${name}`, detail };
}

function keysError(cause: unknown): SendError {
  if (!(cause instanceof WrongKeys)) throw cause;
  return { class: 'misconfigured', code: 'web-push.keys-wrong', detail: cause.message };
}

function sentAs({ headers }: HttpAnswer): SendResult {
  const name = headers['location'];
  return { status: 'sent', ...(name !== undefined && name.length <= LONGEST_NAME && { providerId: name }) };
}

function failed(error: SendError): SendResult {
  return { status: 'failed', error };
}
