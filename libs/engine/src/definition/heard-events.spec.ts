import { emittedEvents, heardEvents } from './heard-events.js';
import type { JourneyDefinition } from './definition.js';

const JOURNEY: JourneyDefinition = {
  entry: {
    triggers: [
      { type: 'event', event: 'account.created', where: { property: 'plan', is: 'trial' } },
      { type: 'segment', segment: 'vip', on: 'enter' },
    ],
    condition: { not: { any: [{ trait: 'plan', is: 'pro' }, { event: 'order.completed' }] } },
  },
  exit: [{ event: 'account.closed' }],
  goals: [{ key: 'active', event: 'project.created' }],
  start: 'a/b',
  steps: {
    'a/b': {
      type: 'wait-for',
      any: [{ segment: 'vip', on: 'exit' }, { event: 'feature.used' }, { message: 'hello', is: 'clicked' }],
      next: 'task',
    },
    task: { type: 'action', connector: 'crm', action: 'create-task', wait: 'task.completed', next: 'tell' },
    tell: { type: 'emit', event: 'told.all', properties: { event: 'no.name' }, next: 'pick' },
    pick: { type: 'branch', cases: [{ when: { event: 'agent.asked' }, next: 'end' }], else: 'end' },
    end: { type: 'exit' },
  },
};

describe('the events of a journey', () => {
  it('that it hears are those that it names, each with its place', () => {
    expect(heardEvents(JOURNEY)).toEqual([
      { event: 'account.created', pointer: '/entry/triggers/0/event' },
      { event: 'account.closed', pointer: '/exit/0/event' },
      { event: 'project.created', pointer: '/goals/0/event' },
      { event: 'feature.used', pointer: '/steps/a~1b/any/1/event' },
      { event: 'task.completed', pointer: '/steps/task/wait' },
      { event: 'order.completed', pointer: '/entry/condition/not/any/1/event' },
      { event: 'agent.asked', pointer: '/steps/pick/cases/0/when/event' },
    ]);
  });

  it('that it raises are those of its emit steps, as far as there are any', () => {
    expect(emittedEvents(JOURNEY)).toEqual(['told.all']);
    expect([emittedEvents(null), emittedEvents({ steps: [] }), emittedEvents({ steps: { a: 1 } })]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
