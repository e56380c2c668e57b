import {
  type CallbackRequest,
  HttpFailure,
  type OpenConnector,
  type OutgoingMessage,
  type SendResult,
} from '@parcours/sdk';
import { ConnectorHandle } from './connector-handle.js';
import { DEFAULT_CALL_LIMITS } from './call-limits.js';
import type { CallLimits } from './call-limits.js';
import { SecretScrubber } from './secret-scrubber.js';

const message = (id: string): OutgoingMessage => ({
  id,
  customerId: 'c',
  attempt: 1,
  to: 'a@example.com',
  content: { subject: 's', html: 'h' },
});
const two = [message('m1'), message('m2')];
const sent: SendResult = { status: 'sent', providerId: 'p' };
const outage: SendResult = {
  status: 'failed',
  error: { class: 'temporary', code: 'x.down', detail: 'down', outage: true },
};

function aHandle(sendBatch: OpenConnector['sendBatch'], limits: Partial<CallLimits> = {}, concurrency = 2) {
  return new ConnectorHandle({
    type: 'test',
    channel: 'email',
    instanceKey: 'main',
    capabilities: { maxBatch: 2, concurrency, idempotency: false },
    connector: { sendBatch, close: () => Promise.resolve() },
    limits: { ...DEFAULT_CALL_LIMITS, ...limits },
    scrubber: new SecretScrubber(['hunter22']),
    inputs: new Map(),
  });
}

const codesOf = (results: readonly SendResult[]) =>
  results.map((result) => (result.status === 'sent' ? 'sent' : result.error.code));

