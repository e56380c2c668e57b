import { compileJourney } from '../definition/compile.js';
import { aCustomer, aDefinition, anEvent, HOUR, NOW, SEND } from '../testing/journeys.js';
import { resume, start } from './engine.js';
import { planMigration } from './migration.js';
import { skipWait } from './operations.js';

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

  it('keeps its turn when it goes over to a version whose first step waits for something else', () => {
    const waitingFor = (event: string) =>
      aDefinition({
        steps: {
          hello: { type: 'wait-for', any: [{ event }], timeout: { after: '1h', next: 'late' }, next: 'end' },
          late: { type: 'exit', reason: 'late' },
          end: { type: 'exit' },
        },
      });
    const [before, after] = [waitingFor('a'), waitingFor('b')];
    const { waiting } = start({ ...input, journey: compileJourney(before), isQueued: true }).state;
    const plan = planMigration(before, after).get('hello');
    const turn = { waiting, dueAt: NOW + HOUR };
    expect(plan?.moves && plan.adapt?.(turn)).toEqual(turn);
  });

  it('begins with its first step when an operator skips the wait, whatever that step does', () => {
    const skipped = skipWait({ ...queued, dueAt: NOW + HOUR }, input, { by: 'Ada' });
    expect(skipped?.state).toMatchObject({
      step: 'hello',
      visit: 1,
      dueAt: NOW + HOUR,
      waiting: { for: 'time' },
    });
    expect(skipped?.records).toMatchObject([
      { step: 'hello', visit: 0, code: 'skipped-by-operator', detail: { by: 'Ada', next: 'hello' } },
    ]);
    const greeting = compileJourney(
      aDefinition({
        steps: {
          hello: { type: 'message', template: 'hello', on: { failed: 'end' }, next: 'end' },
          end: { type: 'exit' },
        },
      }),
    );
    const asked = start({ ...input, journey: greeting, isQueued: true }).state;
    expect(skipWait(asked, { ...input, journey: greeting }, {})?.effects).toMatchObject([
      { type: 'message' },
    ]);
  });
});
