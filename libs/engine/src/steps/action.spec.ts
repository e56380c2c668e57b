import { validateDefinition } from '../definition/validate.js';
import type { ActionStep } from './action.js';
import { compileJourney } from '../definition/compile.js';
import { resume } from '../run/engine.js';
import { planMigration } from '../run/migration.js';
import type { Passage, Signal } from '../run/passage.js';
import type { RestingWait } from './step-type.js';
import { aCustomer, aDefinition, anEvent, DAY, HOUR, NOW, Traveller } from '../testing/journeys.js';

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

  describe('that a person is to do (A7)', () => {
    const handed = (over: Partial<ActionStep> = {}) =>
      new Traveller(
        {
          steps: {
            task: { ...task, ways: { lost: 'without' }, outcomeAs: 'talk', ...over },
            late: { type: 'exit', reason: 'late' },
            without: { type: 'exit', reason: 'without' },
            end: { type: 'exit', reason: 'done' },
          },
        },
        { customer: { traits: { name: 'Ada', plan: 'pro', invoices: { open: 2 } } } },
      );
    const OURS = { call: '7', step: 'task', visit: 1, note: 'No budget.' };

    it('goes on by the way of its outcome, and keeps what was told', () => {
      const traveller = handed();
      traveller.signal(DONE);
      expect(traveller.event('task.completed', { ...OURS, outcome: 'lost' })).toBe(true);
      expect(traveller.codes).toEqual(['task outcome', 'without ended']);
      expect(traveller.state.context).toMatchObject({
        task: 't-1',
        talk: { outcome: 'lost', note: 'No budget.', call: '7' },
      });
    });

    it('goes on to next with an outcome that has no way', () => {
      const traveller = handed();
      traveller.signal(DONE);
      traveller.event('task.completed', { ...OURS, outcome: 'toString' });
      expect(traveller.state.endReason).toBe('done');
    });

    it('remembers an outcome that comes before the answer', () => {
      const traveller = handed();
      expect(traveller.event('task.completed', { ...OURS, outcome: 'lost' })).toBe(true);
      expect(traveller.state).toMatchObject({ step: 'task', waiting: { for: 'call', outcome: 'lost' } });
      traveller.signal(DONE);
      expect(traveller.state).toMatchObject({ endReason: 'without', context: { talk: { outcome: 'lost' } } });
    });

    it.each([
      ['step', { step: 'other' }],
      ['visit', { visit: 2 }],
      ['journey', { journey: 'other' }],
      ['kind: none', { call: null }],
    ])('does not hear of the call of another %s', (_what, other) => {
      const traveller = handed();
      traveller.signal(DONE);
      expect(traveller.event('task.completed', { ...OURS, outcome: 'lost', ...other })).toBe(false);
    });

    it('hears every event that names no call, whatever it carries', () => {
      const traveller = handed();
      traveller.signal(DONE);
      expect(traveller.event('task.completed', { step: 'closing', outcome: 'lost' })).toBe(true);
      expect(traveller.state.endReason).toBe('without');
    });

    it('says to whom it goes and what is told of the customer', () => {
      const { passage } = handed({
        handOver: { traits: ['plan', 'invoices.open', 'none'] },
        owner: { team: 'sales', keep: true },
      });
      expect(passage.effects).toMatchObject([
        {
          call: {
            awaits: 'task.completed',
            traits: { plan: 'pro', 'invoices.open': 2 },
            owner: { team: 'sales', into: 'owner', keep: true },
          },
        },
      ]);
    });
  });

  it.each([
    ['journeys.unknown-connector', '/connector', {}],
    ['journeys.unknown-team', '/owner/team', { owner: { team: 'sels' } }],
    ['journeys.misplaced-field', '', { ways: { lost: 'end' }, wait: undefined, timeout: undefined }],
    ['journeys.unknown-step', '/ways/lost', { ways: { lost: 'nowhere' } }],
    ['journeys.misplaced-field', '', { wait: undefined }],
    ['journeys.unknown-variable', '/input/subject', { input: { subject: '{{who}}' } }],
    ['journeys.missing-field', '', { action: undefined }],
  ])('is refused as %s at %s', (code, at, over) => {
    const step = JSON.parse(JSON.stringify({ ...task, ...over })) as ActionStep;
    const definition = aDefinition({ steps: { task: step, late: END, without: END, end: END } });
    expect(
      validateDefinition(definition, { connectors: new Set(['crn']), teams: new Set(['sales']) }),
    ).toContainEqual(expect.objectContaining({ code, pointer: `/steps/task${at}` }));
  });
});

