import { compileJourney, type CustomerView, isJourneyDefinition } from '@parcours/engine';

import { triggersAmong } from './situation.js';

type Past = readonly [name: string, properties: Readonly<Record<string, string>>];

const customer: CustomerView = {
  id: 'ada',
  traits: {},
  timezone: undefined,
  locale: undefined,
};

function among(triggers: readonly object[], events: readonly Past[]) {
  const steps = { end: { type: 'exit', reason: 'completed' } };
  const definition = { entry: { triggers }, start: 'end', steps };
  if (!isJourneyDefinition(definition)) throw new TypeError('not a journey');
  const past = events.map(([name, properties], occurredAt) => ({ name, properties, occurredAt }));
  const journey = { key: 'welcome', compiled: compileJourney(definition), definition };
  const found = triggersAmong(past, journey, { customer, now: 10, triggerEvent: 'parcours.trigger' });
  return found.map(({ trigger }) => (trigger.type === 'event' ? trigger.event.properties : trigger.type));
}

describe('what could have let a customer in (C4)', () => {
  it('is a change of the very segment or persona that a trigger names', () => {
    const vip = { type: 'segment', segment: 'vip', on: 'enter' };
    const fan = { type: 'persona', persona: 'fan', on: 'exit' };
    const found = among(
      [vip, fan],
      [
        ['segment.entered', { segment: 'trial' }],
        ['segment.entered', { segment: 'vip' }],
        ['segment.left', { segment: 'vip' }],
        ['persona.left', { persona: 'other' }],
        ['persona.left', { persona: 'fan' }],
      ],
    );
    expect(found).toEqual([{ segment: 'vip' }, { persona: 'fan' }]);
  });

  it.each([
    { type: 'schedule', segment: 'vip', rrule: 'FREQ=WEEKLY;BYDAY=MO', at: '09:00' },
    { type: 'date', trait: 'birthday', at: '09:00' },
  ])('is no $type of another journey', (trigger) => {
    const event = `${trigger.type}.reached`;
    const [calendar] = compileJourney({
      entry: { triggers: [trigger] },
      start: 'end',
      steps: { end: { type: 'exit', reason: 'completed' } },
    }).calendars;
    const own = { rule: String(calendar?.key) };
    const events: Past[] = [
      [event, { rule: 'another' }],
      [event, own],
    ];
    expect(among([trigger], events)).toEqual([own]);
  });

  it('is any event that a trigger names, whether or not it is as the trigger asks', () => {
    const bought = { type: 'event', event: 'bought', where: { property: 'amount', gte: 100 } };
    expect(among([bought], [['bought', { amount: '20' }]])).toEqual([{ amount: '20' }]);
  });
});
