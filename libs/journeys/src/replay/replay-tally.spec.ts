import {
  compileJourney,
  type CustomerView,
  type MessageDecision,
  simulate,
  type Stimulus,
} from '@parcours/engine';

import { ReplayTally } from './replay-tally.js';

const START = Date.parse('2026-03-02T08:00:00Z');
const HOUR = 3_600_000;

const JOURNEY = compileJourney({
  entry: {
    triggers: [{ type: 'event', event: 'account.created' }],
    condition: { not: { trait: 'staff', is: true } },
  },
  exit: [{ event: 'account.closed' }],
  goals: [{ key: 'paid', event: 'order.paid', value: 'event.amount', exits: true }],
  start: 'hello',
  steps: {
    hello: { type: 'message', template: 'hello', next: 'rest' },
    rest: { type: 'wait', for: '36h', next: 'end' },
    end: { type: 'exit' },
  },
});

const SEND: MessageDecision = { send: true, channel: 'email' };
const SKIP: MessageDecision = { send: false, code: 'no-address' };

const event = (name: string, hours: number, properties = {}): Stimulus => ({
  type: 'event',
  at: START + hours * HOUR,
  event: name,
  properties,
});

function play(stimuli: readonly Stimulus[], decision = SEND, traits: CustomerView['traits'] = {}) {
  return simulate({
    journey: JOURNEY,
    journeyKey: 'j',
    timezone: 'UTC',
    customer: { id: 'c', traits, timezone: undefined, locale: undefined },
    stimuli,
    until: START + 48 * HOUR,
    decideMessage: () => decision,
  });
}

describe('ReplayTally (F5)', () => {
  const tally = new ReplayTally(new Map([...JOURNEY.steps].map(([key, { type }]) => [key, type])));
  tally.add(play([event('account.created', 0)]), true);
  tally.add(play([event('account.created', 20)], SKIP), true);
  tally.add(play([event('account.created', 1), event('order.paid', 11, { amount: 12.5 })]), true);
  tally.add(play([event('account.created', 1)], SEND, { staff: true }), true);
  tally.add(play([]), false);
  const figures = tally.figures();

  it('counts who was played, and who entered or was refused', () => {
    expect(figures.customers).toEqual({ played: 5, withEvents: 4, entered: 3 });
    expect(figures.entries).toEqual({ entered: 3, heldOut: 0, refused: { 'condition-failed': 1 } });
  });

  it('counts how passages ended, and those that have not', () => {
    expect(figures.exits).toEqual({ reasons: { completed: 1, goal: 1 }, underWay: 1 });
    expect(figures.goals).toEqual([{ goal: 'paid', reached: 1, value: 12.5 }]);
    expect(figures.passage).toEqual({ count: 2, p50Ms: 10 * HOUR, p95Ms: 36 * HOUR });
  });

  it('counts each step, with how long it held them', () => {
    expect(figures.steps).toEqual([
      {
        step: 'hello',
        type: 'message',
        left: 3,
        standing: 0,
        codes: { queued: 2, skipped: 1 },
        duration: { count: 3, p50Ms: 0, p95Ms: 0 },
      },
      {
        step: 'rest',
        type: 'wait',
        left: 2,
        standing: 1,
        codes: { elapsed: 1, goal: 1 },
        duration: { count: 2, p50Ms: 10 * HOUR, p95Ms: 36 * HOUR },
      },
      {
        step: 'end',
        type: 'exit',
        left: 1,
        standing: 0,
        codes: { ended: 1 },
        duration: { count: 1, p50Ms: 0, p95Ms: 0 },
      },
    ]);
  });

  it('counts messages by the day, and what was skipped by its reason', () => {
    expect(figures.messages).toEqual({
      total: 2,
      perDay: [{ day: '2026-03-02', count: 2 }],
      templates: { hello: 2 },
      channels: { email: 2 },
      skips: [{ step: 'hello', reason: 'no-address', count: 1 }],
    });
  });

  it('counts a message that is held on the day on which it goes out', () => {
    const held = new ReplayTally(new Map());
    const nextDay = START + 20 * HOUR;
    held.add(play([event('account.created', 0)], { ...SEND, sendAt: nextDay }), true);
    expect(held.figures().messages.perDay).toEqual([{ day: '2026-03-03', count: 1 }]);
  });

  it('counts no message that is withdrawn while it is held', () => {
    const held = new ReplayTally(new Map());
    const closed = [event('account.created', 0), event('account.closed', 10)];
    held.add(play(closed, { ...SEND, sendAt: START + 20 * HOUR }), true);
    held.add(play(closed, { ...SEND, sendAt: START + 5 * HOUR }), true);
    expect(held.figures().messages).toMatchObject({ total: 1, templates: { hello: 1 } });
  });
});
