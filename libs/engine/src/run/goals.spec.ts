import type { GoalDefinition } from '../definition/goals.js';
import { aCustomer, anEvent, DAY, NOW, Traveller } from '../testing/journeys.js';
import { aDefinition } from '../testing/journeys.js';
import { compileJourney } from '../definition/compile.js';
import { convert, expel } from './engine.js';
import type { Trigger } from './passage.js';

const PAID: GoalDefinition = {
  key: 'paid',
  event: 'order.paid',
  where: { property: 'amount', gt: 0 },
  within: '14d',
  value: 'event.amount',
};
const steps = {
  hello: { type: 'message', template: 'hello', next: 'rest' },
  rest: { type: 'wait-for', any: [{ event: 'go' }], next: 'end' },
  end: { type: 'exit' },
} as const;

const travel = (goals: GoalDefinition[], exit?: { event: string }[], trigger?: Trigger) =>
  new Traveller({ steps, goals, ...(exit && { exit }) }, trigger && { trigger });
const outside = (goals: GoalDefinition[]) => ({
  journey: compileJourney(aDefinition({ steps, goals })),
  customer: aCustomer(),
  timezone: 'UTC',
  journeyKey: 'j',
  now: NOW + DAY,
  decideMessage: () => ({ send: false, code: 'never' }) as const,
});

describe('a goal (B3)', () => {
  it('is counted where the enrollment stands, with its worth and the message that is credited', () => {
    const traveller = travel([PAID]);
    expect(traveller.event('order.paid', { amount: 12.5 })).toBe(true);
    expect(traveller.passage.effects).toEqual([
      { type: 'goal', goal: 'paid', value: 12.5, at: NOW, credit: { step: 'hello', visit: 1 } },
    ]);
    expect(traveller.state).toMatchObject({ status: 'active', step: 'rest', progress: { goals: ['paid'] } });
    expect(traveller.passage.records).toEqual([]);
  });

  it('is counted once', () => {
    const traveller = travel([PAID]);
    traveller.event('order.paid', { amount: 1 });
    expect(traveller.event('order.paid', { amount: 2 })).toBe(false);
  });

  it.each<[string, object, number]>([
    ['another event', { amount: 0 }, NOW],
    ['one after its window', { amount: 1 }, NOW + 14 * DAY + 1],
    ['one that occurred before the trigger', { amount: 1 }, NOW - 1],
  ])('is not reached by %s', (_name, properties, occurredAt) => {
    const traveller = travel([PAID]);
    const event = { ...anEvent('order.paid', properties), occurredAt };
    expect(traveller.signal({ type: 'event', event }, NOW + 30 * DAY)).toBe(false);
  });

  it('is reached by what occurred after the trigger, though the customer entered later (a backlog)', () => {
    const trigger = {
      type: 'event',
      event: { ...anEvent('account.created'), occurredAt: NOW - 60_000 },
    } as const;
    const soon = { ...anEvent('order.paid', { amount: 1 }), occurredAt: NOW - 57_000 };
    const before = { ...soon, occurredAt: NOW - 60_001 };
    const exits = { ...PAID, exits: true };
    const late = (options: object) => new Traveller({ steps, goals: [exits] }, options);
    const traveller = late({ trigger });
    expect(traveller.signal({ type: 'event', event: before })).toBe(false);
    expect(traveller.signal({ type: 'event', event: soon })).toBe(true);
    expect(traveller.state).toMatchObject({
      endReason: 'goal',
      enteredAt: NOW,
      progress: { goals: ['paid'] },
    });
    const ended = { ...late({ trigger }).state, status: 'ended' } as const;
    expect(convert(ended, { ...outside([exits]), event: soon })?.effects).toMatchObject([{ goal: 'paid' }]);
    expect(convert(ended, { ...outside([exits]), event: before })).toBeUndefined();
  });

  it('keeps its window from the entry, and a trigger that claims to be in the future counts from the entry', () => {
    const triggered = (occurredAt: number) =>
      travel([PAID], undefined, { type: 'event', event: { ...anEvent('account.created'), occurredAt } });
    const paid = (occurredAt: number) =>
      ({ type: 'event', event: { ...anEvent('order.paid', { amount: 1 }), occurredAt } }) as const;
    expect(triggered(NOW - DAY).signal(paid(NOW + 14 * DAY), NOW + 15 * DAY)).toBe(true);
    expect(triggered(NOW - DAY).signal(paid(NOW + 14 * DAY + 1), NOW + 15 * DAY)).toBe(false);
    expect(triggered(NOW + 60_000).signal(paid(NOW + 1))).toBe(true);
    expect(triggered(NOW + 60_000).state.progress.since).toBeUndefined();
  });

  it('that exits ends the journey, before an exit rule does, and takes waiting messages back', () => {
    const traveller = travel([{ ...PAID, exits: true }], [{ event: 'order.paid' }]);
    traveller.event('order.paid', { amount: 3 });
    expect(traveller.state).toMatchObject({
      status: 'ended',
      endReason: 'goal',
      progress: { goals: ['paid'] },
    });
    expect(traveller.codes).toEqual(['rest goal']);
    expect(traveller.passage.effects.map(({ type }) => type)).toEqual(['goal', 'withdraw']);
  });

  it('is reached together with what the event is waited for', () => {
    const traveller = travel([{ key: 'went', event: 'go' }]);
    traveller.event('go');
    expect(traveller.state.endReason).toBe('completed');
    expect(traveller.passage.effects).toMatchObject([{ type: 'goal', goal: 'went', value: null }]);
  });

  it('can be reached after the journey has ended, and changes nothing else of it', () => {
    const traveller = travel([PAID]);
    traveller.event('go');
    const ended = traveller.state;
    const event = { ...anEvent('order.paid', { amount: 9 }), occurredAt: NOW + 13 * DAY };
    const passage = convert(ended, { ...outside([PAID]), event });
    expect(passage?.effects).toMatchObject([{ type: 'goal', value: 9, credit: { step: 'hello' } }]);
    expect(passage?.state).toEqual({ ...ended, progress: { ...ended.progress, goals: ['paid'] } });
    const late = { ...event, occurredAt: NOW + 15 * DAY };
    expect(convert(ended, { ...outside([PAID]), event: late })).toBeUndefined();
  });
});

describe('an enrollment', () => {
  it('can be ended from outside, once', () => {
    const { state } = travel([PAID]);
    const left = expel(state, outside([PAID]), { by: 'other' });
    expect(left?.state).toMatchObject({ status: 'ended', endReason: 'left' });
    expect(left?.records).toMatchObject([{ step: 'rest', code: 'left', detail: { by: 'other' } }]);
    expect(left && expel(left.state, outside([PAID]), { by: 'other' })).toBeUndefined();
  });

  it('held out walks through and receives nothing; who is held out stays so', () => {
    const entry = { triggers: [{ type: 'event' as const, event: 'account.created' }], holdout: 0.2 };
    const walks = Array.from({ length: 1_000 }, (_, at) => {
      const customer = { id: `c-${String(at)}` };
      return [new Traveller({ entry, steps }, { customer }), new Traveller({ entry, steps }, { customer })];
    });
    const held = walks.filter(([walk]) => walk?.state.progress.isHeldOut);
    expect(held.length).toBeGreaterThan(150);
    expect(held.length).toBeLessThan(250);
    for (const [walk, again] of held) {
      expect(walk?.passage.effects).toEqual([]);
      expect(walk?.passage.records[0]).toMatchObject({ code: 'skipped', detail: { reason: 'holdout' } });
      expect(again?.state).toEqual(walk?.state);
    }
  });
});