describe('ConnectorHandle', () => {
  it('passes results on, one per message', async () => {
    const failed: SendResult = {
      status: 'failed',
      error: { class: 'throttled', code: 'x.slow', detail: 'd', retryAfterMs: 5 },
    };
    expect(await aHandle(async () => [sent, failed]).sendBatch(two)).toEqual([sent, failed]);
  });

  it('splits what exceeds maxBatch and keeps the order', async () => {
    const batches: string[][] = [];
    const handle = aHandle(async (messages) => {
      batches.push(messages.map(({ id }) => id));
      return messages.map(({ id }) => ({ status: 'sent', providerId: id }));
    });
    const results = await handle.sendBatch(['1', '2', '3'].map(message));
    expect(batches).toEqual([['1', '2'], ['3']]);
    expect(results).toEqual(['1', '2', '3'].map((id) => ({ status: 'sent', providerId: id })));
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['too few results', [sent]],
    ['no list', { status: 'sent' }],
    ['an unknown status', [sent, { status: 'fine' }]],
    ['an unknown class', [sent, { status: 'failed', error: { class: 'odd', code: 'c', detail: 'd' } }]],
    ['a provider id that is no text', [sent, { status: 'sent', providerId: 7 }]],
  ])('makes %s a retry of the whole batch, which may have been sent', async (_name, answer) => {
    const results = await aHandle(() => Promise.resolve(answer as SendResult[])).sendBatch(two);
    expect(codesOf(results)).toEqual(['plugin.bad-answer', 'plugin.bad-answer']);
    expect(results[0]).toMatchObject({ error: { class: 'temporary', maybeSent: true } });
  });

  it.each(['at once', 'later'])('makes an exception, thrown %s, a retry without secrets', async (when) => {
    const handle = aHandle(() => {
      const error = new Error('login hunter22 failed');
      if (when === 'at once') throw error;
      return Promise.reject(error);
    });
    const results = await handle.sendBatch(two);
    expect(codesOf(results)).toEqual(['plugin.threw', 'plugin.threw']);
    expect(JSON.stringify(results)).toContain('login ••• failed');
  });

  it('keeps its own list, whatever a plugin does to the one that it is given', async () => {
    const results = await aHandle((messages) => {
      (messages as OutgoingMessage[]).length = 0;
      return Promise.resolve([]);
    }).sendBatch(two);
    expect(codesOf(results)).toEqual(['plugin.bad-answer', 'plugin.bad-answer']);
  });

  it('takes secrets out of results', async () => {
    const leak: SendResult = {
      status: 'failed',
      error: { class: 'permanent', code: 'x.y', detail: 'hunter22' },
    };
    expect(JSON.stringify(await aHandle(async () => [leak, leak]).sendBatch(two))).not.toContain('hunter22');
  });

  it('gives up a call that hangs, and tells the plugin', async () => {
    let signal: AbortSignal | undefined;
    const handle = aHandle(
      (_messages, call) => {
        signal = call.signal;
        return new Promise(() => undefined);
      },
      { timeoutMs: 20, graceMs: 10 },
    );
    const results = await handle.sendBatch(two);
    expect(codesOf(results)).toEqual(['plugin.timed-out', 'plugin.timed-out']);
    expect(results[1]).toMatchObject({ error: { maybeSent: true } });
    expect(signal?.aborted).toBe(true);
  });

  it('takes what a plugin answers when it is asked to stop', async () => {
    const stop = new AbortController();
    const handle = aHandle(
      (_messages, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve([sent, outage]);
          });
          stop.abort();
        }),
    );
    expect(await handle.sendBatch(two, { signal: stop.signal })).toEqual([sent, outage]);
  });

  it('gives up when the caller does, and does not begin after that', async () => {
    const stop = new AbortController();
    const sendBatch = jest.fn(() => {
      stop.abort();
      return new Promise<SendResult[]>(() => undefined);
    });
    const handle = aHandle(sendBatch, { graceMs: 10 });
    expect(codesOf(await handle.sendBatch(two, { signal: stop.signal }))).toEqual([
      'plugin.timed-out',
      'plugin.timed-out',
    ]);
    expect(codesOf(await handle.sendBatch(two, { signal: stop.signal }))).toEqual([
      'plugin.not-called',
      'plugin.not-called',
    ]);
    expect(sendBatch).toHaveBeenCalledTimes(1);
  });

  it('leaves a provider alone after failures in a row, then tries once and goes on', async () => {
    const now = jest.spyOn(Date, 'now');
    let down = true;
    const sendBatch = jest.fn(async () => (down ? [outage, outage] : [sent, sent]));
    const handle = aHandle(sendBatch, { failuresToOpen: 3, openForMs: 10_000 });
    for (let call = 0; call < 3; call++)
      expect(codesOf(await handle.sendBatch(two))).toEqual(['x.down', 'x.down']);
    const refused = await handle.sendBatch(two);
    expect(refused[0]).toMatchObject({
      error: { class: 'temporary', code: 'plugin.circuit-open', retryAfterMs: 10_000 },
    });
    expect(refused[0]).not.toHaveProperty('error.maybeSent');
    expect(sendBatch).toHaveBeenCalledTimes(3);
    expect(handle.circuit()).toBe('open');
    down = false;
    now.mockReturnValue(Date.now() + 10_001);
    expect(await handle.sendBatch(two)).toEqual([sent, sent]);
    expect(handle.circuit()).toBe('closed');
    now.mockRestore();
  });

  it('does not open for failures of single recipients', async () => {
    const refused: SendResult = {
      status: 'failed',
      error: { class: 'temporary', code: 'x.greylisted', detail: '' },
    };
    const handle = aHandle(async () => [refused, refused], { failuresToOpen: 1 });
    for (let call = 0; call < 5; call++) await handle.sendBatch(two);
    expect(handle.circuit()).toBe('closed');
  });

  it('lets no more calls run or wait than it should', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let running = 0;
    let most = 0;
    const handle = aHandle(
      async (messages) => {
        most = Math.max(most, ++running);
        await gate;
        running--;
        return messages.map(() => sent);
      },
      { waitingCalls: 2 },
    );
    const calls = Array.from({ length: 5 }, () => handle.sendBatch([message('m')]));
    expect(await calls[4]).toMatchObject([{ error: { code: 'plugin.busy', retryAfterMs: 1_000 } }]);
    release();
    const results = await Promise.all(calls.slice(0, 4));
    expect(results.flat()).toEqual([sent, sent, sent, sent]);
    expect(most).toBe(2);
  });

  it.each([
    [1, ['d1', 'u1', 'd2', 'd3']],
    [2, ['d1', 'u1', 'd2', 'd3']],
    [3, ['d1', 'd2', 'u1', 'd3']],
  ])('lets urgent calls before those that can wait, with %i at once', async (concurrency, order) => {
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const handle = aHandle(
      async (messages) => {
        begun.push(...messages.map(({ id }) => id));
        await new Promise<void>((resolve) => ends.push(resolve));
        return messages.map(() => sent);
      },
      {},
      concurrency,
    );
    const calls = [
      ...['d1', 'd2', 'd3'].map((id) => handle.sendBatch([message(id)], { urgency: 'deferrable' })),
      handle.sendBatch([message('u1')], { urgency: 'urgent' }),
    ];
    for (let ended = 0; ended < calls.length; ended++) {
      while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
      ends.shift()?.();
    }
    await Promise.all(calls);
    expect(begun).toEqual(order);
  });

  it('lets no more callbacks run or wait than it should, and opens no circuit by them', async () => {
    const held: (() => void)[] = [];
    const parse = () =>
      new Promise<never>((_resolve, reject) =>
        held.push(() => {
          reject(new Error('odd'));
        }),
      );
    const handle = new ConnectorHandle({
      ...{ type: 'test', channel: 'email', instanceKey: 'main', inputs: new Map() },
      capabilities: { maxBatch: 2, concurrency: 1, idempotency: false },
      connector: { sendBatch: async () => [sent], callbacks: { parse }, close: () => Promise.resolve() },
      limits: { ...DEFAULT_CALL_LIMITS, waitingCalls: 0 },
      scrubber: new SecretScrubber([]),
    });
    const request = { method: 'POST', url: '', headers: {}, query: {}, rawBody: new Uint8Array() } as const;
    const calls = Array.from({ length: 32 }, () => handle.receive(request));
    expect(await handle.receive(request)).toMatchObject({ status: 'unavailable' });
    held.forEach((release) => {
      release();
    });
    expect(new Set((await Promise.all(calls)).map((result) => result?.status))).toEqual(
      new Set(['malformed']),
    );
    expect(handle.circuit()).toBe('closed');
    expect(await handle.sendBatch([message('m1')])).toEqual([sent]);
  });

  it('reports health without secrets, and down when the check throws', async () => {
    const parts = { sendBatch: async () => [], close: () => Promise.resolve() };
    const make = (verify?: OpenConnector['verify']) =>
      new ConnectorHandle({
        type: 't',
        channel: 'email',
        instanceKey: 'k',
        capabilities: { maxBatch: 1, concurrency: 1, idempotency: false },
        connector: verify ? { ...parts, verify } : parts,
        limits: DEFAULT_CALL_LIMITS,
        scrubber: new SecretScrubber(['hunter22']),
        inputs: new Map(),
      });
    expect(await make().verify()).toEqual({ status: 'up' });
    expect(await make(async () => ({ status: 'down', detail: 'no hunter22' })).verify()).toEqual({
      status: 'down',
      detail: 'no •••',
    });
    expect(await make(() => Promise.reject(new Error('boom'))).verify()).toEqual({
      status: 'down',
      detail: 'Error: boom',
    });
  });

  it('sends nothing any more once it is closed', async () => {
    const handle = aHandle(async () => [sent, sent]);
    await handle.close();
    expect(codesOf(await handle.sendBatch(two))).toEqual(['plugin.not-called', 'plugin.not-called']);
  });
});

