import { compileSchema, validated } from './compile-schema.js';
import { SCHEMA_CODES } from './schema-defects.js';

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 2 },
    kind: { type: 'string', enum: ['digital', 'human'] },
    count: { type: 'integer', minimum: 1 },
    at: { type: 'string', format: 'date-time' },
    tags: { type: 'array', uniqueItems: true, maxItems: 3, items: { type: 'string' } },
    label: {
      oneOf: [
        { type: 'string' },
        {
          type: 'object',
          minProperties: 1,
          propertyNames: { pattern: '^[a-z]{2}$' },
          additionalProperties: { type: 'string' },
        },
      ],
    },
    secret: { type: 'string', 'x-secret': true },
  },
} as const;

const check = compileSchema(SCHEMA);

describe('a compiled schema', () => {
  it('finds nothing wrong with what it describes', () => {
    expect(check({ name: 'Ada', kind: 'human', count: 2, label: { en: 'x' }, tags: ['a', 'b'] })).toEqual([]);
  });

  it.each([
    [{ naem: 'x', name: 'Ada' }, '/naem', 'schema.unknown-member', "Did you mean 'name'?"],
    [{}, '/name', 'schema.missing-member', "'name' is missing."],
    [{ name: 5 }, '/name', 'schema.wrong-type', 'Must be a string, not a number.'],
    [{ name: null }, '/name', 'schema.wrong-type', 'not null'],
    [{ name: 'A' }, '/name', 'schema.length', '2 characters or more'],
    [{ name: 'Ada', kind: 'humn' }, '/kind', 'schema.not-allowed', "Did you mean 'human'?"],
    [{ name: 'Ada', count: 0 }, '/count', 'schema.range', 'Must be >= 1.'],
    [{ name: 'Ada', at: 'today' }, '/at', 'schema.format', 'Must be a valid date-time.'],
    [{ name: 'Ada', tags: ['a', 'a'] }, '/tags', 'schema.size', 'Entries 0 and 1 are the same.'],
    [{ name: 'Ada', label: 5 }, '/label', 'schema.no-alternative', 'Must be one of: string, object.'],
    [{ name: 'Ada', label: { en: 5 } }, '/label/en', 'schema.wrong-type', 'Must be a string'],
    [{ name: 'Ada', label: { english: 'x' } }, '/label/english', 'schema.pattern', 'not an acceptable name'],
    [{ name: 'Ada', 'a/b~': 1 }, '/a~1b~0', 'schema.unknown-member', "'a/b~' is not known here."],
  ])('tells one defect of %j at %s as %s', (value, pointer, code, words) => {
    const found = check(value);
    expect(found).toEqual([{ pointer, code, detail: expect.stringContaining(words) }]);
    expect(Object.keys(SCHEMA_CODES)).toContain(code);
  });

  it('tells all defects at once', () => {
    expect(
      check({ naem: 1, count: 'x' })
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/count', '/naem', '/name']);
  });

  it('does not mistake inherited members for given ones', () => {
    const strict = compileSchema({ type: 'object', required: ['constructor'] });
    expect(strict({})).toEqual([expect.objectContaining({ pointer: '/constructor' })]);
  });

  it('refuses a schema with a misspelt keyword', () => {
    expect(() => compileSchema({ type: 'object', requierd: [] })({})).toThrow(/requierd/);
  });

  it('narrows, or throws every defect', () => {
    const narrow = validated<{ name: string }>(SCHEMA);
    expect(narrow({ name: 'Ada' })).toEqual({ name: 'Ada' });
    expect(() => narrow({ nam: 1 })).toThrow(
      expect.objectContaining({
        code: 'http.invalid-request',
        errors: [expect.anything(), expect.anything()],
      }),
    );
  });
});

describe('a union of referenced branches', () => {
  const union = compileSchema({
    $ref: '#/$defs/condition',
    $defs: {
      condition: { oneOf: [{ $ref: '#/$defs/all' }, { $ref: '#/$defs/trait' }] },
      all: {
        title: 'all of several',
        type: 'object',
        required: ['all'],
        additionalProperties: false,
        properties: { all: { type: 'array', items: { $ref: '#/$defs/condition' } } },
      },
      trait: {
        title: 'a test of a trait',
        type: 'object',
        required: ['trait'],
        additionalProperties: false,
        properties: { trait: { type: 'string' }, is: {} },
      },
    },
  });

  it('tells the typo in the branch that was meant', () => {
    expect(union({ trait: 'plan', iss: 1 })).toEqual([
      {
        pointer: '/iss',
        code: 'schema.unknown-member',
        detail: "'iss' is not known here. Did you mean 'is'?",
      },
    ]);
  });

  it('tells a defect deep inside by its own place', () => {
    expect(union({ all: [{ trait: 'a' }, { trait: 5 }] })).toEqual([
      { pointer: '/all/1/trait', code: 'schema.wrong-type', detail: 'Must be a string, not a number.' },
    ]);
  });
});
