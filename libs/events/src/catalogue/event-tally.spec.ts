import { EventTally } from './event-tally.js';

const defect = (pointer: string, code = 'schema.wrong-type') => ({ pointer, code, detail: `at ${pointer}` });

describe('the tally of events', () => {
  it('counts by name, and forgets what was taken', () => {
    const tally = new EventTally();
    for (const name of ['b', 'a', 'b']) tally.count({ name, messageId: undefined, defects: [] }, 1_000);
    tally.count({ name: 'b', messageId: undefined, defects: [defect('/x')] }, 2_000);
    const { names } = tally.take();
    expect(names).toEqual([
      { name: 'a', received: 1, violating: 0, firstAt: 1_000, lastAt: 1_000 },
      { name: 'b', received: 3, violating: 1, firstAt: 1_000, lastAt: 2_000 },
    ]);
    expect([tally.isEmpty, tally.take().names]).toEqual([true, []]);
  });

  it.each([
    [
      'entries of a list',
      ['/items/0/sku', '/items/17/sku', '/items/3/sku'],
      'schema.wrong-type',
      '/items/*/sku',
    ],
    ['members that nobody knows', ['/red', '/blue', '/green'], 'schema.unknown-member', '/*'],
    [
      'long places',
      [`/${'x'.repeat(300)}a`, `/${'x'.repeat(300)}b`],
      'schema.wrong-type',
      `/${'x'.repeat(249)}`,
    ],
  ])('has one place for %s', (_what, pointers, code, place) => {
    const tally = new EventTally();
    for (const pointer of pointers) {
      tally.count({ name: 'e', messageId: pointer, defects: [defect(pointer, code)] }, 1);
    }
    const { violations } = tally.take();
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatchObject({ pointer: place, occurrences: pointers.length });
    expect(violations[0]?.lastMessageId).toBe(pointers.at(-1));
  });

  it('tells names apart that are parts of one another', () => {
    const tally = new EventTally();
    tally.count({ name: 'a', messageId: undefined, defects: [defect('/b')] }, 1);
    tally.count({ name: 'a\n/b', messageId: undefined, defects: [defect('')] }, 1);
    expect(tally.take().violations).toHaveLength(2);
  });
});
