import { once } from 'node:events';
import { CallLimit } from './call-limit.js';

describe('the limit of a call', () => {
  it('ends it when its time is up', async () => {
    const limit = new CallLimit(5);
    await once(limit.signal, 'abort');
    expect(limit.hasRunOut).toBe(true);
  });

  it('ends it when its caller gives up, which is no lack of time', () => {
    const caller = new AbortController();
    const limit = new CallLimit(60_000, caller.signal);
    expect(limit.signal.aborted).toBe(false);
    caller.abort();
    expect([limit.signal.aborted, limit.hasRunOut]).toEqual([true, false]);
    limit.end();
  });

  it('ends at once what was given up before it began', () => {
    const limit = new CallLimit(60_000, AbortSignal.abort());
    expect([limit.signal.aborted, limit.hasRunOut]).toEqual([true, false]);
    limit.end();
  });

  it('ends nothing any more once the call is over', async () => {
    const caller = new AbortController();
    const limit = new CallLimit(1, caller.signal);
    limit.end();
    caller.abort();
    await new Promise((later) => setTimeout(later, 20));
    expect([limit.signal.aborted, limit.hasRunOut]).toEqual([false, false]);
  });
});
