import fc from 'fast-check';
import { compileJourney } from '../definition/compile.js';
import type { StepDefinition } from '../definition/definition.js';
import { validateDefinition } from '../definition/validate.js';
import { aCustomer, aDefinition, anEvent, DAY, HOUR, NOW, Traveller } from '../testing/journeys.js';
import { resume, start } from './engine.js';
import type { Passage, Signal } from './passage.js';
import { nextSignals } from './state.js';
import type { EngineInput } from './walk.js';

const rest = { type: 'wait', for: '1d', next: 'end' } as const;
const end = { type: 'exit' } as const;

describe('exit rules', () => {
  const leaves = () =>
    new Traveller({
      exit: [
        { event: 'subscription.cancelled', where: { property: 'now', is: true } },
        { condition: { trait: 'staff', is: true } },
      ],
      steps: { mark: { type: 'update', set: { staff: '{{event.staff}}' }, next: 'rest' }, rest, end },
    });

  it('end the enrollment at once and withdraw its messages', () => {
    const traveller = leaves();
    traveller.event('subscription.cancelled', { now: true }, NOW + HOUR);

    expect(traveller.state).toMatchObject({ status: 'ended', endReason: 'exit-rule', step: null });
    expect(traveller.passage.effects).toEqual([{ type: 'withdraw' }]);
    expect(traveller.passage.records).toEqual([
      {
        visit: 2,
        step: 'rest',
        type: 'wait',
        at: NOW + HOUR,
        code: 'exit-rule',
        detail: { rule: 0, event: 'subscription.cancelled', values: { 'property.now': true } },
      },
    ]);
  });

  it('do not fire on an event whose condition fails', () => {
    expect(leaves().event('subscription.cancelled', { now: false })).toBe(false);
  });

  it('look at conditions on any event', () => {
    const traveller = new Traveller({
      exit: [{ condition: { property: 'staff', is: true } }],
      steps: { rest, end },
    });
    traveller.event('something.else', { staff: true });

    expect(traveller.state.endReason).toBe('exit-rule');
  });

  it('look at conditions when a wait is over', () => {
    const journey = compileJourney(
      aDefinition({ exit: [{ condition: { trait: 'staff', is: true } }], steps: { rest, end } }),
    );
    const input: EngineInput = {
      journey,
      customer: aCustomer(),
      now: NOW,
      timezone: 'UTC',
      journeyKey: 'j',
      decideMessage: () => ({ send: false, code: 'never' }),
    };
    const { state } = start({ ...input, trigger: { type: 'event', event: anEvent('account.created') } });
    const staff = aCustomer({ traits: { staff: true } });
    const passage = resume(state, { ...input, customer: staff, now: NOW + DAY, signal: { type: 'due' } });

    expect(passage?.state.endReason).toBe('exit-rule');
  });

  it('come before a wait for the same event', () => {
    const traveller = new Traveller({
      exit: [{ event: 'order.created' }],
      steps: { used: { type: 'wait-for', any: [{ event: 'order.created' }], next: 'end' }, end },
    });
    traveller.event('order.created');

    expect(traveller.state.endReason).toBe('exit-rule');
  });
});

