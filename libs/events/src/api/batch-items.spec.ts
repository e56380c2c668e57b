import { derivedMessageId, itemsOf, placed } from '../index.js';

describe('the items of a request', () => {
  it.each<[string, unknown, unknown[]]>([
    ['one item', { a: 1 }, [{ a: 1 }]],
    ['a list', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }]],
    ['the list in the member', { events: [1, 2] }, [1, 2]],
    ['one item that has the member beside others', { events: [1], b: 2 }, [{ events: [1], b: 2 }]],
    ['one item whose member is no list', { events: 'x' }, [{ events: 'x' }]],
    ['no object at all', 'x', ['x']],
    ['null', null, [null]],
  ])('are those of %s', (_what, body, items) => {
    expect(itemsOf(body, 'events')).toEqual(items);
  });

  it.each([0, 1_001])('cannot be %d', (count) => {
    const body = Array.from({ length: count }, () => ({}));
    expect(() => itemsOf(body, 'events')).toThrow(
      expect.objectContaining({ code: 'events.wrong-count', status: 400 }),
    );
    expect(() => itemsOf({ events: body }, 'events')).toThrow(
      expect.objectContaining({ code: 'events.wrong-count' }),
    );
  });

  it('say in which of them a defect is, unless there is one alone', () => {
    const errors = [{ pointer: '/event', code: 'x', detail: 'y' }];
    expect(placed(errors, 3, false)).toEqual([{ pointer: '/3/event', code: 'x', detail: 'y' }]);
    expect(placed(errors, 0, true)).toEqual(errors);
  });
});

describe('a message id made from an Idempotency-Key', () => {
  it('is the same for the same key and place, and another for any other', () => {
    const ids = [derivedMessageId('k', 0), derivedMessageId('k', 1), derivedMessageId('l', 0)];
    expect(new Set(ids).size).toBe(3);
    expect(derivedMessageId('k', 0)).toBe(ids[0]);
  });

  it('fits its column, however long the key, and does not tell it', () => {
    const id = derivedMessageId('secret'.repeat(40), 999);
    expect(id.length).toBeLessThanOrEqual(100);
    expect(id).not.toContain('secret');
  });
});
