import { Logger } from '@nestjs/common';
import { ManualClock } from '@parcours/kernel';
import type { PluginStepType, StepResult } from '@parcours/sdk';

import { ConfigChecker } from '../config/config-checker.js';
import { PluginSteps } from './plugin-steps.js';

const CONFIG = {
  type: 'object',
  required: ['amount'],
  properties: { amount: { type: 'number' }, currency: { type: 'string', default: 'EUR' } },
};

const REQUEST = { id: '7', attempt: 1, customer: { id: 'ada', traits: {} }, event: undefined, context: {} };

/** `run` may answer whatever a plugin could. */
function stepsThat(run: (request: { config: unknown }) => unknown): PluginSteps {
  const steps = new PluginSteps({
    clock: new ManualClock(42),
    http: { fetch: () => Promise.reject(new Error('nobody calls')) },
    limits: { timeoutMs: 20, graceMs: 0, failuresToOpen: 2 },
  });
  const step: PluginStepType = {
    title: { en: 'Credit', fr: 'Crédit' },
    description: 'Asks.',
    config: CONFIG,
    ways: ['granted', 'refused'],
    run: async (request) => (await run(request)) as StepResult,
  };
  steps.add('crm.credit', step, new ConfigChecker(CONFIG));
  return steps;
}

function run(
  steps: PluginSteps,
  type = 'crm.credit',
  config: Record<string, number | string> = { amount: 3 },
) {
  return steps.run(type, { ...REQUEST, config }, new AbortController().signal);
}

describe('steps of plugins', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  it('are run with their defaults, and answer a way and what JSON makes of the rest', async () => {
    const steps = stepsThat(({ config }) => ({
      status: 'done',
      way: 'granted',
      output: { config, none: undefined },
      more: 1,
    }));
    expect(await run(steps)).toEqual({
      status: 'done',
      way: 'granted',
      output: { config: { amount: 3, currency: 'EUR' } },
    });
  });

  it.each([
    ['no way', { status: 'done' }],
    ['a way that is not declared', { status: 'done', way: 'sideways' }],
    ['rubbish', 'granted'],
    ['nothing', undefined],
    ['a failure of no class', { status: 'failed', error: { class: 'odd', code: 'x', detail: '' } }],
  ])('that answer %s have failed and are tried again', async (_what, answer) => {
    expect(await run(stepsThat(() => answer))).toMatchObject({
      status: 'failed',
      error: { class: 'temporary', code: 'plugin.bad-answer', maybeSent: true },
    });
  });

  it('that throw or hang have failed, and are left alone after several times in a row', async () => {
    const thrown = stepsThat(() => {
      throw new Error('boom');
    });
    expect(await run(thrown)).toMatchObject({ error: { code: 'plugin.threw', detail: 'Error: boom' } });
    await run(thrown);
    expect(await run(thrown)).toMatchObject({ error: { code: 'plugin.circuit-open' } });
    const hanging = stepsThat(() => new Promise(() => undefined));
    expect(await run(hanging)).toMatchObject({ error: { code: 'plugin.timed-out' } });
  });

  it('wait for their plugin where it is not loaded, and fail for good on what it does not take', async () => {
    const steps = stepsThat(() => ({ status: 'done', way: 'granted' }));
    expect(await run(steps, 'erp.order')).toMatchObject({
      error: { class: 'misconfigured', code: 'plugins.step-type-unknown' },
    });
    expect(await run(steps, 'crm.credit', { amount: 'much' })).toMatchObject({
      error: { class: 'permanent', code: 'plugins.input-invalid' },
    });
    expect(steps.check('erp.order', {})).toBeUndefined();
    expect(steps.check('crm.credit', {})).toMatchObject([{ pointer: '/amount' }]);
  });
});
