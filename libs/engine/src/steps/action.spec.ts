import { validateDefinition } from '../definition/validate.js';
import type { ActionStep } from './action.js';
import { aDefinition, DAY, HOUR, NOW, Traveller } from '../testing/journeys.js';

const END = { type: 'exit' } as const;

const task: ActionStep = {
  type: 'action',
  connector: 'crm',
  action: 'create-task',
  input: { subject: 'Call {{customer.name}}', plan: '{{event.plan}}', none: '{{event.none}}' },
  save: 'output.id',
  as: 'task',
  wait: 'task.completed',
  timeout: { after: '2d', next: 'late' },
  on: { failed: 'without' },
  next: 'end',
};

const travel = (step: ActionStep = task) =>
  new Traveller(
    {
      steps: {
        task: step,
        late: { type: 'exit', reason: 'late' },
        without: { type: 'exit', reason: 'without' },
        end: { type: 'exit', reason: 'done' },
      },
    },
    { customer: { traits: { name: 'Ada' } } },
  );

const DONE = {
  type: 'call',
  step: 'task',
  visit: 1,
  end: { succeeded: true, value: 't-1' },
} as const;

describe('an action step', () => {
  it('asks its connector for the action with every value read', () => {
    expect(travel().passage.effects).toMatchObject([
      {
        type: 'call',
        call: {
          kind: 'action',
          connector: 'crm',
          action: 'create-task',
          input: { subject: 'Call Ada', plan: 'trial' },
          save: 'output.id',
        },
      },
    ]);
  });

  it('waits for its event once the action has succeeded', () => {
    const traveller = travel();
    expect(traveller.signal(DONE, NOW + HOUR)).toBe(true);
    expect(traveller.state).toMatchObject({
      dueAt: NOW + HOUR + 2 * DAY,
      waiting: { for: 'events', events: ['task.completed'] },
      context: { task: 't-1' },
    });
    expect(traveller.event('task.completed')).toBe(true);
    expect(traveller.codes).toEqual(['task event', 'end ended']);
  });

  it('goes on at once where the event was quicker than the answer', () => {
    const traveller = travel();
    expect(traveller.event('task.completed')).toBe(true);
    expect(traveller.state).toMatchObject({ step: 'task', visit: 1 });
    expect(traveller.event('task.completed')).toBe(false);
    expect(traveller.signal(DONE)).toBe(true);
    expect(traveller.codes).toEqual(['task event', 'end ended']);
  });

  it('waits no longer than it is told', () => {
    const traveller = travel();
    traveller.signal(DONE);
    expect(traveller.due(NOW + 2 * DAY)).toBe(true);
    expect(traveller.state.endReason).toBe('late');
  });

  it('does not wait for the event of an action that has failed', () => {
    const traveller = travel();
    traveller.event('task.completed');
    const end = { succeeded: false, code: 'crm.refused' } as const;
    traveller.signal({ ...DONE, end });
    expect(traveller.state.endReason).toBe('without');
  });

  it('goes on at once without an event to wait for', () => {
    const { connector, action, type, next } = task;
    const steps = { task: { type, connector, action, next }, end: END };
    const traveller = new Traveller({ steps });
    traveller.signal(DONE);
    expect(traveller.codes).toEqual(['task done', 'end ended']);
  });

  it.each([
    ['journeys.unknown-connector', '/connector', {}],
    ['journeys.misplaced-field', '', { wait: undefined }],
    ['journeys.unknown-variable', '/input/subject', { input: { subject: '{{who}}' } }],
    ['journeys.missing-field', '', { action: undefined }],
  ])('is refused as %s at %s', (code, at, over) => {
    const step = JSON.parse(JSON.stringify({ ...task, ...over })) as ActionStep;
    const definition = aDefinition({ steps: { task: step, late: END, without: END, end: END } });
    expect(validateDefinition(definition, { connectors: new Set(['crn']) })).toContainEqual(
      expect.objectContaining({ code, pointer: `/steps/task${at}` }),
    );
  });
});
