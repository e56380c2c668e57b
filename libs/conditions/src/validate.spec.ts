import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { CONDITION_SCHEMA } from './schema.js';
import { validateCondition } from './surroundings.js';

const nested = (depth: number): unknown => (depth === 1 ? { trait: 'x', is: 1 } : { not: nested(depth - 1) });

describe('validateCondition', () => {
  it.each<[string, unknown, string]>([
    ['conditions.not-an-object', 'plan', ''],
    ['conditions.not-an-object', { all: [1] }, '/all/0'],
    ['conditions.unknown-test', { trai: 'plan', is: 1 }, ''],
    ['conditions.ambiguous', { trait: 'a', property: 'b', is: 1 }, ''],
    ['conditions.unknown-operator', { trait: 'a', 'start-with': 'x' }, '/start-with'],
    ['conditions.no-operator', { trait: 'a' }, ''],
    ['conditions.invalid-path', { trait: 'a..b', is: 1 }, '/trait'],
    ['conditions.invalid-path', { property: 5, is: 1 }, '/property'],
    ['conditions.invalid-operand', { trait: 'a', gt: '5' }, '/gt'],
    ['conditions.invalid-operand', { trait: 'a', is: null }, '/is'],
    ['conditions.invalid-operand', { trait: 'a', in: [] }, '/in'],
    ['conditions.invalid-operand', { trait: 'a', after: 'soon' }, '/after'],
    ['conditions.invalid-operand', { trait: 'a', matches: 'x'.repeat(501) }, '/matches'],
    ['conditions.invalid-pattern', { any: [{ trait: 'a', matches: '(' }] }, '/any/0/matches'],
    ['conditions.not-a-list', { all: [] }, '/all'],
    ['conditions.not-a-list', { any: { trait: 'a', is: 1 } }, '/any'],
    ['conditions.unknown-member', { not: { trait: 'a', is: 1 }, is: 1 }, '/is'],
    ['conditions.too-deep', nested(21), '/not'.repeat(20)],
    ['conditions.too-many-tests', { all: Array.from({ length: 501 }, () => ({ trait: 'a', is: 1 })) }, ''],
  ])('finds %s in %j', (code, condition, pointer) => {
    expect(validateCondition(condition)).toEqual([expect.objectContaining({ code, pointer })]);
  });

  it('accepts what lies just within the limits', () => {
    const many = { all: Array.from({ length: 500 }, () => ({ trait: 'a', matches: 'x'.repeat(500) })) };

    expect([...validateCondition(nested(20)), ...validateCondition(many)]).toEqual([]);
  });

  it('suggests the nearest operator', () => {
    const [finding] = validateCondition({ trait: 'a', contain: 'x' });

    expect(finding?.suggestion).toBe("Did you mean 'contains'?");
  });

  it('suggests the nearest kind of test', () => {
    const [finding] = validateCondition({ propety: 'a', is: 'x' });

    expect(finding?.suggestion).toBe("Did you mean 'property'?");
  });

  it('puts the place of the condition before each pointer', () => {
    const [finding] = validateCondition({ all: [{ trait: 'a', gt: 'x' }] }, '/steps/a~1b/when');

    expect(finding?.pointer).toBe('/steps/a~1b/when/all/0/gt');
  });

  it('agrees with the published schema', () => {
    const accepts = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(CONDITION_SCHEMA);
    const operand = fc.oneof(fc.constantFrom('a', '', null, true, 1), fc.constant(['a']), fc.constant([]));
    const leaf = fc.dictionary(
      fc.constantFrom('trait', 'property', 'is', 'in', 'gt', 'exists', 'contains', 'isnt'),
      operand,
      { maxKeys: 3 },
    );
    const asked = fc.dictionary(fc.constantFrom('gte', 'is', 'of', 'before'), operand, { maxKeys: 2 });
    const history = fc.dictionary(
      fc.constantFrom(
        ...['event', 'message', 'segment', 'tag', 'journey', 'consent', 'within', 'count', 'sum', 'last'],
        ...['where', 'is', 'in', 'state'],
      ),
      fc.oneof(
        asked,
        operand,
        fc.constantFrom<unknown>(
          '30d',
          '0d',
          'sent',
          'active',
          false,
          { property: 'x', is: 1 },
          { trait: 'x', is: 1 },
        ),
        fc.constant({ channel: 'email', topic: 'news', is: 'granted' }),
      ),
      { maxKeys: 3 },
    );
    const { any } = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        leaf,
        history,
        operand,
        fc.record({ all: fc.array(tie('any'), { maxLength: 2 }) }),
        fc.record({ not: tie('any') }),
        fc.record({ any: fc.array(tie('any'), { maxLength: 2 }), trait: operand }, { requiredKeys: ['any'] }),
      ),
    }));
    fc.assert(
      fc.property(any, (condition) => {
        expect(validateCondition(condition).length === 0).toBe(accepts(condition));
      }),
      { numRuns: 3_000 },
    );
  });
});
