import { setTimeout as delay } from 'node:timers/promises';
import type { JsonObject } from '@parcours/kernel';
import { wordsOf } from './api-client.js';
import type { ApiClient } from './api-client.js';
import { QuickstartErrors } from './quickstart.errors.js';
import { signUp } from './samples.js';
import type { Sample } from './samples.js';

const PATIENCE_S = 60;
const GLANCE_MS = 150;
const FINAL = new Set(['sent', 'failed', 'withdrawn']);

/** How one customer fared, as the API tells it. */
export interface Passage {
  readonly sample: Sample;
  readonly enrollment: JsonObject | undefined;
  readonly messages: readonly JsonObject[];
  readonly history: readonly JsonObject[];
}

/** What happened, as soon as it does. */
export interface RehearsalListener {
  eventSent(sample: Sample, event: string): void;
  ended(sample: Sample, reason: string): void;
  /** Called at every look around. */
  glance(): void;
}

/** The sample customers on their way: sends their events and watches where they go. */
export class Rehearsal {
  private readonly acted = new Set<Sample>();
  private readonly arrived = new Set<Sample>();

  constructor(
    private readonly api: ApiClient,
    private readonly journey: string,
    private readonly listener: RehearsalListener,
  ) {}

  /** @throws quickstart.not-in-time */
  async run(samples: readonly Sample[], now: number): Promise<readonly Passage[]> {
    await this.send(samples.map((sample) => signUp(sample, now)));
    for (const sample of samples) this.listener.eventSent(sample, 'account.created');
    const deadline = performance.now() + PATIENCE_S * 1_000;
    while (this.arrived.size < samples.length) {
      for (const sample of samples) if (!this.arrived.has(sample)) await this.follow(sample);
      this.listener.glance();
      if (performance.now() > deadline) throw this.lateness(samples);
      await delay(GLANCE_MS);
    }
    return Promise.all(samples.map((sample) => this.passageOf(sample)));
  }

  private async follow(sample: Sample): Promise<void> {
    if (!(await this.api.find(`/customers/${sample.id}`))) return;
    const enrollment = await this.enrollmentOf(sample);
    if (!enrollment) {
      // Whoever the trigger turns away is known without an enrollment: both come with one commit.
      if (!sample.isTrial) this.arrived.add(sample);
      return;
    }
    await this.act(sample, enrollment);
    if (enrollment['endedAt'] === null) return;
    const messages = await this.messagesOf(sample);
    if (!messages.every(({ status }) => FINAL.has(wordsOf(status)))) return;
    this.arrived.add(sample);
    this.listener.ended(sample, wordsOf(enrollment['endReason']));
  }

  /** Customers do their thing once the journey waits for it. */
  private async act(sample: Sample, enrollment: JsonObject): Promise<void> {
    const { id, then } = sample;
    if (!then || this.acted.has(sample) || enrollment['step'] !== 'first-report') return;
    this.acted.add(sample);
    await this.send([{ customerId: id, messageId: `quickstart-${id}-${then.event}`, ...then }]);
    this.listener.eventSent(sample, then.event);
  }

  private async send(events: JsonObject[]): Promise<void> {
    await this.api.change('POST', '/events', events);
  }

  private async enrollmentOf({ id }: Sample): Promise<JsonObject | undefined> {
    const enrollments = await this.api.list(`/customers/${id}/enrollments`);
    return enrollments.find(({ journey }) => journey === this.journey);
  }

  private messagesOf({ id }: Sample): Promise<readonly JsonObject[]> {
    return this.api.list(`/customers/${id}/messages?sort=createdAt`);
  }

  private async passageOf(sample: Sample): Promise<Passage> {
    const enrollment = await this.enrollmentOf(sample);
    const [messages, history] = await Promise.all([
      this.messagesOf(sample),
      enrollment ? this.api.list(`/enrollments/${wordsOf(enrollment['id'])}/history`) : [],
    ]);
    const own = messages.filter(({ enrollmentId }) => enrollmentId === enrollment?.['id']);
    return { sample, enrollment, messages: own, history };
  }

  private lateness(samples: readonly Sample[]) {
    const late = samples.filter((sample) => !this.arrived.has(sample)).map(({ name }) => name);
    return QuickstartErrors.notInTime({ what: `The journey of ${late.join(', ')}`, seconds: PATIENCE_S });
  }
}
