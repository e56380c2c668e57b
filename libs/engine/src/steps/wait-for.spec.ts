import { nextSignals } from '../run/state.js';
import { DAY, NOW, Traveller } from '../testing/journeys.js';

const any = () =>
  new Traveller({
    steps: {
      used: {
        type: 'wait-for',
        any: [
          { event: 'feature.used', where: { property: 'feature', is: 'report' }, next: 'thanks' },
          { event: 'order.created' },
        ],
        timeout: { after: '3d', next: 'late' },
        next: 'end',
      },
      thanks: { type: 'exit', reason: 'thanks' },
      late: { type: 'exit', reason: 'late' },
      end: { type: 'exit' },
    },
  });

const all = () =>
  new Traveller({
    steps: {
      both: {
        type: 'wait-for',
        all: [{ event: 'a' }, { event: 'b' }, { event: 'b', where: { property: 'x', is: 1 } }],
        timeout: { after: '3d', next: 'late' },
        next: 'end',
      },
      late: { type: 'exit', reason: 'late' },
      end: { type: 'exit' },
    },
  });

describe('a wait for the first of several events', () => {
  it('says what it waits for', () => {
    expect(nextSignals(any().state)).toEqual({
      dueAt: NOW + 3 * DAY,
      events: ['feature.used', 'order.created'],
      message: false,
      call: false,
    });
  });

  it('takes the way of the event that comes', () => {
    const traveller = any();
    traveller.event('feature.used', { feature: 'report' });

    expect(traveller.state.endReason).toBe('thanks');
    expect(traveller.passage.records[0]).toMatchObject({
      code: 'event',
      detail: { event: 'feature.used', index: 0, next: 'thanks' },
    });
  });

  it('takes the step’s own way when the event has none', () => {
    const traveller = any();
    traveller.event('order.created');

    expect(traveller.state.endReason).toBe('completed');
  });

  it('ignores an event that does not meet the condition', () => {
    expect(any().event('feature.used', { feature: 'chart' })).toBe(false);
  });

  it('counts an event that occurred before the wait and comes late', () => {
    const traveller = any();
    traveller.signal({
      type: 'event',
      event: { name: 'order.created', properties: {}, occurredAt: NOW - DAY },
    });

    expect(traveller.state.status).toBe('ended');
  });

  it('takes the time-out’s way when nothing comes', () => {
    const traveller = any();
    traveller.due(NOW + 3 * DAY);

    expect([traveller.state.endReason, traveller.codes[0]]).toEqual(['late', 'used timeout']);
  });
});

describe('a wait for every one of several events', () => {
  it('goes on when the last has come', () => {
    const traveller = all();
    traveller.event('b', { x: 2 });
    traveller.event('b', { x: 1 });
    expect(traveller.state.status).toBe('active');
    traveller.event('a');

    expect(traveller.codes).toEqual(['both all-events', 'end ended']);
  });

  it('lets one event stand for all that it meets', () => {
    const traveller = all();
    traveller.event('b', { x: 1 });

    expect(traveller.state.waiting).toMatchObject({ events: ['a'], done: [1, 2] });
  });

  it('keeps its time-out and its visit while events come', () => {
    const traveller = all();
    traveller.event('a', {}, NOW + DAY);

    expect(traveller.state).toMatchObject({ dueAt: NOW + 3 * DAY, visit: 1 });
    expect(traveller.passage.records).toEqual([]);
  });

  it('does not count the same event twice', () => {
    const traveller = all();
    traveller.event('a');

    expect(traveller.event('a')).toBe(false);
  });

  it('takes the time-out’s way when one is missing', () => {
    const traveller = all();
    traveller.event('a');
    traveller.due(NOW + 3 * DAY);

    expect(traveller.state.endReason).toBe('late');
  });
});

describe('a wait for what becomes of a message (B1)', () => {
  const reacting = () =>
    new Traveller(
      {
        steps: {
          hello: { type: 'message', template: 'welcome', next: 'read' },
          read: {
            type: 'wait-for',
            any: [
              { message: 'hello', is: 'clicked', next: 'tips' },
              { message: 'hello', is: 'bounced', next: 'call' },
            ],
            timeout: { after: '3d', next: 'end' },
          },
          tips: { type: 'exit', reason: 'tips' },
          call: { type: 'exit', reason: 'call' },
          end: { type: 'exit' },
        },
      },
      { input: { enrollment: '7' } },
    );

  it('goes the way of the reaction that comes', () => {
    const traveller = reacting();
    expect(traveller.event('message.clicked', { journey: 'j', step: 'hello', enrollment: '7' })).toBe(true);
    expect(traveller.codes).toEqual(['read clicked', 'tips ended']);
    const other = reacting();
    other.event('message.bounced', { step: 'hello' });
    expect(other.state.endReason).toBe('call');
  });

  it.each([
    ['another step', { step: 'tips' }],
    ['no step', {}],
    ['another journey', { step: 'hello', journey: 'k' }],
    ['another passage', { step: 'hello', enrollment: '8' }],
  ])('is not moved by a reaction to the message of %s', (_whose, properties) => {
    const traveller = reacting();
    expect(traveller.event('message.clicked', properties)).toBe(false);
    expect(traveller.state.step).toBe('read');
  });
});
