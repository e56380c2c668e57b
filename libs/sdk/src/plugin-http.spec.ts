import {
  healthByAnswer,
  HttpFailure,
  isHttpFailure,
  retryAfterMs,
  sendErrorOfAnswer,
  sendErrorOfFailure,
} from './plugin-http.js';

describe('Retry-After', () => {
  it('is seconds or a date', () => {
    expect(retryAfterMs('120', 0)).toBe(120_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:01:00 GMT', 10_000)).toBe(50_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:00 GMT', 10_000)).toBe(0);
  });

  it.each([undefined, '', 'soon', '-5', '99999999999'])('%p says nothing', (header) => {
    expect(retryAfterMs(header, 0)).toBeUndefined();
  });
});

describe('what an answer means for a message', () => {
  const meant = (status: number, headers = {}) =>
    sendErrorOfAnswer({ status, headers, body: '' }, { provider: 'post', now: 0 });

  it.each([
    [301, 'misconfigured', 'post.redirected'],
    [400, 'permanent', 'post.refused'],
    [401, 'misconfigured', 'post.not-authorised'],
    [403, 'misconfigured', 'post.not-authorised'],
    [404, 'permanent', 'post.refused'],
    [408, 'throttled', 'post.throttled'],
    [429, 'throttled', 'post.throttled'],
    [500, 'temporary', 'post.unavailable'],
    [503, 'temporary', 'post.unavailable'],
  ])('%d is %s', (status, kind, code) => {
    expect(meant(status)).toMatchObject({ class: kind, code });
  });

  it('says how long to wait, and when the other side as a whole is out of reach', () => {
    expect(meant(429, { 'retry-after': '7' })).toMatchObject({ retryAfterMs: 7_000 });
    expect(meant(500)).toMatchObject({ outage: false });
    expect(meant(502)).toMatchObject({ outage: true });
    expect(meant(504)).toMatchObject({ outage: true, maybeSent: true });
  });
});

describe('what a call without an answer means for a message', () => {
  const failure = (changes = {}) =>
    new HttpFailure({ code: 'outgoing.timeout', detail: 'D', retryable: true, maybeSent: true, ...changes });

  it('is tried again, marked where the other side may have read it', () => {
    expect(sendErrorOfFailure(failure())).toEqual({
      class: 'temporary',
      code: 'outgoing.timeout',
      detail: 'D',
      outage: true,
      maybeSent: true,
    });
    expect(sendErrorOfFailure(failure({ maybeSent: false }))).not.toHaveProperty('maybeSent');
  });

  it('waits for a person where the address is the trouble', () => {
    expect(sendErrorOfFailure(failure({ retryable: false }))).toMatchObject({ class: 'misconfigured' });
  });

  it('knows a failure that another copy of the SDK made, and throws anything else', () => {
    const foreign = Object.assign(new Error('D'), { name: 'HttpFailure', reason: failure().reason });
    expect(isHttpFailure(foreign)).toBe(true);
    const other = new TypeError('a fault');
    expect(() => sendErrorOfFailure(other)).toThrow(other);
  });
});

describe('the health that a request shows (A7)', () => {
  const answered = (status: number) => Promise.resolve({ status, headers: {}, body: '' });
  const errorIn = ({ status }: { readonly status: number }) =>
    status === 200 ? undefined : { code: 'post.refused', detail: `It answered ${String(status)}.` };

  it('is up where nothing is wrong, and down with the reason where something is', async () => {
    expect(await healthByAnswer(answered(200), errorIn)).toEqual({ status: 'up' });
    const down = { status: 'down', detail: 'post.refused: It answered 403.' };
    expect(await healthByAnswer(answered(403), errorIn)).toEqual(down);
  });

  it('is down without an answer, and thrown where the plugin is at fault', async () => {
    const late = { code: 'outgoing.timeout', detail: 'It was late.', retryable: true, maybeSent: true };
    const report = await healthByAnswer(Promise.reject(new HttpFailure(late)), errorIn);
    expect(report).toEqual({ status: 'down', detail: 'outgoing.timeout: It was late.' });
    const fault = new TypeError('a fault');
    await expect(healthByAnswer(Promise.reject(fault), errorIn)).rejects.toThrow(fault);
    const misread = healthByAnswer(answered(200), () => {
      throw fault;
    });
    await expect(misread).rejects.toThrow(fault);
  });
});
