import { compileJourney } from '../definition/compile.js';
import { aCustomer, aDefinition, DAY, HOUR, type JourneyParts, NOW, SEND } from '../testing/journeys.js';
import type { Happening, Stimulus } from './happening.js';
import { MAX_HAPPENINGS, simulate } from './simulator.js';

const HALF_A_YEAR = 182 * DAY;
const END = { type: 'exit' } as const;
const event = (name: string, at = NOW, properties = {}): Stimulus => ({
  type: 'event',
  event: name,
  at,
  properties,
});

function play(
  parts: JourneyParts,
  stimuli: readonly Stimulus[],
  over: { until?: number; traits?: object; sendAt?: number } = {},
) {
  return simulate({
    journey: compileJourney(aDefinition(parts)),
    journeyKey: 'j',
    customer: aCustomer({ traits: { ...over.traits } }),
    timezone: 'UTC',
    decideMessage: () => (over.sendAt === undefined ? SEND : { ...SEND, sendAt: over.sendAt }),
    stimuli,
    until: over.until ?? NOW + HALF_A_YEAR,
  });
}

const told = (happenings: readonly Happening[]) =>
  happenings.map((each) => {
    const at = `+${String((each.at - NOW) / HOUR)}h`;
    switch (each.type) {
      case 'event':
        return `${at} ${each.emitted ? 'emits' : 'hears'} ${each.event}`;
      case 'step':
        return `${at} ${each.record.step} ${each.record.code}`;
      case 'sends':
        return `${at} sends ${each.request.template}`;
      case 'ends':
        return `${at} ends ${each.reason}`;
      case 'goal':
        return `${at} goal ${each.goal}`;
      case 'refused':
        return `${at} refused ${each.code}`;
      default:
        return `${at} ${each.type}`;
    }
  });

const WELCOME: JourneyParts = {
  goals: [{ key: 'active', event: 'project.created', exits: true }],
  steps: {
    hello: { type: 'message', template: 'welcome', next: 'used' },
    used: {
      type: 'wait-for',
      any: [{ event: 'feature.used', next: 'thanks' }],
      timeout: { after: '3d', next: 'tips' },
    },
    tips: { type: 'message', template: 'tips', next: 'rest' },
    rest: { type: 'wait', for: '30d', next: 'end' },
    thanks: { type: 'message', template: 'thanks', on: { failed: 'end' }, next: 'end' },
    end: END,
  },
};

