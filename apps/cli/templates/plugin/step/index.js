import { definePlugin, definePluginStepType, sendErrorOfAnswer, sendErrorOfFailure } from '@parcours/sdk';

const check = definePluginStepType({
  title: { en: 'Check', fr: 'Contrôle' },
  description: '__summary__',
  // What a journey says in the step. {{customer.…}} and {{event.…}} have been read by the time it runs.
  config: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: { type: 'string', format: 'uri', description: 'Who decides.' },
      amount: { type: 'number', minimum: 0, default: 0, description: 'What it is about.' },
    },
  },
  // The ways out, one of which each visit takes.
  ways: ['yes', 'no'],
  explain: {
    yes: { en: 'The answer was yes: on to {next}.', fr: 'La réponse était oui : passage à {next}.' },
    no: { en: 'The answer was no: on to {next}.', fr: 'La réponse était non : passage à {next}.' },
  },
  async run({ id, config, customer }, { http, clock, signal }) {
    try {
      const answer = await http.fetch(config.url, {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json', 'idempotency-key': id },
        body: JSON.stringify({ customer: customer.id, amount: config.amount }),
      });
      if (answer.status >= 300) {
        return {
          status: 'failed',
          error: sendErrorOfAnswer(answer, { provider: '__name__', now: clock.now() }),
        };
      }
      const { yes } = JSON.parse(answer.body);
      return { status: 'done', way: yes === true ? 'yes' : 'no' };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  },
});

export default definePlugin({
  id: '__name__',
  version: '1.0.0',
  sdk: '__sdk__',
  summary: '__summary__',
  stepTypes: { check },
});
