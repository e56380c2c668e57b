import { compileSchema } from './compile-schema.js';

describe('a schema whose patterns are run by another engine', () => {
  const check = compileSchema(
    {
      type: 'object',
      properties: { a: { type: 'string', pattern: 'x' }, b: { type: 'string', pattern: 'y' } },
    },
    { pattern: (source) => ({ test: (text) => text === `is ${source}` }) },
  );

  it('asks it of each pattern', () => {
    expect(check({ a: 'is x', b: 'is y' })).toEqual([]);
    expect(check({ a: 'is y', b: 'is x' })).toEqual([
      { pointer: '/a', code: 'schema.pattern', detail: 'Must match x.' },
      { pointer: '/b', code: 'schema.pattern', detail: 'Must match y.' },
    ]);
  });
});
