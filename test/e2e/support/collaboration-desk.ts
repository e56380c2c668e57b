import { PERSONA_TYPE, TOUCHPOINT_TYPE } from '@parcours/catalog';
import { CollaborationApiModule, CollaborationModule, DueReviewModule } from '@parcours/collaboration';
import { type Profile, waitFor } from '@parcours/testing';
import { WEBHOOK_TYPE, WebhookDeliveryModule, WebhooksModule } from '@parcours/webhooks';

import { type Answer, type Call, type RunningApi, startApi } from './running-api.js';
import { WebhookReceiver } from './webhook-receiver.js';

const TYPES = [TOUCHPOINT_TYPE, PERSONA_TYPE, WEBHOOK_TYPE];

/** A caller by a token of their own. */
export interface Colleague {
  readonly name: string;
  readonly token: string;
  call(method: string, path: string, call?: Call): Promise<Answer>;
}

export const problemOf = ({ status, body }: Answer) => ({
  status,
  code: body.code,
  pointers: (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer),
});

/** Touchpoints, people who work on them, and everything that webhooks hear of it. */
export class CollaborationDesk {
  private made = 0;

  private constructor(
    readonly api: RunningApi,
    private readonly receiver: WebhookReceiver,
  ) {}

  static async open(profile: Profile): Promise<CollaborationDesk> {
    const api = await startApi(profile, {
      types: TYPES,
      modules: [
        ...[WebhooksModule, WebhookDeliveryModule, CollaborationModule, DueReviewModule],
        CollaborationApiModule.forTypes(TYPES),
      ],
      environment: {
        PARCOURS_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
        PARCOURS_OUTGOING_ALLOW: '127.0.0.1',
        PARCOURS_SWEEP_MS: '200',
      },
    });
    const desk = new CollaborationDesk(api, await WebhookReceiver.start());
    const events = ['comment.*', 'review.*', 'approval.*'];
    await desk.data('PUT', 'webhooks/all', { name: 'All', url: desk.receiver.url('/'), events });
    await desk.data('POST', 'webhooks/all/publish');
    return desk;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.receiver.close();
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  async data(method: string, path: string, body?: object, by?: Colleague): Promise<any> {
    const answer = await this.api.call(method, path, {
      ...(body && { body }),
      ...(by && { token: by.token }),
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body?.data;
  }

  async aColleague(scopes: readonly string[] = ['*']): Promise<Colleague> {
    const name = this.next('colleague');
    const { token } = await this.data('POST', 'api-tokens', { name, scopes });
    return { name, token, call: (method, path, call) => this.api.call(method, path, { ...call, token }) };
  }

  next(word: string): string {
    this.made += 1;
    return `${word}-${String(this.made)}`;
  }

  /** The path of a draft of its own. */
  async aDraft(by?: Colleague): Promise<string> {
    const path = `touchpoints/${this.next('letter')}`;
    await this.data('PUT', path, { name: 'A letter', kind: 'physical', direction: 'outbound' }, by);
    return path;
  }

  /** What webhooks heard of a thing, by type of event. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  told(path: string, type: string): any[] {
    return this.receiver.received
      .map(({ body }) => body)
      .filter(
        (body) => body.type === type && `${String(body.data.contentType)}/${String(body.data.key)}` === path,
      );
  }

  async waitForTold(path: string, type: string, count = 1) {
    return waitFor(() => this.told(path, type).length >= count && this.told(path, type), {
      describe: `${String(count)} × ${type} of ${path}`,
    });
  }
}
