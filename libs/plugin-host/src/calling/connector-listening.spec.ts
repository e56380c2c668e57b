import type { Deliver, OpenConnector } from '@parcours/sdk';

import { type CallLimits, DEFAULT_CALL_LIMITS } from './call-limits.js';
import { ConnectorHandle } from './connector-handle.js';
import { SecretScrubber } from './secret-scrubber.js';

describe('a connector that listens (D3)', () => {
  function listening(listen: OpenConnector['listen'], limits: Partial<CallLimits> = {}) {
    return new ConnectorHandle({
      type: 'test',
      channel: 'sms',
      instanceKey: 'main',
      capabilities: { maxBatch: 1, concurrency: 1, idempotency: false, listens: true },
      connector: { ...(listen && { listen }), close: () => Promise.resolve() },
      limits: { ...DEFAULT_CALL_LIMITS, ...limits },
      scrubber: new SecretScrubber(['hunter22']),
      inputs: new Map(),
    });
  }

  async function deliverOf(keep: Deliver): Promise<Deliver> {
    let deliver: Deliver = () => Promise.reject(new Error('nobody listens'));
    await listening((given) => {
      deliver = given;
    }).listen(keep);
    return deliver;
  }

  it('tells what is durable when it hears so, copied and without secrets', async () => {
    const kept: unknown[] = [];
    const deliver = await deliverOf((told) => {
      kept.push(told);
      return Promise.resolve();
    });
    const told = { kind: 'bounced', providerId: 'p', detail: 'hunter22 is wrong', extra: 1 } as const;
    await deliver({ status: 'accepted', id: 'r-1', reactions: [told] });
    expect(kept).toEqual([
      {
        status: 'accepted',
        id: 'r-1',
        reactions: [
          { kind: 'bounced', bounce: 'soft', providerId: 'p', detail: expect.stringContaining('is wrong') },
        ],
        replies: [],
        events: [],
      },
    ]);
    expect(JSON.stringify(kept)).not.toContain('hunter22');
  });

  it('hears of what could not be kept', async () => {
    const deliver = await deliverOf(() => Promise.reject(new Error('no database')));
    await expect(deliver({ status: 'accepted' })).rejects.toThrow('no database');
  });

  it.each([
    undefined,
    'accepted',
    { status: 'bad-signature' },
    { status: 'accepted', replies: [{ text: 'x' }] },
  ])('is refused %j, which is nothing to be kept', async (told) => {
    const kept: unknown[] = [];
    const deliver = await deliverOf((each) => Promise.resolve(void kept.push(each)));
    await expect(deliver(told as Parameters<Deliver>[0])).rejects.toThrow();
    expect(kept).toEqual([]);
  });

  it('does not begin where it throws or never comes to an end', async () => {
    const keep: Deliver = () => Promise.resolve();
    await expect(listening(() => Promise.reject(new Error('no socket'))).listen(keep)).rejects.toThrow(
      'no socket',
    );
    const silent = listening(() => new Promise(() => undefined), { timeoutMs: 10, graceMs: 0 });
    await expect(silent.listen(keep)).rejects.toThrow('given up');
    await expect(listening(undefined).listen(keep)).resolves.toBeUndefined();
  });
});
