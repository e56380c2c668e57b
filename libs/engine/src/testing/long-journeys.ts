import type { JourneyDefinition, StepDefinition } from '../definition/definition.js';

/** A valid journey of that many steps, with branches, time-outs and loops; the same one for the same number. */
export function aLongJourney(length: number): JourneyDefinition {
  const keyAt = (place: number) => (place >= length - 1 ? 'done' : `step-${String(place + 1)}`);
  const steps: Record<string, StepDefinition> = {};
  for (let place = 0; place < length - 1; place++) steps[keyAt(place)] = stepAt(place, keyAt);
  steps['done'] = { type: 'exit', reason: 'completed' };
  return {
    entry: {
      triggers: [
        { type: 'event', event: 'order.placed', where: { property: 'amount', gte: 100 } },
        { type: 'api' },
      ],
      condition: { not: { trait: 'staff', is: true } },
      reentry: { mode: 'after-exit', cooldown: '30d' },
    },
    exit: [{ event: 'subscription.cancelled' }, { condition: { trait: 'consent', is: false } }],
    start: keyAt(0),
    steps,
  };
}

function stepAt(place: number, keyAt: (place: number) => string): StepDefinition {
  const next = keyAt(place + 1);
  const later = keyAt(place + 2 + ((place * 7) % 4));
  switch (place % 8) {
    case 1:
      return { type: 'wait', for: `${String((place % 6) + 1)}d`, next };
    case 2:
      return {
        type: 'branch',
        cases: [
          { when: { trait: 'plan', in: ['pro', 'team'] }, next },
          {
            when: {
              all: [
                { trait: 'country', is: 'FR' },
                { trait: 'orders', gte: 3 },
              ],
            },
            next: later,
          },
        ],
        else: keyAt(place + 3),
      };
    case 4:
      return {
        type: 'wait-for',
        any: [{ event: 'order.placed', where: { property: 'amount', gte: 50 }, next }],
        timeout: { after: '3d', next: place % 24 === 20 ? keyAt(place - 3) : later },
      };
    case 5:
      return { type: 'update', set: { stage: `stage-${String(place)}`, score: place }, next };
    case 6:
      return { type: 'wait', until: { time: '10:00', weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'] }, next };
    default:
      return {
        type: 'message',
        touchpoint: place % 16 < 8 ? 'marketing-email' : 'mobile-app',
        template: `letter-${String(place % 5)}`,
        next,
      };
  }
}
