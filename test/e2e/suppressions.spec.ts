import { profiles } from '@parcours/testing';
import { unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

describe.each(profiles)('suppressions (F10) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  it('are listed, changed and taken back', async () => {
    const address = `${unique('sup')}@example.com`;
    const { body } = await platform.call('POST', '/suppressions', {
      address,
      reason: 'requested',
      note: 'By letter.',
    });
    const { id } = body.data;
    expect(body.data).toMatchObject({
      channel: 'email',
      address,
      note: 'By letter.',
      expiresAt: null,
      revision: 1,
    });
    const twice = await platform.call('POST', '/suppressions', {
      address: address.toUpperCase(),
      reason: 'manual',
    });
    expect([twice.status, twice.body.code]).toEqual([409, 'audience.suppression-exists']);
    expect(await platform.data('GET', `/suppressions?filter[address][eq]=${address}`)).toHaveLength(1);
    const changed = await platform.call('PATCH', `/suppressions/${id}`, {
      note: null,
      expiresAt: '2030-01-01T00:00:00Z',
    });
    expect(changed.body.data).toMatchObject({
      note: null,
      expiresAt: '2030-01-01T00:00:00.000Z',
      revision: 2,
    });
    const stale = await platform.call('DELETE', `/suppressions/${id}`, undefined, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect((await platform.call('DELETE', `/suppressions/${id}`)).status).toBe(204);
    expect((await platform.call('GET', `/suppressions/${id}`)).body.code).toBe(
      'audience.suppression-not-found',
    );
  });

  it('are imported by lines, as many as there are, and twice without harm', async () => {
    const stem = unique('imp');
    const lines = Array.from({ length: 2_500 }, (_, at) => `${stem}-${at}@example.com`);
    const text = [...lines, '', 'no address', `  ${stem}-1@EXAMPLE.com `].join('\r\n');
    const send = (body: string, query = '') =>
      platform.send('POST', `/suppressions/import${query}`, body, { 'content-type': 'text/plain' });
    const first = await send(text, '?reason=bounced');
    expect(first.body.data).toEqual({
      added: 2_500,
      known: 1,
      rejected: 1,
      rejectedLines: [{ line: 2_502, text: 'no address' }],
    });
    expect((await send(text)).body.data).toMatchObject({ added: 0, known: 2_501 });
    const [one] = await platform.data('GET', `/suppressions?filter[address][eq]=${stem}-7@example.com`);
    expect(one).toMatchObject({ reason: 'bounced' });
    expect((await send('+33 6 12 34 56 78\nx@y.de\n', '?channel=sms')).body.data).toMatchObject({
      added: 1,
      rejected: 1,
    });
    expect((await send('', '?reason=odd')).status).toBe(400);
  });

  it.each([
    ['an address that is none', { address: 'ada', reason: 'manual' }, 422],
    ['a reason that there is not', { address: 'a@example.com', reason: 'why not' }, 400],
    ['no reason', { address: 'a@example.com' }, 400],
  ])('are refused with %s', async (_what, body, status) => {
    expect((await platform.call('POST', '/suppressions', body)).status).toBe(status);
  });
});