describe('the engine', () => {
  it('gives each entered step the next visit number', () => {
    const traveller = new Traveller({
      steps: {
        hello: { type: 'message', template: 'a', next: 'used' },
        used: {
          type: 'wait-for',
          any: [{ event: 'again', next: 'hello' }],
          timeout: { after: '1d', next: 'end' },
        },
        end,
      },
    });
    traveller.event('again');

    expect(traveller.passage.records.map(({ step, visit }) => [step, visit])).toEqual([
      ['used', 2],
      ['hello', 3],
    ]);
    expect(traveller.state.visit).toBe(4);
  });

  it('stops whoever goes round without ever resting, in a version from before such loops were refused', () => {
    const steps = {
      a: { type: 'update', set: { x: 1 }, next: 'b' },
      b: { type: 'wait', for: '0s', next: 'a' },
    } as const;
    expect(validateDefinition(aDefinition({ steps })).map(({ code }) => code)).toContain(
      'journeys.loop-without-wait',
    );
    const traveller = new Traveller({ steps });

    expect(traveller.state).toMatchObject({ status: 'ended', endReason: 'engine.loop' });
    expect(traveller.passage.records.at(-1)?.code).toBe('engine.loop');
  });

  it('has nothing to do with an enrollment that has ended', () => {
    const traveller = new Traveller({ steps: { end } });

    expect([traveller.event('account.closed'), traveller.due(NOW + DAY)]).toEqual([false, false]);
  });

  it('refuses an enrollment whose step its version does not have', () => {
    const traveller = new Traveller({ steps: { rest, end } });
    const other = compileJourney(aDefinition({ steps: { end } }));
    const input = {
      journey: other,
      customer: aCustomer(),
      now: NOW + DAY,
      timezone: 'UTC',
      journeyKey: 'j',
      decideMessage: () => ({ send: false, code: 'never' }) as const,
    };

    expect(() => resume(traveller.state, { ...input, signal: { type: 'due' } })).toThrow(
      expect.objectContaining({ code: 'engine.step-missing' }),
    );
  });

  it('never leaves an enrollment with nothing to wait for', () => {
    const keys = ['s0', 's1', 's2', 's3', 's4'] as const;
    const next = fc.constantFrom(...keys);
    const event = fc.constantFrom('a', 'b', 'c');
    const step: fc.Arbitrary<StepDefinition> = fc.oneof(
      next.map((to) => ({ type: 'wait', for: '1h', next: to }) as const),
      next.map((to) => ({ type: 'wait', until: { time: '09:30', weekdays: ['wed'] }, next: to }) as const),
      next.map((to) => ({ type: 'wait', until: { trait: 'date' }, next: to }) as const),
      fc.tuple(event, event, next, fc.boolean()).map(([a, b, to, timed]) => ({
        type: 'wait-for' as const,
        all: [{ event: a }, { event: b }],
        ...(timed ? { timeout: { after: '2h', next: to } } : {}),
        next: to,
      })),
      fc.tuple(event, next, next).map(([a, one, other]) => ({
        type: 'wait-for' as const,
        any: [{ event: a, next: one }],
        next: other,
      })),
      fc
        .tuple(next, next)
        .map(([to, failed]) => ({ type: 'message', template: 't', on: { failed }, next: to }) as const),
      next.map((to) => ({ type: 'update', set: { x: '{{event.x}}' }, next: to }) as const),
      fc.tuple(next, next).map(([yes, no]) => ({
        type: 'branch' as const,
        cases: [{ when: { property: 'x', gt: 1 }, next: yes }],
        else: no,
      })),
      fc.constant({ type: 'exit' } as const),
    );
    const signals = fc.array(
      fc.tuple(
        fc.constantFrom('due', 'a', 'b', 'c', 'sent', 'failed', 'closed'),
        fc.integer({ min: 0, max: 3 }),
      ),
      { maxLength: 30 },
    );
    let finished = 0;
    fc.assert(
      fc.property(fc.tuple(step, step, step, step), signals, (steps, moves) => {
        const journey = journeyOf({
          ...Object.fromEntries(steps.map((each, at) => [`s${String(at)}`, each])),
          s4: end,
        });
        fc.pre(journey !== undefined);
        const input = {
          journey,
          customer: aCustomer({ traits: { date: '2026-03-05' } }),
          timezone: 'Europe/Paris',
          journeyKey: 'j',
          decideMessage: () => ({ send: true, channel: 'email' }) as const,
        };
        const trigger = { type: 'event', event: anEvent('account.created') } as const;
        let now = NOW;
        let passage: Passage = start({ ...input, now, trigger });
        expectOnItsWay(passage, now);
        for (const [move, x] of moves) {
          const { state } = passage;
          if (move === 'due') now = Math.max(now, state.dueAt ?? now);
          const resumed = resume(state, { ...input, now, signal: signalOf(move, x, passage) });
          if (resumed) expectOnItsWay(resumed, now);
          if (resumed) expect(resumed.state.visit).toBeGreaterThanOrEqual(state.visit);
          passage = resumed ?? passage;
        }
        finished++;
      }),
      { numRuns: 300 },
    );
    expect(finished).toBe(300);
  });
});

function journeyOf(steps: Record<string, StepDefinition>) {
  const reachable = (key: string, seen: Set<string>): Set<string> => {
    const found = steps[key];
    if (seen.has(key) || !found) return seen;
    seen.add(key);
    for (const to of JSON.stringify(found).match(/"s\d"/g) ?? []) reachable(JSON.parse(to) as string, seen);
    return seen;
  };
  const kept = [...reachable('s0', new Set())].map((key) => [key, steps[key] ?? end] as const);
  try {
    return compileJourney(
      aDefinition({ start: 's0', exit: [{ event: 'closed' }], steps: Object.fromEntries(kept) }),
    );
  } catch {
    return undefined;
  }
}

function signalOf(move: string, x: number, { state }: Passage): Signal {
  if (move === 'due') return { type: 'due' };
  if (move === 'sent' || move === 'failed') {
    return { type: 'message', step: state.step ?? '', visit: state.visit, outcome: move };
  }
  return { type: 'event', event: anEvent(move, { x }) };
}

function expectOnItsWay({ state }: Passage, now: number): void {
  const { dueAt, events, message } = nextSignals(state);
  if (state.status === 'ended') expect(state.endReason).not.toBeNull();
  else expect(dueAt !== null || events.length > 0 || message).toBe(true);
  if (dueAt !== null) expect(dueAt).toBeGreaterThan(now - 1);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
}
