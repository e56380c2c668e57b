import type { CollectorCall } from './collector-call.js';
import { collectedEvent } from './collected-event.js';

const NOW = Date.UTC(2026, 5, 1, 12);
const at = (ms: number) => new Date(NOW + ms).toISOString();
const HOUR = 3_600_000;

const collected = (call: CollectorCall, defaults = {}) => collectedEvent(call, defaults, NOW);
const entry = (call: CollectorCall, defaults = {}) => collected(call, defaults).entry;

describe('what becomes of a call', () => {
  it('is an event of the customer, or of the device where no customer is named', () => {
    const call = { type: 'track', event: 'Bought', properties: { a: 1 }, messageId: 'm' } as const;
    expect(entry({ ...call, userId: 'u', anonymousId: 'a' })).toMatchObject({
      ...{ kind: 'event', customerKey: 'u', name: 'Bought', messageId: 'm', properties: { a: 1 } },
    });
    expect(entry({ ...call, anonymousId: 'a' }).customerKey).toBe('a');
  });

  it('is traits of the customer, for identify and group', () => {
    expect(entry({ type: 'identify', userId: 'u', traits: { plan: 'pro', old: null } })).toMatchObject({
      ...{ name: 'identify', traits: { plan: 'pro', old: null }, origin: { layer: 'demographic' } },
    });
    expect(entry({ type: 'identify', userId: 'u', context: { traits: { plan: 'pro' } } }).traits).toEqual({
      plan: 'pro',
    });
    expect(entry({ type: 'group', userId: 'u', groupId: 'g', traits: { id: 'x', size: 3 } })).toMatchObject({
      ...{ traits: { group: { id: 'g', size: 3 } }, properties: { groupId: 'g', size: 3 } },
    });
    expect(
      entry({ type: 'track', event: 'e', userId: 'u', context: { traits: { a: 1 } } }).traits,
    ).toBeUndefined();
  });

  it('has the name of a page or a screen among its properties', () => {
    const call = {
      userId: 'u',
      name: 'Pricing',
      category: 'Docs',
      properties: { name: 'x', url: '/' },
    } as const;
    const properties = { url: '/', name: 'Pricing', category: 'Docs' };
    expect(entry({ ...call, type: 'page' })).toMatchObject({
      name: 'page',
      properties,
      origin: { channel: 'web' },
    });
    expect(entry({ ...call, type: 'screen' })).toMatchObject({ properties, origin: { channel: 'app' } });
  });

  it.each<[string, CollectorCall, object | undefined]>([
    [
      'two ids',
      { type: 'track', event: 'e', userId: 'u', anonymousId: 'a' },
      { kind: 'identify', from: 'a', into: 'u' },
    ],
    ['an alias', { type: 'alias', userId: 'u', previousId: 'p' }, { kind: 'alias', from: 'p', into: 'u' }],
    ['one id', { type: 'track', event: 'e', userId: 'u' }, undefined],
    ['a device alone', { type: 'identify', anonymousId: 'a' }, undefined],
    ['the same id twice', { type: 'identify', userId: 'u', anonymousId: 'u' }, undefined],
  ])('links what belongs together: %s', (_what, call, link) => {
    expect(collected(call).link).toEqual(link);
  });

  it('keeps the context, less the library and the traits, under what the batch says', () => {
    const call = {
      type: 'page',
      userId: 'u',
      context: { library: { name: 'x' }, traits: {}, ip: '::1' },
    } as const;
    expect(entry(call, { context: { ip: '::2', page: { path: '/' } } }).context).toEqual({
      ...{ ip: '::1', page: { path: '/' } },
    });
    expect(entry({ ...call, context: { library: { name: 'x' } } }).context).toBeUndefined();
  });

  it.each<[string, object, object | undefined]>([
    ['a phone', { device: { type: ' ios ' }, channel: 'mobile' }, { channel: 'app', device: 'ios' }],
    ['a browser', { channel: 'browser' }, { channel: 'web', device: undefined }],
    ['a server', { channel: 'server' }, undefined],
    ['rubbish', { channel: { a: 1 }, device: 'x' }, undefined],
    ['a name of the prototype', { channel: 'constructor' }, undefined],
  ])('knows where it comes from: %s', (_what, context, origin) => {
    const call = { type: 'track', event: 'e', userId: 'u', context: { ...context } } as const;
    expect(entry(call).origin).toEqual(origin && { layer: undefined, ...origin });
  });

  it.each<[string, Partial<CollectorCall>, object, number]>([
    ['its timestamp', { timestamp: at(-HOUR) }, {}, NOW - HOUR],
    ['corrected by the call', { timestamp: at(-2 * HOUR), sentAt: at(-HOUR) }, {}, NOW - HOUR],
    ['corrected by the batch', { originalTimestamp: at(8 * HOUR) }, { sentAt: at(9 * HOUR) }, NOW - HOUR],
    [
      'settled by its sender',
      { timestamp: at(-3 * HOUR), originalTimestamp: at(0), sentAt: at(HOUR) },
      {},
      NOW - 3 * HOUR,
    ],
    ['now, for a time that is none', { timestamp: 'yesterday' }, {}, NOW],
    ['now, for the year 9999', { timestamp: '9999-01-01T00:00:00Z' }, {}, NOW],
    ['now, for the year 0', { timestamp: '0000-01-01T00:00:00Z' }, {}, NOW],
    ['not corrected by what is no time', { timestamp: at(-HOUR), sentAt: 'x' }, {}, NOW - HOUR],
  ])('happened at a time that is %s', (_what, times, defaults, expected) => {
    expect(entry({ type: 'page', userId: 'u', ...times }, defaults).occurredAt).toBe(expected);
  });
});
