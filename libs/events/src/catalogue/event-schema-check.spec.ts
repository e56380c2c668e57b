import { compileEventSchema } from './event-schema-check.js';

function check(schema: object, properties: unknown) {
  const compiled = compileEventSchema({ ...schema });
  if ('problem' in compiled) throw new Error(compiled.problem);
  return compiled(properties).map(({ pointer, code }) => `${code} at ${pointer}`);
}

describe('the schema of an event', () => {
  it('holds each text against its own pattern', () => {
    const schema = { properties: { a: { pattern: '^a$' }, b: { pattern: '^b$' } } };
    expect(check(schema, { a: 'a', b: 'b' })).toEqual([]);
    expect(check(schema, { a: 'b' })).toEqual(['schema.pattern at /a']);
    expect(check(schema, { b: 'a' })).toEqual(['schema.pattern at /b']);
  });

  it('tells the first defect alone, so that a long list costs no more than its first wrong entry', () => {
    const schema = { properties: { a: { items: { type: 'string' } } } };
    const before = process.memoryUsage().heapUsed;
    expect(check(schema, { a: Array.from({ length: 200_000 }, (_, at) => at) })).toEqual([
      'schema.wrong-type at /a/0',
    ]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  });

  it('takes keywords that it does not know as notes', () => {
    expect(check({ title: 'x', owner: 'sales', type: 'object', 'x-pii': true }, {})).toEqual([]);
  });

  it('checks formats, and references within itself', () => {
    const schema = {
      properties: { at: { format: 'date-time' }, sku: { $ref: '#/$defs/sku' } },
      $defs: { sku: { type: 'string', maxLength: 3 } },
    };
    expect(check(schema, { at: '2026-03-02T08:00:00Z', sku: 'abc' })).toEqual([]);
    expect(check(schema, { at: 'yesterday' })).toEqual(['schema.format at /at']);
    expect(check(schema, { sku: 'abcd' })).toEqual(['schema.length at /sku']);
  });

  it.each([
    ['a reference that leads nowhere', { $ref: '#/$defs/none' }],
    ['a pattern that looks ahead', { properties: { a: { pattern: '(?=a)' } } }],
    ['a pattern that is none', { properties: { a: { pattern: '(' } } }],
  ])('is not run with %s', (_what, schema) => {
    expect(compileEventSchema(schema)).toEqual({ problem: expect.any(String) });
  });
});
