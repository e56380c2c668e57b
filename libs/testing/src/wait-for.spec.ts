import { waitFor } from './wait-for.js';

describe('waitFor', () => {
  it('returns the first answer that is there', async () => {
    const answers = [undefined, null, false, 'here'] as const;
    let asked = 0;
    expect(await waitFor(() => answers[asked++], { intervalMs: 0 })).toBe('here');
    expect(asked).toBe(4);
  });

  it('counts zero as an answer', async () => {
    expect(await waitFor(() => Promise.resolve(0))).toBe(0);
  });

  it('says what it waited for once the time is over', async () => {
    const waiting = waitFor(() => false, {
      timeoutMs: 10,
      intervalMs: 1,
      describe: () => 'a mail, of which 0 came',
    });
    await expect(waiting).rejects.toThrow('waited 10 ms in vain for a mail, of which 0 came');
  });

  it('passes on what the condition throws', async () => {
    await expect(waitFor(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
