import { quotaOn } from './warm-up.rules.js';

const plan = { startedOn: '2026-03-28', perDay: [50, 100, 500], zone: 'Europe/Paris' };
const on = (time: string, changes: object = {}) => quotaOn({ ...plan, ...changes }, Date.parse(time), 'UTC');

describe('the warm-up of a sender (F10)', () => {
  it('allows more from day to day, in its zone', () => {
    expect(on('2026-03-27T23:30:00Z')).toMatchObject({ date: '2026-03-28', number: 1, messages: 50 });
    expect(on('2026-03-28T22:59:59Z')).toMatchObject({ number: 1, messages: 50 });
    expect(on('2026-03-28T23:00:00Z')).toMatchObject({ date: '2026-03-29', number: 2, messages: 100 });
    expect(on('2026-03-30T12:00:00Z')).toMatchObject({ number: 3, messages: 500 });
  });

  it('ends its days when the clock changes, too', () => {
    // 29 March has 23 hours in Paris.
    expect(on('2026-03-29T12:00:00Z')?.endsAt).toBe(Date.parse('2026-03-29T22:00:00Z'));
  });

  it('lets nothing out before it begins, and everything when it is over', () => {
    expect(on('2026-03-27T12:00:00Z')).toMatchObject({ number: 0, messages: 0 });
    expect(on('2026-03-31T12:00:00Z')).toBeUndefined();
  });

  it('has the days of the workspace where it names no zone', () => {
    expect(on('2026-03-27T23:30:00Z', { zone: undefined })).toMatchObject({
      date: '2026-03-27',
      messages: 0,
    });
  });
});
