import { profiles, waitFor } from '@parcours/testing';

import { settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

/** One bad event of each kind that issue 4 names, as JSON text, with the place and code of what is told. */
const BAD: readonly (readonly [what: string, item: string, pointer: string, code: string])[] = [
  [
    'a member __proto__',
    '{"event":"e","customerId":"c","traits":{"__proto__":{"admin":true}}}',
    '/traits/__proto__',
    'schema.forbidden-member',
  ],
  [
    'an escaped member __proto__',
    '{"event":"e","customerId":"c","\\u005f_proto__":{}}',
    '/__proto__',
    'schema.forbidden-member',
  ],
  [
    'a member constructor.prototype',
    '{"event":"e","customerId":"c","properties":{"constructor":{"prototype":{}}}}',
    '/properties/constructor',
    'schema.forbidden-member',
  ],
  [
    'a NUL character in a text',
    '{"event":"e","customerId":"c","properties":{"a":["x","b\\u0000"]}}',
    '/properties/a/1',
    'schema.nul-character',
  ],
  [
    'a NUL character in a name',
    '{"event":"e","customerId":"c","properties":{"a\\u0000":1}}',
    '/properties/a\0',
    'schema.nul-character',
  ],
  [
    '100 levels',
    `{"event":"e","customerId":"c","properties":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`,
    `/properties${'/a'.repeat(63)}`,
    'schema.too-deep',
  ],
  [
    '100 levels of lists',
    `{"event":"e","customerId":"c","properties":{"a":${'['.repeat(100)}1${']'.repeat(100)}}}`,
    `/properties/a${'/0'.repeat(62)}`,
    'schema.too-deep',
  ],
  [
    'a lone surrogate in its customer',
    '{"event":"e","customerId":"c\\ud83d"}',
    '/customerId',
    'schema.pattern',
  ],
  [
    'a trait of 1 MB less the rest',
    `{"event":"e","customerId":"c","traits":{"t":"${'x'.repeat(1_000_000)}"}}`,
    '',
    'schema.too-large',
  ],
  [
    'an id of 10,000 characters',
    `{"event":"e","customerId":"${'c'.repeat(10_000)}"}`,
    '/customerId',
    'schema.length',
  ],
  [
    'a message id of 10,000 characters',
    `{"event":"e","customerId":"c","messageId":"${'m'.repeat(10_000)}"}`,
    '/messageId',
    'schema.length',
  ],
  [
    'a time in the year 0',
    '{"event":"e","customerId":"c","occurredAt":"0000-01-01T00:00:00Z"}',
    '/occurredAt',
    'events.time-out-of-range',
  ],
  [
    'a time in the year 9999',
    '{"event":"e","customerId":"c","occurredAt":"9999-12-31T00:00:00Z"}',
    '/occurredAt',
    'events.time-out-of-range',
  ],
  ['nothing but a number', '7', '', 'schema.wrong-type'],
];

describe.each(profiles)('a batch of events with a bad one (A4) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_LANES: '2' } });
  });
  afterAll(() => platform.stop());

  it.each(BAD)('that has %s tells which and why, and keeps the rest', async (_what, item, pointer, code) => {
    const customerId = unique('kept');
    const good = JSON.stringify({ event: 'e', customerId, traits: { good: true } });
    const { status, body } = await platform.send('POST', '/events', `[${good},${item},${good}]`);
    expect({ status, accepted: body.data?.accepted }).toEqual({ status: 202, accepted: 2 });
    const [rejected, ...others] = body.data.rejected;
    expect(others).toEqual([]);
    expect(rejected.index).toBe(1);
    expect(rejected.errors[0]).toMatchObject({ pointer: `/1${pointer}`, code });
    await settled(platform, customerId);
    expect((await platform.data('GET', `/customers/${customerId}`)).traits).toMatchObject({ good: true });
  });

  it.each(BAD)('that has %s and is alone is refused as a whole', async (_what, item, pointer, code) => {
    const { status, body } = await platform.send('POST', '/events', item);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'events.invalid' });
    expect(body.errors[0]).toMatchObject({ pointer, code });
  });

  it('changes no prototype', () => {
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('of 10 MB is refused, packed or not, and the next one is taken', async () => {
    const text = JSON.stringify([
      { event: 'e', customerId: 'big', properties: { text: 'x'.repeat(10_000_000) } },
    ]);
    const plain = await platform
      .send('POST', '/events', text)
      .catch(() => ({ status: 413, body: undefined }));
    expect(plain.status).toBe(413);
    const { status } = await platform.call('POST', '/events', { event: 'e', customerId: 'big' });
    expect(status).toBe(202);
  });

  it('refuses one customer alone where a trigger has a bad item', async () => {
    await platform.publish('journey-templates', 'by-api', {
      name: 'By API',
      definition: {
        entry: { triggers: [{ type: 'api' }] },
        start: 'end',
        steps: { end: { type: 'exit', reason: 'completed' } },
      },
    });
    const text = '[{"customerId":"t-1"},{"customerId":"t-2","context":{"__proto__":{}}}]';
    const { status, body } = await platform.send('POST', '/journeys/by-api/trigger', text);
    expect(status).toBe(202);
    expect(body.data.map((item: { status: string }) => item.status)).toEqual(['accepted', 'rejected']);
    expect(body.data[1].errors[0]).toMatchObject({
      pointer: '/1/context/__proto__',
      code: 'schema.forbidden-member',
    });
  });

  it('leaves no dead letters behind', async () => {
    await waitFor(async () => (await platform.call('GET', '/customers/big')).status === 200);
    expect(await platform.data('GET', '/dead-letters')).toEqual([]);
  });
});
