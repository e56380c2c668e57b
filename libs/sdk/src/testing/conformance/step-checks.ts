import type { PluginStepType, StepResult } from '../../plugin-step-type.js';
import { testHost } from '../test-host.js';
import { must, mustEqual, mustFail, never, shown, withDefaults } from './check.js';
import type { FakeProvider, StepSubject } from './conformance-subject.js';

/** A visit that is given up settles within so many milliseconds. */
const SETTLES_WITHIN_MS = 2_000;

/** A type of step under test, with what it speaks to. */
interface StepTrial {
  readonly step: PluginStepType;
  readonly fake: Pick<FakeProvider, 'behave'>;
  run(signal?: AbortSignal): Promise<StepResult>;
}

/** One thing that the contract says of a type of step. */
export interface StepCheck {
  readonly title: string;
  run(trial: StepTrial): Promise<void>;
}

export const STEP_CHECKS: readonly StepCheck[] = [
  {
    title: 'a visit ends in one of its ways',
    async run({ step, ...trial }) {
      const result = await trial.run();
      must(result.status === 'done', `the visit failed: ${shown(result)}`);
      must(
        step.ways.includes(result.way),
        `the way is '${result.way}'; expected one of ${step.ways.join(', ')}`,
      );
    },
  },
  {
    title: 'every sentence is about a way, and in both languages',
    run({ step: { ways, explain = {} } }) {
      for (const [way, words] of Object.entries(explain)) {
        must(ways.includes(way), `there is a sentence for '${way}', which is no way of it`);
        must(words.en !== '' && words.fr !== '', `the sentence for '${way}' is missing in a language`);
      }
      return Promise.resolve();
    },
  },
  {
    title: 'a visit while the other side is down is made again later',
    async run({ fake, ...trial }) {
      fake.behave('outage');
      const result = await trial.run();
      must(result.status === 'failed', 'the visit ended while the other side was down');
      mustFail(result, ['temporary']);
      fake.behave('normal');
      mustEqual((await trial.run()).status, 'done', 'the visit after that');
    },
  },
  {
    title: 'a visit that is given up comes to an end',
    async run({ fake, ...trial }) {
      fake.behave('hang');
      const stop = AbortSignal.timeout(50);
      const ended = trial.run(stop).then(
        () => true,
        () => true,
      );
      const late = new Promise<boolean>((resolve) => {
        setTimeout(resolve, SETTLES_WITHIN_MS, false).unref();
      });
      must(await Promise.race([ended, late]), 'it goes on after its signal was aborted');
    },
  },
];

/** Runs one check with another side of its own. */
export async function inStepTrial(
  step: PluginStepType,
  subject: StepSubject,
  check: StepCheck,
): Promise<void> {
  const fake = await subject.start();
  const { logger, clock, http } = testHost();
  const customer = subject.customer ?? { id: 'c-1', traits: {} };
  const request = {
    id: 's-1',
    attempt: 1,
    config: withDefaults(step.config, fake.config),
    customer,
    event: undefined,
    context: {},
  };
  const run = (signal = never()) => step.run(request, { logger, clock, http, signal });
  try {
    await check.run({ step, fake, run });
  } finally {
    fake.behave('normal');
    await fake.stop();
  }
}
