import { sentOn, takenOn } from './sender-domain.rules.js';

describe('the count of a domain that is warming up (F10)', () => {
  const known = { domain: 'news.example.com', day: '2026-03-02', sent: 40 };
  const quota = { date: '2026-03-02', number: 1, messages: 50, endsAt: 0 };

  it('goes on within a day, and begins anew on the next', () => {
    expect(sentOn(known, quota)).toBe(40);
    expect(takenOn(known, quota, 5)).toEqual({ ...known, sent: 45 });
    const next = { ...quota, date: '2026-03-03' };
    expect(sentOn(known, next)).toBe(0);
    expect(takenOn(known, next, 5)).toEqual({ ...known, day: '2026-03-03', sent: 5 });
  });

  it('begins with nothing where no email has left yet', () => {
    expect(sentOn(undefined, quota)).toBe(0);
    expect(takenOn({ ...known, day: '', sent: 0 }, quota, 5)).toEqual({ ...known, sent: 5 });
  });

  it('never goes back to a day that is over for others, whose clocks are ahead', () => {
    const ahead = { ...known, day: '2026-03-03' };
    expect(sentOn(ahead, quota)).toBe(40);
    expect(takenOn(ahead, quota, 5)).toEqual({ ...ahead, sent: 45 });
  });
});
