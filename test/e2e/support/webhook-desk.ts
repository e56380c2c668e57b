import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { type Profile, waitFor } from '@parcours/testing';
import { WEBHOOK_TYPE, WebhookDeliveryModule, WebhooksApiModule, WebhooksModule } from '@parcours/webhooks';

import { type Answer, type RunningApi, startApi } from './running-api.js';
import { WebhookReceiver } from './webhook-receiver.js';

export const problemOf = ({ status, body }: Answer) => ({ status, code: body.code });

/** Webhooks, a receiver of what they post, and touchpoints to have something happen to. */
export class WebhookDesk {
  private made = 0;

  private constructor(
    readonly api: RunningApi,
    readonly receiver: WebhookReceiver,
  ) {}

  static async open(profile: Profile, environment: Record<string, string> = {}): Promise<WebhookDesk> {
    const api = await startApi(profile, {
      types: [TOUCHPOINT_TYPE, WEBHOOK_TYPE],
      modules: [WebhooksModule, WebhooksApiModule, WebhookDeliveryModule],
      environment: {
        PARCOURS_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
        PARCOURS_OUTGOING_ALLOW: '127.0.0.1',
        PARCOURS_WEBHOOK_TIMEOUT_MS: '5000',
        PARCOURS_WEBHOOK_RETRY_MS: '30',
        PARCOURS_SWEEP_MS: '300',
        ...environment,
      },
    });
    return new WebhookDesk(api, await WebhookReceiver.start());
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.receiver.close();
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  async data(method: string, path: string, body?: object): Promise<any> {
    const answer = await this.api.call(method, path, body && { body });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body?.data;
  }

  next(word: string): string {
    this.made += 1;
    return `${word}-${String(this.made)}`;
  }

  /** A published webhook of its own path, with its secret. */
  async aWebhook(events: readonly string[], change: object = {}) {
    const key = this.next('hook');
    const path = `/${key}`;
    await this.data('PUT', `webhooks/${key}`, { name: key, url: this.receiver.url(path), events, ...change });
    const { secret } = await this.data('POST', `webhooks/${key}/rotate-secret`);
    await this.data('POST', `webhooks/${key}/publish`);
    return { key, path, secret: String(secret) };
  }

  /** Publishes a touchpoint of its own, and answers its key. */
  async aPublish(): Promise<string> {
    const key = this.next('letter');
    await this.data('PUT', `touchpoints/${key}`, {
      name: 'A letter',
      kind: 'physical',
      direction: 'outbound',
    });
    await this.data('POST', `touchpoints/${key}/publish`, { note: 'ready' });
    return key;
  }

  /** The same, gone again: one event `content.deleted`. */
  async aDeletion(): Promise<void> {
    await this.data('DELETE', `touchpoints/${await this.aPublish()}`);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  async deliveriesOf(key: string, query = ''): Promise<any[]> {
    return this.data('GET', `webhooks/${key}/deliveries${query}`);
  }

  /** Waits for one that stands so. */
  async delivery(key: string, status: string) {
    return waitFor(
      async () => {
        const [first] = await this.deliveriesOf(key, `?filter[status][eq]=${status}`);
        return first;
      },
      { describe: `a delivery of ${key} that is ${status}` },
    );
  }
}
