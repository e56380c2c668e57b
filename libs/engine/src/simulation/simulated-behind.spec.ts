import { compileJourney } from '../definition/compile.js';
import type { EntryDefinition } from '../definition/definition.js';
import { aCustomer, aDefinition, DAY, NOW, SEND } from '../testing/journeys.js';
import { runJourneyTest } from './journey-test.js';
import { simulate } from './simulator.js';

const END = { type: 'exit' } as const;
const journeyOf = (entry: EntryDefinition) =>
  compileJourney(
    aDefinition({
      entry,
      steps: {
        which: {
          type: 'branch',
          cases: [{ when: { event: 'order', count: { gte: 2 } }, next: 'again' }],
          else: 'end',
        },
        again: { type: 'exit', reason: 'again' },
        end: END,
      },
    }),
  );
const surroundings = (entry: EntryDefinition) => ({
  journey: journeyOf(entry),
  journeyKey: 'j',
  timezone: 'UTC',
  decideMessage: () => SEND,
});

describe('a simulated customer with something behind them (B2)', () => {
  it('is let in by a segment of the time line, and only from a segment that they are in', () => {
    const test = {
      name: 'comes into the segment',
      customer: { segments: ['club'] },
      timeline: [{ at: '+1h', segment: 'vip', on: 'enter' as const }],
      expect: [{ exits: 'completed' }],
    };
    const request = surroundings({
      triggers: [{ type: 'segment', segment: 'vip', on: 'enter' }],
      condition: { all: [{ segment: 'vip' }, { segment: 'club' }, { tag: 'keen', in: false }] },
    });
    const customerOf = (id: string) => aCustomer({ id });
    expect(runJourneyTest(test, { ...request, customerOf }).failures).toEqual([]);
    const outside = { ...test, customer: {} };
    expect(runJourneyTest(outside, { ...request, customerOf }).passed).toBe(false);
  });

  it('has done what the time line says, the event at hand included', () => {
    const entry = {
      triggers: [{ type: 'event' as const, event: 'order' }],
      reentry: { mode: 'always' as const },
    };
    const { enrollments } = simulate({
      ...surroundings(entry),
      customer: aCustomer(),
      stimuli: [0, 1].map((days) => ({
        type: 'event',
        at: NOW + days * DAY,
        event: 'order',
        properties: {},
      })),
      until: NOW + 9 * DAY,
    });
    expect(enrollments.map(({ endReason }) => endReason)).toEqual(['completed', 'again']);
  });

  it('is let in by the time', () => {
    const { happenings } = simulate({
      ...surroundings({
        triggers: [
          { type: 'date', trait: 'birthday', at: '09:00', repeat: 'yearly' },
          { type: 'schedule', segment: 'vip', rrule: 'FREQ=WEEKLY;BYDAY=WE', at: '09:00' },
        ],
        reentry: { mode: 'always' },
      }),
      customer: aCustomer({ traits: { birthday: '1990-03-04' } }),
      past: { segments: ['vip'] },
      stimuli: [],
      from: NOW,
      until: NOW + 12 * DAY,
    });
    const entered = happenings.filter(({ type }) => type === 'enters');
    // 4 March 2026 is a Wednesday: both triggers come at once.
    expect(entered.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-03-04T09:00:00.000Z',
      '2026-03-04T09:00:00.000Z',
      '2026-03-11T09:00:00.000Z',
    ]);
  });
});
