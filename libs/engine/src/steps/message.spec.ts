import { NOW, Traveller } from '../testing/journeys.js';
import type { MessageStep } from './message.js';

const journey = (over: Partial<MessageStep> = {}) => ({
  steps: {
    hello: { type: 'message', template: 'welcome', next: 'end', ...over },
    other: { type: 'exit', reason: 'other' },
    end: { type: 'exit' },
  } as const,
});

describe('a message step', () => {
  it('asks for its message and goes on at once', () => {
    const traveller = new Traveller({
      steps: {
        hello: {
          type: 'message',
          template: 'welcome',
          touchpoint: 'mail',
          channel: 'sms',
          policy: 'calm',
          next: 'end',
        },
        end: { type: 'exit' },
      },
    });

    expect(traveller.passage.effects).toEqual([
      {
        type: 'message',
        request: {
          step: 'hello',
          visit: 1,
          template: 'welcome',
          touchpoint: 'mail',
          channel: 'sms',
          policy: 'calm',
        },
        decision: { send: true, channel: 'email' },
      },
    ]);
    expect(traveller.codes).toEqual(['hello queued', 'end ended']);
  });

  it('leaves policy and channel to their defaults', () => {
    const { effects } = new Traveller({
      steps: { hello: { type: 'message', template: 'welcome', next: 'end' }, end: { type: 'exit' } },
    }).passage;

    expect(effects[0]).toMatchObject({ request: { policy: 'default', channel: 'policy' } });
  });

  it('goes on by next when the policy says no, and tells why', () => {
    const traveller = new Traveller(
      { steps: { hello: { type: 'message', template: 'welcome', next: 'end' }, end: { type: 'exit' } } },
      { decision: { send: false, code: 'no-consent', detail: { channel: 'email' } } },
    );

    expect(traveller.passage.effects).toEqual([]);
    expect(traveller.passage.records[0]).toMatchObject({
      code: 'skipped',
      detail: { reason: 'no-consent', next: 'end', why: { channel: 'email' } },
    });
  });

  it('takes its way out for a skipped message', () => {
    const traveller = new Traveller(
      {
        steps: {
          hello: { type: 'message', template: 'welcome', on: { skipped: 'other' }, next: 'end' },
          other: { type: 'exit', reason: 'other' },
          end: { type: 'exit' },
        },
      },
      { decision: { send: false, code: 'no-consent' } },
    );

    expect(traveller.state.endReason).toBe('other');
  });

  it('waits for the outcome when a way out depends on it', () => {
    const { state } = new Traveller(journey({ on: { failed: 'other' } }));

    expect(state).toMatchObject({ step: 'hello', status: 'active', dueAt: null });
    expect(state.waiting).toEqual({ for: 'message', since: NOW });
  });

  it.each([
    ['sent', { failed: 'other' }, 'completed'],
    ['sent', { sent: 'other' }, 'other'],
    ['failed', { failed: 'other' }, 'other'],
    ['failed', { sent: 'other' }, 'completed'],
  ] as const)('goes on after the outcome %s with %j', (outcome, on, reason) => {
    const traveller = new Traveller({
      steps: {
        hello: { type: 'message', template: 'welcome', on, next: 'end' },
        other: { type: 'exit', reason: 'other' },
        end: { type: 'exit' },
      },
    });
    traveller.signal({ type: 'message', step: 'hello', visit: 1, outcome });

    expect(traveller.state.endReason).toBe(reason);
    expect(traveller.codes[0]).toBe(`hello ${outcome}`);
  });

  it('ignores the outcome of another visit', () => {
    const traveller = new Traveller(journey({ on: { failed: 'other' } }));

    expect(traveller.signal({ type: 'message', step: 'hello', visit: 2, outcome: 'sent' })).toBe(false);
  });
});
