import { readCall } from './collector-call.js';
import { CALL_TYPES } from './collector-paths.js';

const NEEDED = { event: 'e', groupId: 'g', previousId: 'p' };

const codesOf = (read: ReturnType<typeof readCall>) =>
  'type' in read ? 'a call' : read.map(({ pointer, code }) => `${code} at ${pointer}`);

describe('a call of a client library', () => {
  it.each(CALL_TYPES)('to %s is read', (type) => {
    expect(readCall({ ...NEEDED, userId: 'u' }, type)).toEqual({ ...NEEDED, userId: 'u', type });
    expect(readCall({ ...NEEDED, type, userId: 'u' })).toEqual({ ...NEEDED, userId: 'u', type });
  });

  it('may have null or nothing for what it has not, and numbers for ids', () => {
    const call = { event: 'e', userId: 7, anonymousId: null, messageId: '', traits: null, properties: null };
    expect(readCall(call, 'track')).toEqual({ type: 'track', event: 'e', userId: '7' });
  });

  it('keeps to its address, whatever type it says it has', () => {
    expect(readCall({ type: 'track', userId: 'u' }, 'page')).toMatchObject({ type: 'page' });
  });

  it('may have members that nobody knows', () => {
    expect(readCall({ userId: 'u', event: 'e', _metadata: {}, version: 2 }, 'track')).toMatchObject({
      event: 'e',
    });
  });

  it.each<[string, unknown, string]>([
    ['no object', 'x', 'schema.wrong-type at '],
    ['a list', [], 'schema.wrong-type at '],
    ['nobody', { type: 'track', event: 'e' }, 'schema.missing-member at '],
    ['no type', { userId: 'u' }, 'schema.not-allowed at /type'],
    ['a type of another library', { type: 'delete', userId: 'u' }, 'schema.not-allowed at /type'],
    ['no event', { type: 'track', userId: 'u' }, 'schema.missing-member at /event'],
    [
      'an event that is reserved',
      { type: 'track', userId: 'u', event: 'note.added' },
      'schema.pattern at /event',
    ],
    ['an id that is an object', { type: 'page', userId: {} }, 'schema.wrong-type at /userId'],
    [
      'properties that are text',
      { type: 'page', userId: 'u', properties: 'x' },
      'schema.wrong-type at /properties',
    ],
    ['a group without an id', { type: 'group', userId: 'u' }, 'schema.missing-member at /groupId'],
    ['an alias of nobody', { type: 'alias', previousId: 'p' }, 'schema.missing-member at /userId'],
    ['33 KB', { type: 'page', userId: 'u', name: 'x'.repeat(33_000) }, 'schema.too-large at '],
  ])('of %s is none', (_what, item, code) => {
    expect(codesOf(readCall(item))).toContain(code);
  });
});
