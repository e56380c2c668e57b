import fc from 'fast-check';

import { diffDocuments } from './document-diff.js';

describe('diffDocuments', () => {
  it('finds nothing between equal documents, whatever the order of their members', () => {
    expect(diffDocuments({ a: 1, b: { c: [1, { d: null }] } }, { b: { c: [1, { d: null }] }, a: 1 })).toEqual(
      [],
    );
  });

  it('names what was added, removed and replaced, with escaped pointers', () => {
    expect(diffDocuments({ 'a/b': 1, gone: true, n: { x: 1 } }, { 'a/b': 2, n: { x: 1, y: 2 } })).toEqual([
      { op: 'replace', pointer: '/a~1b', from: 1, to: 2 },
      { op: 'remove', pointer: '/gone', from: true },
      { op: 'add', pointer: '/n/y', to: 2 },
    ]);
  });

  it('takes an item put in at the front for one addition', () => {
    const from = { list: ['b', 'c'] };
    expect(diffDocuments(from, { list: ['a', 'b', 'c'] })).toEqual([
      { op: 'add', pointer: '/list/0', to: 'a' },
    ]);
  });

  it('looks into an item that changed in its place', () => {
    const from = {
      cases: [
        { when: 1, next: 'x' },
        { when: 2, next: 'y' },
      ],
    };
    const to = {
      cases: [
        { when: 1, next: 'z' },
        { when: 2, next: 'y' },
      ],
    };
    expect(diffDocuments(from, to)).toEqual([
      { op: 'replace', pointer: '/cases/0/next', from: 'x', to: 'z' },
    ]);
  });

  it('compares very long lists by position, and still finds every change', () => {
    const from = { list: Array.from({ length: 600 }, (_, at) => at) };
    const to = { list: from.list.map((value) => (value === 300 ? -1 : value)).slice(0, 599) };
    expect(diffDocuments(from, to)).toEqual([
      { op: 'replace', pointer: '/list/300', from: 300, to: -1 },
      { op: 'remove', pointer: '/list/599', from: 599 },
    ]);
  });

  it('finds no change exactly where two documents have equal texts', () => {
    const document = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
    fc.assert(
      fc.property(document, document, (from, to) => {
        const a = JSON.parse(JSON.stringify(from)) as Record<string, never>;
        const b = JSON.parse(JSON.stringify(to)) as Record<string, never>;
        expect(diffDocuments(a, a)).toEqual([]);
        expect(diffDocuments(a, b).length === 0).toBe(diffDocuments(b, a).length === 0);
      }),
    );
  });
});