describe('an action whose wait changes with the version (C4)', () => {
  const { timeout: _timeout, wait: _wait, ...plain } = task;
  const ways = { lost: 'late' };
  const changed: ActionStep = { ...plain, ways, wait: 'ticket.closed' };
  const old: ActionStep = { ...plain, ways, wait: 'task.completed' };
  const OURS = { call: '7', step: 'task', visit: 1 };
  const definitionOf = (step: ActionStep) =>
    aDefinition({ steps: { task: step, late: END, without: END, end: END } });
  const adapt = (from: ActionStep, to: ActionStep, { waiting, dueAt }: RestingWait) => {
    const plan = planMigration(definitionOf(from), definitionOf(to)).get('task');
    return plan?.moves ? plan.adapt?.({ waiting, dueAt }) : undefined;
  };
  const resting = (step: ActionStep, isDone = true) => {
    const traveller = travel(step);
    if (isDone) traveller.signal(DONE);
    return traveller;
  };
  const input = {
    customer: aCustomer(),
    timezone: 'UTC',
    journeyKey: 'j',
    now: NOW + HOUR,
    decideMessage: () => ({ send: false, code: 'never' }) as const,
  };
  const signalled = (to: ActionStep, traveller: Traveller, ...signals: Signal[]) => {
    const wait = adapt(old, to, traveller.state);
    const journey = compileJourney(definitionOf(to));
    return signals.reduce<Pick<Passage, 'state'> | undefined>(
      (passage, signal) => passage && resume(passage.state, { ...input, journey, signal }),
      wait && { state: { ...traveller.state, ...wait } },
    )?.state;
  };
  const event = (name: string, properties = {}): Signal => ({
    type: 'event',
    event: anEvent(name, properties),
  });

  it.each([true, false])('moves on by the new event (the call is over: %s)', (isDone) => {
    const outcome = isDone ? [] : [DONE];
    const state = signalled(changed, resting(old, isDone), ...outcome, event('ticket.closed'));
    expect(state).toMatchObject({ status: 'ended' });
  });

  it.each([true, false])('moves on by the old event about its very call (the call is over: %s)', (isDone) => {
    const outcome = isDone ? [] : [DONE];
    const traveller = resting(old, isDone);
    expect(signalled(changed, traveller, ...outcome, event('task.completed', OURS))?.status).toBe('ended');
    expect(signalled(changed, traveller, ...outcome, event('task.completed'))).toBeUndefined();
    const other = { ...OURS, visit: 2 };
    expect(signalled(changed, traveller, ...outcome, event('task.completed', other))).toBeUndefined();
  });

  it('keeps its due time, counts a new time-out from the beginning of the wait, and forgets one that is gone', () => {
    const timed: ActionStep = { ...changed, timeout: { after: '1d', next: 'late' } };
    expect(adapt(old, timed, resting(old).state)?.dueAt).toBe(NOW + DAY);
    expect(adapt(task, timed, resting(task).state)?.dueAt).toBe(NOW + 2 * DAY);
    expect(adapt(task, changed, resting(task).state)?.dueAt).toBeNull();
  });

  it('leaves who would have nothing left to wait for, unless the call is still out', () => {
    expect(adapt(task, plain, resting(task).state)).toBeUndefined();
    expect(adapt(task, plain, resting(task, false).state)).toEqual({
      waiting: { for: 'call', since: NOW },
      dueAt: null,
    });
  });
});