describe('a simulation (F5)', () => {
  it('jumps from one thing to the next and tells all of them, with their times', () => {
    const { happenings, enrollments, isWhole } = play(WELCOME, [event('account.created')]);
    expect(told(happenings)).toEqual([
      '+0h hears account.created',
      '+0h enters',
      '+0h sends welcome',
      '+0h hello queued',
      '+72h sends tips',
      '+72h used timeout',
      '+72h tips queued',
      '+792h rest elapsed',
      '+792h end ended',
      '+792h ends completed',
    ]);
    expect([enrollments.length, isWhole]).toEqual([1, true]);
  });

  it('stops at its end, with the passage where it stands', () => {
    const { enrollments } = play(WELCOME, [event('account.created')], { until: NOW + 4 * DAY });
    expect(enrollments).toMatchObject([{ step: 'rest', status: 'active' }]);
  });

  describe('of a message that is held', () => {
    const sendAt = NOW + 10 * HOUR;
    const wasSent = { message: 'hello', is: 'sent' } as const;
    const parts: JourneyParts = {
      exit: [{ event: 'account.closed' }],
      steps: {
        hello: { type: 'message', template: 'hello', on: { failed: 'end' }, next: 'rest' },
        rest: { type: 'wait', for: '2d', next: 'end' },
        end: END,
      },
    };
    const outcome = (at: number): Stimulus => ({ type: 'outcome', at, step: 'hello', outcome: 'failed' });

    it.each([
      ['goes on once it is out', [], ['+10h hello sent', '+58h rest elapsed', '+58h end ended']],
      ['ends it as is told later', [outcome(NOW + 12 * HOUR)], ['+12h hello failed', '+12h end ended']],
      ['ends it as was told before', [outcome(NOW)], ['+10h hello failed', '+10h end ended']],
      [
        'leaves without it where an exit rule fires first',
        [event('account.closed', NOW + HOUR)],
        ['+1h hello exit-rule'],
      ],
    ] as [string, Stimulus[], string[]][])('%s', (_does, stimuli, expected) => {
      const { happenings } = play(parts, [...stimuli, event('account.created')], { sendAt });
      const steps = happenings.filter(({ type }) => type === 'step');
      expect(told(steps)).toEqual(expected);
    });

    it('counts it as sent from then on', () => {
      const branch = (next: string) =>
        ({ type: 'branch', cases: [{ when: wasSent, next }], else: 'rest' }) as const;
      const { happenings } = play(
        {
          steps: {
            hello: { type: 'message', template: 'hello', next: 'pause' },
            pause: { type: 'wait', for: '1h', next: 'early' },
            early: branch('end'),
            rest: { type: 'wait', for: '1d', next: 'late' },
            late: branch('yes'),
            yes: END,
            end: END,
          },
        },
        [event('account.created')],
        { sendAt },
      );
      const steps = happenings.filter(({ type }) => type === 'step');
      expect(told(steps).at(-1)).toBe('+25h yes ended');
    });
  });

  it('brings events in the order of their times, whatever the order they are told in', () => {
    const { happenings } = play(WELCOME, [
      event('project.created', NOW + 4 * DAY),
      event('feature.used', NOW - 1),
      event('account.created'),
    ]);
    expect(told(happenings).slice(-3)).toEqual(['+96h goal active', '+96h rest goal', '+96h ends goal']);
  });

  it.each([
    [[], 'thanks sent'],
    [[{ type: 'outcome', at: NOW + 2 * DAY, step: 'thanks', outcome: 'failed' }], 'thanks failed'],
    [[{ type: 'outcome', at: NOW, step: 'thanks', outcome: 'failed' }], 'thanks failed'],
  ] as [Stimulus[], string][])('ends a message as %j tells', (outcomes, expected) => {
    const { happenings } = play(WELCOME, [
      ...outcomes,
      event('account.created'),
      event('feature.used', NOW + DAY),
    ]);
    expect(told(happenings).join('\n')).toContain(expected);
  });

  it('tells why a customer does not enter', () => {
    const entry = {
      triggers: [{ type: 'event', event: 'account.created' }],
      condition: { trait: 'x', is: 1 },
    } as const;
    const refused = play({ ...WELCOME, entry }, [event('account.created')]);
    expect(told(refused.happenings)).toEqual(['+0h hears account.created', '+0h refused condition-failed']);
    const { happenings } = play(WELCOME, [event('account.created'), event('account.created', NOW + DAY)]);
    expect(told(happenings)).toContain('+24h refused already-active');
  });

  it('lets in by the API where the journey does', () => {
    const entry = { triggers: [{ type: 'api' }] } as const;
    const trigger: Stimulus = { type: 'trigger', at: NOW, context: { offer: 'spring' } };
    expect(play({ ...WELCOME, entry }, [trigger]).enrollments).toMatchObject([
      { context: { offer: 'spring' } },
    ]);
  });

  it('merges traits, hands on what steps change, and hears what steps raise', () => {
    const parts: JourneyParts = {
      entry: { triggers: [{ type: 'event', event: 'a' }], reentry: { mode: 'always' } },
      steps: {
        mark: { type: 'update', increment: { n: 1 }, next: 'tell' },
        tell: { type: 'emit', event: 'b', next: 'end' },
        end: END,
      },
    };
    const { customer, happenings } = play(
      parts,
      [{ ...event('a'), traits: { plan: 'pro', old: null } } as Stimulus, event('a', NOW + 1)],
      { traits: { old: 1 } },
    );
    expect(customer.traits).toEqual({ plan: 'pro', n: 2 });
    expect(told(happenings).filter((line) => line.includes('emits'))).toHaveLength(2);
  });

  it('of a journey that raises its own entry ends, as in production', () => {
    const parts: JourneyParts = {
      entry: { triggers: [{ type: 'event', event: 'a' }], reentry: { mode: 'always' } },
      steps: { tell: { type: 'emit', event: 'a', next: 'end' }, end: END },
    };
    expect(play(parts, [event('a')]).enrollments).toHaveLength(26);
  });

  it('that goes on and on is stopped and says so', () => {
    const parts: JourneyParts = {
      steps: {
        a: { type: 'wait', for: '1s', next: 'b' },
        b: { type: 'update', increment: { n: 1 }, next: 'a' },
      },
    };
    const { happenings, isWhole } = play(parts, [event('account.created')]);
    expect([happenings.length, isWhole]).toEqual([MAX_HAPPENINGS, false]);
  });
});
