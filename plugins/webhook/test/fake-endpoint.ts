import type { FakeBehaviour, FakeProvider, HeardRequest, ReceivedMessage } from '@parcours/sdk/testing';
import { HttpFake } from '@parcours/sdk/testing';
import { Webhook } from 'standardwebhooks';

const SECRET = `whsec_${Buffer.from('a secret of the webhook plugin!!').toString('base64')}`;
const OTHER = `whsec_${Buffer.from('a secret that nobody ever heard!').toString('base64')}`;

/** A customer for whom the endpoint takes nothing more. */
const GONE = 'customer-gone';

/** An endpoint that takes what is signed as it has to be. */
export class FakeEndpoint implements FakeProvider {
  readonly refusedAddress = GONE;
  private constructor(private readonly http: HttpFake) {}

  static async start(): Promise<FakeEndpoint> {
    return new FakeEndpoint(await HttpFake.start({ answer: (request) => answerTo(request) }));
  }

  get config() {
    return { url: `${this.http.url}/messages`, secret: SECRET };
  }

  get wrongConfig() {
    return { ...this.config, secret: OTHER };
  }

  get heard(): readonly HeardRequest[] {
    return this.http.heard;
  }

  received(): readonly ReceivedMessage[] {
    return this.http.heard.filter(isMessage).map(({ headers, body }) => ({
      to: customerOf(headers),
      content: body,
      idempotencyKey: headers['idempotency-key'] ?? '',
    }));
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }
}

function isMessage(request: HeardRequest): boolean {
  return request.headers['parcours-type'] === 'message' && answerTo(request).status === 202;
}

function customerOf(headers: HeardRequest['headers']): string {
  return decodeURIComponent(headers['parcours-customer'] ?? '');
}

function answerTo({ headers, body }: HeardRequest) {
  try {
    new Webhook(SECRET).verify(body, { ...headers });
  } catch {
    return { status: 401 };
  }
  if (customerOf(headers) === GONE) return { status: 410 };
  return { status: 202, headers: { 'message-id': `kept-${headers['webhook-id'] ?? ''}` } };
}
