import { type FileDefect, locationOf } from './file-defect.js';
import { readThings, readThingFile, textOfBytes } from './thing-file.js';

const read = (text: string, path = 'touchpoints/x.yaml') => readThingFile({ path, text });

function defectsOf(text: string, path?: string): string[] {
  const file = read(text, path);
  if ('place' in file) throw new Error(`it was read: ${JSON.stringify(file.document)}`);
  return file.map((defect) => `${locationOf(defect)} ${defect.code}`);
}

const BOMB = ['a: &a [x,x,x,x,x,x,x,x,x]', ...Array.from('bcdefghi')].map((line, at) =>
  at === 0
    ? line
    : `${line}: &${line} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[at - 1]!}`).join(',')}]`,
);

describe('reading the file of a thing', () => {
  it('answers its document with the key of the file name, and its state', () => {
    expect(read('name: X\n')).toMatchObject({ document: { key: 'x', name: 'X' }, state: 'published' });
    expect(read('$state: archived\nkey: x\n')).toMatchObject({ document: { key: 'x' }, state: 'archived' });
  });

  it('takes every key for a text, and what looks like a date for one too', () => {
    expect(read('1: a\ntrue: b\n<<: c\nat: 2001-12-14\n')).toMatchObject({
      document: { '1': 'a', true: 'b', '<<': 'c', at: '2001-12-14' },
    });
  });

  it.each([
    ['a list that does not end', 'name: X\nlist: [1, 2\n', ['touchpoints/x.yaml:3:1 file.not-yaml']],
    [
      'a member that stands there twice',
      'name: X\nname: Y\n',
      ['touchpoints/x.yaml:2:1 file.duplicate-member'],
    ],
    ['a second document', 'name: X\n---\nname: Y\n', ['touchpoints/x.yaml:2:1 file.not-yaml']],
    ['a tag', 'name: X\nlogo: !!binary R0lG\n', ['touchpoints/x.yaml:2:16 file.tag']],
    ['a tag of its own', 'name: !env NAME\n', ['touchpoints/x.yaml:1:12 file.tag']],
    ['a plain text', 'Hello\n', ['touchpoints/x.yaml:1:1 file.not-a-document']],
    ['nothing', '', ['touchpoints/x.yaml:1:1 file.not-a-document']],
    ['a list', '- a\n', ['touchpoints/x.yaml:1:1 file.not-a-document']],
    ['a number that is none', 'name: X\nrate: .nan\n', ['touchpoints/x.yaml:2:1 file.not-json']],
    [
      'a number beyond exactness',
      'id: 12345678901234567890\n',
      ['touchpoints/x.yaml:1:1 file.inexact-number'],
    ],
    ['a NUL character', 'name: "a\\0b"\n', ['touchpoints/x.yaml:1:1 file.not-json']],
    [
      'a member that would reach into the program',
      'a: { __proto__: { x: 1 } }\n',
      ['touchpoints/x.yaml:1:1 file.not-json'],
    ],
    ['the key of another', 'name: X\nkey: y\n', ['touchpoints/x.yaml:2:1 file.wrong-key']],
    ['an unknown state', '$state: live\nname: X\n', ['touchpoints/x.yaml:1:1 file.state']],
    ['aliases that multiply', BOMB.join('\n'), ['touchpoints/x.yaml:1:1 file.too-many-aliases']],
    [
      'a well of brackets',
      `a: ${'['.repeat(200)}${']'.repeat(200)}`,
      ['touchpoints/x.yaml:1:1 file.too-deep'],
    ],
    ['five megabytes', `text: ${'x'.repeat(5_000_000)}`, ['touchpoints/x.yaml:1:1 file.too-large']],
  ])('refuses %s, and says where', (_what, text, expected) => {
    expect(defectsOf(text)).toEqual(expected);
  });

  it.each([
    'touchpoints/X.yaml',
    'touchpoints/a/b.yaml',
    'touchpoints/x.yml',
    '../x.yaml',
    'Touch/x.yaml',
    'x.yaml',
  ])('refuses %s for its name', (path) => {
    expect(defectsOf('name: X\n', path)).toEqual([`${path}:1:1 file.misplaced`]);
  });

  it('finds the place of a pointer, or of the nearest value above it', () => {
    const file = read('key: x\nphases:\n  - key: a\n    na/me: b\n');
    if (!('place' in file)) throw new Error('not read');
    const place = (pointer: string) => Object.values(file.source.placeOf(pointer)).join(':');
    expect(['/phases/0/na~1me', '/phases/0', '/phases/0/lost', '/other', ''].map(place)).toEqual([
      '4:5',
      '3:5',
      '3:5',
      '1:1',
      '1:1',
    ]);
  });
});

describe('the bytes of a file', () => {
  it('are a text in UTF-8 or nothing, with or without a mark at its start', () => {
    expect(textOfBytes('a.yaml', Buffer.from('\ufeffname: É'))).toBe('name: É');
    expect(textOfBytes('a.yaml', Buffer.from('name: É', 'latin1'))).toMatchObject({ code: 'file.not-yaml' });
  });
});

describe('reading a folder', () => {
  const codes = (defects: readonly FileDefect[]) => defects.map((defect) => `${defect.path} ${defect.code}`);

  it('names a folder that is no content type, with the nearest one', () => {
    const { things, defects } = readThings([read('name: X', 'touchpoint/x.yaml')], ['touchpoints', 'offers']);
    expect(things).toEqual([]);
    expect(defects).toMatchObject([
      { code: 'file.unknown-type', message: expect.stringContaining("'touchpoints'") },
    ]);
  });

  it('refuses two files of one thing, and something published without its draft', () => {
    const { defects } = readThings([
      read('name: X'),
      read('name: Y'),
      read('name: Z', 'touchpoints/z@published.yaml'),
    ]);
    expect(codes(defects)).toEqual([
      'touchpoints/x.yaml file.duplicate',
      'touchpoints/z@published.yaml file.no-draft',
    ]);
  });

  it('does not miss the draft that has defects of its own', () => {
    const { defects } = readThings([read('['), read('name: X', 'touchpoints/x@published.yaml')]);
    expect(codes(defects)).toEqual(['touchpoints/x.yaml file.not-yaml']);
  });
});
