import { join } from 'node:path';
import type { Schemas } from '@parcours/client';
import { type Profile, waitFor } from '@parcours/testing';

import { aJourney, type JourneyUnderTest, unique } from './journeys.js';
import { type HeardCall, Loopback, type LoopbackAnswer } from './loopback.js';
import { type Platform, startPlatform } from './platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');
const TOKEN = 'a-secret-token';

export const END = { type: 'exit', reason: 'completed' };

type Call = Schemas['OutsideCall'];

/** A task as the desk has heard of it. */
export interface Task {
  readonly key: string;
  readonly customerId: string;
  readonly input: Readonly<Record<string, unknown>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  readonly handOver?: any;
}

/** A platform with a desk behind the connectors `desk` and `other-desk`, to which journeys hand customers over. */
export class HandOverDesk {
  /** Tasks that are not answered yet, by what they are called. */
  readonly held = new Map<string, Promise<void>>();
  private readonly refused = new Set<string>();

  private constructor(private readonly parts: { platform?: Platform; heard?: Loopback } = {}) {}

  static async start(profile: Profile): Promise<HandOverDesk> {
    const parts: { platform?: Platform; heard?: Loopback } = {};
    const desk = new HandOverDesk(parts);
    parts.heard = await Loopback.start((call) => desk.answerTo(call));
    parts.platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
    });
    const config = { url: desk.heard.url, token: TOKEN };
    for (const key of ['desk', 'other-desk']) {
      await desk.platform.publish('connectors', key, { name: key, type: 'crm', config });
    }
    return desk;
  }

  get platform(): Platform {
    return this.parts.platform!;
  }

  get heard(): Loopback {
    return this.parts.heard!;
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.heard.stop();
  }

  /** Asks for a task of the subject that the event brings, and waits for what comes of it. */
  task(over: object = {}): object {
    return {
      type: 'action',
      connector: 'desk',
      action: 'hand-over',
      input: { subject: '{{event.subject}}' },
      save: 'output.recordId',
      as: 'task',
      wait: 'task.completed',
      ways: { lost: 'lost', later: 'later' },
      outcomeAs: 'talk',
      next: 'end',
      ...over,
    };
  }

  journeyWith(steps: object = {}, definition: object = {}): Promise<JourneyUnderTest> {
    return aJourney(this.platform).publish({
      start: 'task',
      steps: {
        task: this.task(),
        lost: { type: 'exit', reason: 'lost' },
        later: { type: 'wait', for: '9d', next: 'end' },
        end: END,
        ...steps,
      },
      ...definition,
    });
  }

  /** Somebody in the journey, and what their task is called. */
  async entered(journey: JourneyUnderTest, subject = unique('subject')): Promise<[string, string]> {
    const id = unique('customer');
    await journey.enter(id, { properties: { subject } });
    return [id, subject];
  }

  /** What the desk was asked for under this subject; the last attempt. */
  asked(subject: string): Promise<Task> {
    return waitFor(() => this.tasksOf(subject).at(-1), { describe: () => `a task ${subject}` });
  }

  tasksOf(subject: string): Task[] {
    return this.heard.calls.flatMap(({ body, headers }) => {
      const heard = JSON.parse(body) as Task;
      const key = String(headers['idempotency-key']);
      return [heard.input['subject'], heard.input['task']].includes(subject) ? [{ ...heard, key }] : [];
    });
  }

  /** Once the answer of the desk is kept. */
  async recorded(subject: string): Promise<Call> {
    const { key } = await this.asked(subject);
    return waitFor(
      async () => {
        const call: Call = await this.platform.data('GET', `/outside-calls/${key}`);
        return call.status === 'succeeded' && call;
      },
      { describe: () => `the answer of ${subject}` },
    );
  }

  /** Answers the status. */
  async tell(completions: readonly object[], connector = 'desk', token = TOKEN): Promise<number> {
    const { status } = await fetch(`${this.platform.origin}/hooks/${connector}`, {
      method: 'POST',
      headers: { 'x-token': token },
      body: JSON.stringify({ completions }),
    });
    return status;
  }

  /** Whoever is busy refuses once. */
  private async answerTo({ path, body }: HeardCall): Promise<LoopbackAnswer> {
    const { input } = JSON.parse(body) as Task;
    const subject = String(input['subject'] ?? input['task']);
    await this.held.get(subject);
    if (subject.startsWith('busy') && !this.refused.has(subject)) {
      this.refused.add(subject);
      return { status: 503 };
    }
    return { status: 201, body: { recordId: path === '/escalate' ? subject : `t-${subject}` } };
  }
}
