import type { Schemas } from '@parcours/client';
import { waitFor } from '@parcours/testing';
import type { Platform } from './platform.js';

export type EnrollmentSeen = Schemas['Enrollment'];
export type RecordSeen = Schemas['HistoryRecord'];
export type MessageSeen = Schemas['Message'];

type EventSent = Pick<Schemas['Event'], 'traits' | 'properties'>;

let made = 0;

/** A name that no other test of the file uses. */
export function unique(stem: string): string {
  made += 1;
  return `${stem}-${made}`;
}

/** One journey of a test, and its customers. */
export class JourneyUnderTest {
  readonly key = unique('journey');
  /** The event that lets customers in. */
  readonly event = `enter.${this.key}`;

  constructor(private readonly platform: Platform) {}

  /** Publishes it; entry by its own event unless the definition says otherwise. */
  async publish(definition: object): Promise<this> {
    const entry = { triggers: [{ type: 'event', event: this.event }], reentry: { mode: 'always' } };
    await this.platform.publish('journey-templates', this.key, {
      name: this.key,
      definition: { entry, ...definition },
    });
    return this;
  }

  /** Lets customers in by the event of the journey. */
  async enter(customerId: string, event: EventSent = {}): Promise<void> {
    await this.tell(customerId, this.event, event);
  }

  async tell(customerId: string, event: string, rest: EventSent = {}): Promise<void> {
    const { data } = await this.platform.client.post('/events', { body: { event, customerId, ...rest } });
    if (data.accepted !== 1) throw new Error(`${event} was not taken`);
  }

  async enrollments(customerId?: string): Promise<readonly EnrollmentSeen[]> {
    const filter = {
      journey: { eq: this.key },
      ...(customerId !== undefined && { customerId: { eq: customerId } }),
    };
    const { data } = await this.platform.client.get('/enrollments', {
      query: { limit: 100, sort: ['id'], filter },
    });
    return data;
  }

  /** The customer's only enrollment, once there is one that `satisfies`. */
  async passage(
    customerId: string,
    satisfies: (enrollment: EnrollmentSeen) => boolean = () => true,
  ): Promise<EnrollmentSeen> {
    let seen: readonly EnrollmentSeen[] = [];
    return waitFor(
      async () => {
        seen = await this.enrollments(customerId);
        if (seen.length > 1) throw new Error(`${customerId} entered ${this.key} ${seen.length} times`);
        return seen.find(satisfies);
      },
      { describe: () => `${customerId} in ${this.key}; seen: ${JSON.stringify(seen)}` },
    );
  }

  standsAt(customerId: string, step: string): Promise<EnrollmentSeen> {
    return this.passage(customerId, (enrollment) => enrollment.step === step);
  }

  ended(customerId: string): Promise<EnrollmentSeen> {
    return this.passage(customerId, ({ state }) => state === 'ended');
  }

  /** The steps that it has left. */
  async history(enrollmentId: string, locale: 'en' | 'fr' = 'en'): Promise<readonly RecordSeen[]> {
    const path = { id: enrollmentId };
    const { data } = await this.platform.client.get('/enrollments/{id}/history', { path, query: { locale } });
    return data.filter(({ kind }) => kind === 'step');
  }

  /** `step:code` of what happened, in order. */
  async trail(enrollmentId: string): Promise<readonly string[]> {
    return (await this.history(enrollmentId)).map(({ step, code }) => `${step}:${code}`);
  }

  /** The customer's only message of this journey, once it `satisfies`. */
  async message(
    customerId: string,
    satisfies: (message: MessageSeen) => boolean,
    timeoutMs = 60_000,
  ): Promise<MessageSeen> {
    let seen: readonly MessageSeen[] = [];
    return waitFor(
      async () => {
        seen = await this.messages(customerId);
        return seen.find(satisfies);
      },
      { timeoutMs, describe: () => `a message to ${customerId}; seen: ${JSON.stringify(seen)}` },
    );
  }

  async messages(customerId: string): Promise<readonly MessageSeen[]> {
    const { data } = await this.platform.client.get('/customers/{id}/messages', {
      path: { id: customerId },
      query: { limit: 100, sort: ['id'], filter: { journey: { eq: this.key } } },
    });
    return data;
  }
}

export function aJourney(platform: Platform): JourneyUnderTest {
  return new JourneyUnderTest(platform);
}

/** Once the events sent to this customer so far are worked: those of one customer are worked in their order. */
export async function settled(platform: Platform, customerId: string): Promise<void> {
  const mark = unique('mark');
  await platform.data('POST', '/events', { event: 'test.mark', customerId, traits: { mark } });
  await waitFor(
    async () => {
      const { body } = await platform.call('GET', `/customers/${encodeURIComponent(customerId)}`);
      return body?.data?.traits.mark === mark;
    },
    { describe: `the events of ${customerId} to be worked` },
  );
}
