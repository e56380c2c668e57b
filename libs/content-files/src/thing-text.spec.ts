import type { JsonObject } from '@parcours/kernel';
import { NASTY_VALUES } from '@parcours/testing';
import fc from 'fast-check';

import type { ContentThing } from './content-thing.js';
import { readThings, readThingFile } from './thing-file.js';
import { filesOf } from './thing-text.js';

const RUNS = 300;

const SCHEMA = {
  properties: {
    key: {},
    name: {},
    kind: {},
    phases: { items: { properties: { key: {}, label: {} } } },
  },
};

const thing = (document: JsonObject, more: Partial<ContentThing> = {}): ContentThing => ({
  type: 'touchpoints',
  state: 'published',
  document: { key: 'x', ...document },
  ...more,
});

const textOf = (document: JsonObject, existing?: string) =>
  filesOf(thing(document), SCHEMA, () => existing)[0]!.text;

const readBack = (text: string): JsonObject => {
  const file = readThingFile({ path: 'touchpoints/x.yaml', text });
  if (!('document' in file)) throw new Error(JSON.stringify(file));
  return file.document;
};

const NASTY: JsonObject = { key: 'x', '<<': { '*': 1 }, ...NASTY_VALUES };

describe('the YAML of a thing', () => {
  it('has the schema for editors first, then the members in the order of the schema, then the others', () => {
    const document = { zeta: 1, phases: [{ label: 'A', key: 'a' }], kind: 'digital', name: 'Letter' };
    expect(textOf(document)).toBe(
      [
        '# yaml-language-server: $schema=../.parcours/schemas/touchpoints.json',
        'key: x',
        'name: Letter',
        'kind: digital',
        'phases:',
        '  - key: a',
        '    label: A',
        'zeta: 1',
        '',
      ].join('\n'),
    );
  });

  it('keeps long texts readable, line by line', () => {
    expect(textOf({ html: '<p>\n  Hello\n</p>\n' })).toContain('html: |\n  <p>\n    Hello\n  </p>\n');
  });

  it('gives back what is hard to write', () => {
    expect(readBack(textOf(NASTY))).toEqual(NASTY);
  });

  it('gives back any document, byte by byte the same when it is written again', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r', 'a', ':', '#', '-', '"', "'", '\u2028') }),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text.filter((candidate) => !candidate.includes('\0')),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          text.filter((name) => name !== '__proto__' && !name.includes('\0')),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    }));
    fc.assert(
      fc.property(value, value, (a, b) => {
        const document = JSON.parse(JSON.stringify({ key: 'x', a, b })) as JsonObject;
        const written = textOf(document);
        const read = readBack(written);
        expect(JSON.stringify(read)).toBe(JSON.stringify(document));
        expect(textOf(read)).toBe(written);
      }),
      { numRuns: RUNS },
    );
  });

  it('changed into any other document in its file says exactly that', () => {
    const document = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }), {
      maxKeys: 3,
    });
    fc.assert(
      fc.property(document, document, (from, to) => {
        const clean = (value: object) =>
          JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '')) as JsonObject;
        fc.pre(!JSON.stringify([from, to]).includes('__proto__'));
        const text = textOf(clean(from));
        expect(readBack(textOf(clean(to), text))).toEqual({ key: 'x', ...clean(to) });
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a file that is there already', () => {
  const FILE = [
    '# yaml-language-server: $schema=../.parcours/schemas/touchpoints.json',
    '# Ours since 2024.',
    '$state: draft',
    'key: x',
    '',
    '# What it is called',
    'name: "Letter" # by post',
    'phases:',
    '- key: a # the first',
    '- {key: b}',
    '',
  ].join('\n');

  it('stays byte by byte when it says the same', () => {
    const [file] = filesOf(
      thing({ phases: [{ key: 'a' }, { key: 'b' }], name: 'Letter' }, { state: 'draft' }),
      SCHEMA,
      () => FILE,
    );
    expect(file!.text).toBe(FILE);
  });

  it('keeps its comments, its order and its style around what changes', () => {
    const document = { name: 'Card', kind: 'physical', phases: [{ key: 'new' }, { key: 'a' }, { key: 'b' }] };
    expect(textOf(document, FILE)).toBe(
      [
        '# yaml-language-server: $schema=../.parcours/schemas/touchpoints.json',
        '# Ours since 2024.',
        'key: x',
        '',
        '# What it is called',
        'name: "Card" # by post',
        'kind: physical',
        'phases:',
        '- key: new',
        '- key: a # the first',
        '- { key: b }',
        '',
      ].join('\n'),
    );
  });

  it('keeps the name that it has for a secret', () => {
    const existing = 'key: x\nconfig:\n  password: { $secret: MAIL_PASSWORD } # in the vault\n  port: 25\n';
    const exported = { config: { password: { $secret: 'TOUCHPOINTS_X_CONFIG_PASSWORD' }, port: 26 } };
    expect(textOf(exported, existing)).toBe(existing.replace('25', '26'));
  });

  it('is written anew when it is no YAML, or an alias stands in the way', () => {
    expect(textOf({ name: 'N' }, 'key: [')).toBe(textOf({ name: 'N' }));
    const aliased = 'key: x\na: &a [1]\nb: *a\n';
    expect(readBack(textOf({ b: [1] }, aliased))).toEqual({ key: 'x', b: [1] });
  });
});

describe('a thing whose draft has moved on', () => {
  it('has two files, and is read from both', () => {
    const moved = thing({ name: 'New' }, { state: 'draft', published: { key: 'x', name: 'Old' } });
    const files = filesOf(moved, SCHEMA);
    expect(files.map(({ path }) => path)).toEqual(['touchpoints/x.yaml', 'touchpoints/x@published.yaml']);
    const { things, defects } = readThings(files.map(readThingFile));
    expect(defects).toEqual([]);
    expect(things.map((read) => read.thing)).toEqual([moved]);
  });
});
