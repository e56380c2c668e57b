import { sendEach } from './send-each.js';

const message = (id: string, customerId: string) => ({ id, customerId });

describe('sending messages one by one', () => {
  it('keeps those of one customer in their order, and results in that of the batch', async () => {
    const sent: string[] = [];
    let busy = 0;
    let busiest = 0;
    const batch = [message('1', 'ada'), message('2', 'bo'), message('3', 'ada'), message('4', 'cy')];
    const results = await sendEach(batch, { atOnce: 2 }, async ({ id }) => {
      busiest = Math.max(busiest, ++busy);
      await new Promise((resolve) => setTimeout(resolve, id === '1' ? 20 : 1));
      busy--;
      sent.push(id);
      return { status: 'sent', providerId: id };
    });
    expect(results).toEqual(batch.map(({ id }) => ({ status: 'sent', providerId: id })));
    expect(sent.indexOf('1')).toBeLessThan(sent.indexOf('3'));
    expect(busiest).toBe(2);
  });

  it('leaves the rest alone after a failure that it would meet too', async () => {
    const tried: string[] = [];
    const down = {
      class: 'temporary',
      code: 'pager.down',
      detail: 'Nobody is there.',
      outage: true,
    } as const;
    const one = { class: 'permanent', code: 'pager.refused', detail: 'It is too long.' } as const;
    const results = await sendEach(
      [message('1', 'ada'), message('2', 'ada'), message('3', 'ada'), message('4', 'bo')],
      { atOnce: 1, stopsAt: ({ outage }) => outage === true },
      ({ id }) => {
        tried.push(id);
        return Promise.resolve({ status: 'failed', error: id === '1' ? one : { ...down, maybeSent: true } });
      },
    );
    expect(tried).toEqual(['1', '2']);
    expect(results.map((result) => result.status === 'failed' && result.error)).toEqual([
      one,
      { ...down, maybeSent: true },
      down,
      down,
    ]);
  });

  it('takes no attempt from what it has not tried because the provider asked for a slower pace', async () => {
    const slow = {
      class: 'throttled',
      code: 'pager.throttled',
      detail: 'Not so fast.',
      retryAfterMs: 9,
    } as const;
    const results = await sendEach(
      [message('1', 'ada'), message('2', 'bo')],
      { atOnce: 1, stopsAt: () => true },
      () => Promise.resolve({ status: 'failed', error: slow }),
    );
    expect(results).toEqual([
      { status: 'failed', error: slow },
      {
        status: 'failed',
        error: {
          class: 'temporary',
          code: 'plugin.not-called',
          detail: 'It was not tried. Not so fast.',
          retryAfterMs: 9,
        },
      },
    ]);
  });

  it('has nothing to do for an empty batch', async () => {
    expect(await sendEach([], { atOnce: 8 }, () => Promise.reject(new Error('nothing to send')))).toEqual([]);
  });
});
