import { compileJourney } from '../definition/compile.js';
import { aCustomer, aDefinition, anEvent, HOUR, NOW, SEND } from '../testing/journeys.js';
import { resume, start } from './engine.js';

describe('an enrollment that waits for its turn (B4)', () => {
  const journey = compileJourney(
    aDefinition({ steps: { hello: { type: 'wait', for: '1h', next: 'end' }, end: { type: 'exit' } } }),
  );
  const input = {
    ...{
      journey,
      customer: aCustomer(),
      now: NOW,
      timezone: 'UTC',
      journeyKey: 'j',
      decideMessage: () => SEND,
    },
    trigger: { type: 'api' as const, context: { cart: 'c-1' } },
  };
  const queued = start({ ...input, isQueued: true }).state;

  it('stands before its first step and has taken none', () => {
    expect(queued).toMatchObject({ step: 'hello', visit: 0, status: 'active', waiting: { for: 'intake' } });
  });

  it('begins when its turn comes, and not before', () => {
    const waiting = { ...queued, dueAt: NOW + HOUR };
    expect(resume(waiting, { ...input, signal: { type: 'due' } })).toBeUndefined();
    const begun = resume(waiting, { ...input, now: NOW + HOUR, signal: { type: 'due' } });
    expect(begun?.state).toMatchObject({
      step: 'hello',
      visit: 1,
      dueAt: NOW + 2 * HOUR,
      waiting: { for: 'time' },
    });
    expect(begun?.state.context).toEqual({ cart: 'c-1' });
  });

  it('leaves by an exit rule, and hears of no other event', () => {
    const bring = (name: string) =>
      resume(queued, { ...input, signal: { type: 'event', event: anEvent(name) } });
    expect(bring('account.closed')?.state).toMatchObject({ status: 'ended', endReason: 'exit-rule' });
    expect(bring('something')).toBeUndefined();
  });
});
