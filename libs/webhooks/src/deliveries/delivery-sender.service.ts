import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Clock, ParcoursError } from '@parcours/kernel';
import { GuardedFetch, type OutgoingAnswer, retryAfterMs } from '@parcours/plugin-host';

import type { DeliveryTarget } from '../endpoints/delivery-targets.service.js';
import { signatureOf } from '../endpoints/signature.rules.js';
import type { StoredEvent } from '../events/webhook-event.store.js';
import { payloadOf, webhookIdOf } from '../events/webhook-payload.js';
import { WebhookErrors } from '../webhooks.errors.js';
import type { AttemptResult } from './delivery.js';

/** What is kept of an answer, in bytes. */
const KEPT_ANSWER = 2_048;

/** Where an event is to go: found anew for each batch, as it may fail to be. */
export type FindTarget = () => Promise<DeliveryTarget>;

/** Makes one attempt: signs and posts. Whatever happens is a result. */
@Injectable()
export class DeliverySender {
  constructor(
    private readonly outgoing: GuardedFetch,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /** An attempt takes no longer than this. */
  get timeoutMs(): number {
    return this.config.outgoing.webhookTimeoutMs;
  }

  async send(event: StoredEvent, find: FindTarget, stop?: AbortSignal): Promise<AttemptResult> {
    const at = this.clock.now();
    const started = performance.now();
    const took = () => Math.round(performance.now() - started);
    try {
      const answer = await this.post(event, await find(), { at, stop });
      const { status, headers, body } = answer;
      const failure = isSuccess(status) ? null : failureOf(WebhookErrors.refused({ status }));
      const retryAfter = retryAfterMs(headers['retry-after'], this.clock.now());
      return { at, durationMs: took(), status, body, failure, retryAfterMs: retryAfter };
    } catch (error) {
      if (!(error instanceof ParcoursError)) throw error;
      const failure = failureOf(error);
      return { at, durationMs: took(), status: null, body: null, failure, retryAfterMs: undefined };
    }
  }

  private async post(
    event: StoredEvent,
    { url, headers, secrets }: DeliveryTarget,
    { at, stop }: { at: number; stop: AbortSignal | undefined },
  ): Promise<OutgoingAnswer> {
    const body = payloadOf(event);
    const id = webhookIdOf(event.id);
    const timestamp = Math.floor(at / 1_000);
    return this.outgoing.fetch(url, {
      method: 'POST',
      body,
      timeoutMs: this.timeoutMs,
      maxAnswerBytes: KEPT_ANSWER,
      stop,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'user-agent': 'Parcours-Webhooks',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf({ id, timestamp, body }, secrets),
      },
    });
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function failureOf({ code, message }: ParcoursError) {
  return { code, detail: message };
}
