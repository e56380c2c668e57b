import { DAY, NOW, Traveller } from '../testing/journeys.js';
import { explainWaiting } from './explain-waiting.js';

const END = { type: 'exit' } as const;
const AWAITED = {
  type: 'wait-for',
  any: [{ event: 'order.paid' }, { event: 'order.lost' }],
  next: 'end',
} as const;

describe('explainWaiting (C4)', () => {
  it('says until when it waits', () => {
    const { state } = new Traveller({ steps: { rest: { type: 'wait', for: '3d', next: 'end' }, end: END } });
    expect(state.dueAt).toBe(NOW + 3 * DAY);
    expect(explainWaiting(state, 'en')).toBe('It waits until 2026-03-05 08:00 UTC.');
    expect(explainWaiting(state, 'fr')).toBe('Il attend jusqu’au 2026-03-05 08:00 UTC.');
  });

  it('says for what it waits, and how long', () => {
    const { state } = new Traveller({
      steps: { hear: { ...AWAITED, timeout: { after: '1d', next: 'end' } }, end: END },
    });
    expect(explainWaiting(state, 'en')).toBe(
      'It waits until 2026-03-03 08:00 UTC for order.paid or order.lost.',
    );
    const forEver = new Traveller({ steps: { hear: AWAITED, end: END } }).state;
    expect(explainWaiting(forEver, 'fr')).toBe('Il attend order.paid ou order.lost, sans limite de temps.');
  });

  it('says that the outcome of a message is awaited', () => {
    const { state } = new Traveller({
      steps: { hello: { type: 'message', template: 't', on: { failed: 'end' }, next: 'end' }, end: END },
    });
    expect(explainWaiting(state, 'en')).toBe('It waits for the outcome of its message.');
  });

  it('says that another system is to answer, and that a turn is awaited', () => {
    const at = (waiting: 'call' | 'intake', dueAt: number | null) =>
      explainWaiting({ waiting: { for: waiting, since: 0 }, dueAt }, 'en');
    expect(at('call', null)).toBe('It waits for the answer of another system.');
    expect(at('intake', Date.UTC(2026, 2, 5, 8))).toBe(
      'It waits for its turn to begin, at 2026-03-05 08:00 UTC.',
    );
  });

  it('has nothing to say of one that has ended', () => {
    expect(explainWaiting(new Traveller({ steps: { end: END } }).state, 'en')).toBeUndefined();
  });
});