describe('a callback that a plugin reads', () => {
  const request: CallbackRequest = {
    method: 'POST',
    url: '',
    headers: {},
    query: {},
    rawBody: new Uint8Array(),
  };
  const reading = (parse: () => never, limits: Partial<CallLimits> = {}) =>
    new ConnectorHandle({
      type: 'test',
      channel: 'email',
      instanceKey: 'main',
      capabilities: { maxBatch: 2, concurrency: 2, idempotency: false },
      connector: {
        sendBatch: () => Promise.resolve([]),
        callbacks: { parse },
        close: () => Promise.resolve(),
      },
      limits: { ...DEFAULT_CALL_LIMITS, ...limits },
      scrubber: new SecretScrubber(['hunter22']),
      inputs: new Map(),
    }).receive(request);

  it('is malformed where the plugin throws', async () => {
    const result = await reading(() => {
      throw new Error('no such member');
    });
    expect(result).toMatchObject({ status: 'malformed', detail: expect.stringContaining('no such member') });
  });

  it('is to be sent again where the plugin cannot reach what it has to ask', async () => {
    const detail = 'hunter22 came late';
    const result = await reading(() => {
      throw new HttpFailure({ code: 'outgoing.timeout', detail, retryable: true, maybeSent: false });
    });
    expect(result).toMatchObject({ status: 'unavailable', detail: expect.stringContaining('••• came late') });
  });

  it('is to be sent again where the plugin comes to no end', async () => {
    const hang = () => new Promise<never>(() => undefined) as never;
    expect(await reading(hang, { timeoutMs: 20 })).toMatchObject({ status: 'unavailable' });
  });
});
