import { describeChanges } from './change-words.js';

describe('changes in words', () => {
  it.each([
    [{ op: 'replace', pointer: '/phase', from: 'early', to: 'late' }, 'phase: "early" became "late"'],
    [{ op: 'add', pointer: '/steps/a~1b', to: { type: 'exit' } }, 'steps › a/b: added {"type":"exit"}'],
    [{ op: 'remove', pointer: '/devices/0', from: 'phone' }, 'devices › entry 1: removed "phone"'],
    [
      { op: 'replace', pointer: '/config/password', from: '•', to: '•', isHidden: true },
      'config › password: a secret was changed',
    ],
  ] as const)('say %j as %s', (change, sentence) => {
    expect(describeChanges([change], 'en')).toEqual([sentence]);
  });

  it('are French for every kind of French, and English for any language that is not known', () => {
    const change = { op: 'replace', pointer: '/devices/1', from: 1, to: 2 } as const;
    expect(describeChanges([change], 'fr-CA')).toEqual(['devices › élément 2 : 1 devient 2']);
    expect(describeChanges([change], 'de')).toEqual(['devices › entry 2: 1 became 2']);
  });

  it('cut long values without splitting a character', () => {
    const [sentence = ''] = describeChanges([{ op: 'add', pointer: '/x', to: '🎈'.repeat(200) }], 'en');
    expect(sentence).toBe(`x: added "${'🎈'.repeat(79)}…"`);
  });
});
