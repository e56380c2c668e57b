import { NOW, Traveller } from '../testing/journeys.js';

describe('an exit step', () => {
  it.each([
    [{ type: 'exit' }, 'completed'],
    [{ type: 'exit', reason: 'gone' }, 'gone'],
  ] as const)('ends the enrollment: %j', (end, endReason) => {
    expect(new Traveller({ steps: { end } }).state).toEqual({
      step: null,
      visit: 1,
      status: 'ended',
      enteredAt: NOW,
      endedAt: NOW,
      endReason,
      dueAt: null,
      waiting: null,
      progress: {},
      context: { event: { name: 'account.created', properties: { plan: 'trial' } } },
    });
  });
});
