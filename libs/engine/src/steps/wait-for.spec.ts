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
