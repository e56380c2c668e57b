import type { JsonObject } from '@parcours/kernel';

import type { ActionRequest, ActionResult, ActionRunner } from '../../connector-action.js';
import {
  type Check,
  Inapplicable,
  isIdempotent,
  must,
  mustEqual,
  mustFail,
  never,
  type OpenedConnector,
  shown,
  type Trial,
} from './check.js';

/** The actions of a connector, with an input for each. */
function requestsOf({ connector, subject }: Trial): ActionRequest[] {
  const names = Object.keys('actions' in connector ? (connector.actions ?? {}) : {});
  if (names.length === 0) throw new Inapplicable('It has no actions.');
  return names.map((action, n) => {
    const input = subject.inputs?.[action];
    must(input !== undefined, `conformance.js has no input for the action '${action}'`);
    return { action, id: `a-${String(n)}`, customerId: 'c-1', attempt: 1, input };
  });
}

function acts(opened: OpenedConnector): opened is OpenedConnector & ActionRunner {
  return typeof opened.act === 'function';
}

async function runnerOf(trial: Trial, config?: JsonObject): Promise<ActionRunner> {
  const opened = await trial.open(config);
  must(acts(opened), 'an open connector has no act');
  return opened;
}

const act = (runner: ActionRunner, request: ActionRequest): Promise<ActionResult> =>
  runner.act(request, { signal: never() });

function mustBeDone(result: ActionResult): void {
  must(result.status === 'done', `the action was not done: ${shown(result)}`);
}

export const ACTION_CHECKS: readonly Check[] = [
  {
    title: 'every action is done once',
    async run(trial) {
      const requests = requestsOf(trial);
      const runner = await runnerOf(trial);
      for (const request of requests) mustBeDone(await act(runner, request));
      must(trial.fake.received().length >= requests.length, 'the provider has not heard of every action');
    },
  },
  {
    title: 'an action that the provider puts off is tried again later',
    async run(trial) {
      const requests = requestsOf(trial);
      const runner = await runnerOf(trial);
      for (const behaviour of ['throttle', 'outage'] as const) {
        trial.fake.behave(behaviour);
        for (const request of requests) {
          const result = await act(runner, request);
          must(result.status === 'failed', `the action was done while the provider was in ${behaviour}`);
          mustFail(result, behaviour === 'throttle' ? ['throttled'] : ['temporary']);
        }
      }
    },
  },
  {
    title: 'an action with wrong credentials waits for a person',
    async run(trial) {
      const requests = requestsOf(trial);
      const { wrongConfig } = trial.fake;
      if (wrongConfig === undefined) throw new Inapplicable('The provider asks for no credentials.');
      const runner = await runnerOf(trial, wrongConfig);
      for (const request of requests) {
        const result = await act(runner, request);
        must(result.status === 'failed', 'the action was done with wrong credentials');
        mustFail(result, ['misconfigured']);
      }
    },
  },
  {
    title: 'an action that is done again carries the same key',
    async run(trial) {
      const [request] = requestsOf(trial);
      if (!isIdempotent(trial.connector) || !request) {
        throw new Inapplicable('The provider drops no second action.');
      }
      const runner = await runnerOf(trial);
      mustBeDone(await act(runner, request));
      mustBeDone(await act(runner, { ...request, attempt: 2 }));
      const keys = new Set(trial.fake.received().map(({ idempotencyKey }) => idempotencyKey));
      mustEqual(keys.size === 1 && !keys.has(undefined), true, 'one and the same key');
    },
  },
];
