import { compileJourney } from '../definition/compile.js';
import { aCustomer, aDefinition, NOW, SEND } from '../testing/journeys.js';
import type { SimulatedAnswers } from './answers.js';
import { runJourneyTest } from './journey-test.js';
import { simulate } from './simulator.js';

const JOURNEY = compileJourney(
  aDefinition({
    steps: {
      score: {
        type: 'http',
        url: 'https://api.example.com/scores',
        save: 'response.body.list.1',
        as: 'score',
        on: { failed: 'failed' },
        next: 'task',
      },
      task: {
        type: 'action',
        connector: 'crm',
        action: 'create-task',
        save: 'output',
        as: 'task',
        wait: 'task.completed',
        timeout: { after: '1d', next: 'failed' },
        next: 'end',
      },
      failed: { type: 'exit', reason: 'failed' },
      end: { type: 'exit', reason: 'done' },
    },
  }),
);

const SURROUNDINGS = {
  journey: JOURNEY,
  journeyKey: 'j',
  timezone: 'UTC',
  decideMessage: () => SEND,
};

function play(answers: SimulatedAnswers) {
  const enter = { type: 'event', at: NOW, event: 'account.created', properties: {} } as const;
  const done = { ...enter, at: NOW + 1_000, event: 'task.completed' };
  const stimuli = [enter, done];
  return simulate({ ...SURROUNDINGS, customer: aCustomer(), stimuli, until: Infinity, answers });
}

describe('a simulated call', () => {
  it('is answered as it is told, and nothing is called', () => {
    const { enrollments, happenings } = play({
      score: { body: { list: [1, 2] } },
      task: { body: { id: 7 } },
    });
    expect(enrollments).toMatchObject([{ endReason: 'done', context: { score: 2, task: { id: 7 } } }]);
    expect(happenings.flatMap((each) => (each.type === 'calls' ? [each.step, each.call.kind] : []))).toEqual([
      'score',
      'http',
      'task',
      'action',
    ]);
  });

  it('succeeds with nothing in it where nothing is told', () => {
    const [enrollment] = play({}).enrollments;
    expect(enrollment).toMatchObject({ endReason: 'done', context: { task: null } });
    expect(enrollment?.context).not.toHaveProperty('score');
  });

  it('fails with any status but a success', () => {
    const { enrollments } = play({ score: { status: 404, body: { list: [1, 2] } } });
    expect(enrollments).toMatchObject([{ endReason: 'failed' }]);
  });

  it('can be expected by the tests of a journey', () => {
    const customerOf = (id: string) => aCustomer({ id });
    const result = runJourneyTest(
      {
        name: 'asks for a score',
        timeline: [{ at: '+0m', event: 'account.created' }],
        answers: { score: { status: 500 } },
        expect: [{ calls: 'score' }, { never: { calls: 'task' } }, { exits: 'failed', code: 'x' }],
      },
      { ...SURROUNDINGS, customerOf },
    );
    expect(result.transcript).toContain('+0m calls score');
    expect(result.failures).toMatchObject([{ pointer: '/expect/2' }]);
  });
});
