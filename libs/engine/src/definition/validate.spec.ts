import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compileJourney } from './compile.js';
import { JOURNEY_DEFINITION_SCHEMA } from './schema.js';
import { validateDefinition } from './validate.js';

interface Loose {
  [member: string]: unknown;
}

const good = (): Loose => ({
  entry: {
    triggers: [
      { type: 'event', event: 'account.created', where: { property: 'plan', is: 'trial' } },
      { type: 'api' },
    ],
    condition: { trait: 'country', in: ['FR'] },
    reentry: { mode: 'after-exit', cooldown: '30d', key: 'event.order_id' },
  },
  exit: [{ event: 'subscription.cancelled' }, { condition: { trait: 'staff', is: true } }],
  goals: [{ key: 'bought', event: 'order.paid', within: '14d', value: 'event.amount' }],
  start: 'hello',
  steps: {
    hello: {
      type: 'message',
      template: 'welcome',
      touchpoint: 'mail',
      on: { skipped: 'rest' },
      next: 'rest',
    },
    rest: { type: 'wait', until: { time: '10:00', weekdays: ['mon'], timezone: 'customer' }, next: 'used' },
    used: {
      type: 'wait-for',
      any: [{ event: 'used', next: 'plan' }],
      timeout: { after: '3d', next: 'plan' },
    },
    plan: { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'mark' }], else: 'end' },
    mark: { type: 'update', set: { stage: '{{event.stage}}' }, next: 'hello' },
    end: { type: 'exit', reason: 'completed' },
  },
});

const withStep = (key: string, step: unknown): Loose => {
  const definition = good();
  return { ...definition, steps: { ...(definition['steps'] as Loose), [key]: step } };
};

const withEntry = (over: Loose): Loose => ({ ...good(), entry: { ...(good()['entry'] as Loose), ...over } });

const withRule = (rrule: string): Loose =>
  withEntry({
    triggers: [{ type: 'schedule', segment: 'vip', rrule, at: '09:00', from: '2024-01-01' }],
  });

const aGoal = { key: 'a', event: 'b' };
const hello = { type: 'message', template: 'welcome', next: 'rest' };

const aSplit = (first: number, second: number, key = 'b') => ({
  type: 'split',
  arms: [
    { key: 'a', weight: first, next: 'end' },
    { key, weight: second, next: 'end' },
  ],
});

/** Every finding with a definition that gives it: code, pointer, definition. */
const anOffer = { type: 'offer', from: ['a', 'b'], template: 'offer', next: 'rest' };

const TABLE: readonly [string, string, unknown][] = [
  ['journeys.invalid-value', '', 'text'],
  ['journeys.missing-field', '', { ...good(), start: undefined }],
  ['journeys.no-goal', '', { ...good(), goals: [] }],
  ['journeys.unknown-field', '/goals/0/when', { ...good(), goals: [{ key: 'a', event: 'b', when: '1d' }] }],
  ['journeys.repeated-key', '/goals/1/key', { ...good(), goals: [aGoal, aGoal] }],
  ['journeys.invalid-value', '/goals/0/value', { ...good(), goals: [{ ...aGoal, value: 'amount' }] }],
  ['journeys.invalid-value', '/entry/holdout', withEntry({ holdout: 1 })],
  ['journeys.unknown-trigger-type', '/entry/triggers/0/type', withEntry({ triggers: [{ type: 'segmnt' }] })],
  ['journeys.missing-field', '/entry/triggers/0', withEntry({ triggers: [{ type: 'event' }] })],
  ['journeys.invalid-value', '/entry/triggers', withEntry({ triggers: [] })],
  ['journeys.invalid-rule', '/entry/triggers/0/rrule', withRule('FREQ=WEEKLY;BYDAY=1MO')],
  ['journeys.count-too-far', '/entry/triggers/0/rrule', withRule('FREQ=YEARLY;INTERVAL=29;COUNT=1000')],
  ['journeys.invalid-value', '/entry/reentry/mode', withEntry({ reentry: { mode: 'sometimes' } })],
  ['journeys.invalid-value', '/entry/reentry/key', withEntry({ reentry: { key: 'order_id' } })],
  ['conditions.unknown-operator', '/entry/condition/isnt', withEntry({ condition: { trait: 'a', isnt: 1 } })],
  [
    'conditions.no-operator',
    '/entry/triggers/0/where',
    withEntry({ triggers: [{ type: 'event', event: 'a', where: { property: 'b' } }] }),
  ],
  ['journeys.choose-one', '/exit/0', { ...good(), exit: [{ event: 'a', condition: { trait: 'a', is: 1 } }] }],
  ['journeys.choose-one', '/exit/0', { ...good(), exit: [{}] }],
  ['conditions.no-operator', '/exit/0/condition', { ...good(), exit: [{ condition: { trait: 'a' } }] }],
  ['journeys.no-exit-rule', '', { ...good(), exit: [] }],
  ['journeys.unknown-step', '/start', { ...good(), start: 'helo' }],
  [
    'journeys.unknown-step',
    '/steps/hello/on/skipped',
    withStep('hello', { ...hello, on: { skipped: 'rset' } }),
  ],
  ['journeys.unknown-step-type', '/steps/end/type', withStep('end', { type: 'fork' })],
  ['journeys.unknown-field', '/steps/hello/tempalte', withStep('hello', { ...hello, tempalte: 'x' })],
  ['journeys.missing-field', '/steps/hello', withStep('hello', { type: 'emit', next: 'rest' })],
  ['journeys.choose-one', '/steps/hello', withStep('hello', { type: 'message', next: 'rest' })],
  [
    'journeys.impossible-score',
    '/steps/hello/cases/0/score',
    withStep('hello', {
      ...{ type: 'survey', survey: 'nps', template: 'ask', answered: 'rest' },
      ...{ timeout: { after: '7d', next: 'rest' }, cases: [{ score: { gte: 5, lte: 4 }, next: 'rest' }] },
    }),
  ],
  [
    'journeys.unknown-weight',
    '/steps/hello/weights/c',
    withStep('hello', { ...anOffer, by: 'weighted', weights: { a: 1, c: 1 } }),
  ],
  [
    'journeys.weight-ignored',
    '/steps/hello/weights/a',
    withStep('hello', { ...anOffer, by: 'thompson', weights: { a: 1 } }),
  ],
  ['journeys.invalid-value', '/steps/hello/channel', withStep('hello', { ...hello, channel: 'Preferred!' })],
  ['journeys.no-way-out', '/steps/hello', withStep('hello', { type: 'message', template: 'a' })],
  [
    'journeys.no-way-out',
    '/steps/plan',
    withStep('plan', { type: 'branch', cases: [{ when: { trait: 'a', is: 1 }, next: 'mark' }] }),
  ],
  [
    'journeys.no-way-out',
    '/steps/x/any/0',
    { ...good(), start: 'x', steps: { x: { type: 'wait-for', any: [{ event: 'a' }] } } },
  ],
  [
    'journeys.unknown-step',
    '/steps/x/any/0/message',
    {
      ...good(),
      start: 'x',
      steps: {
        x: { type: 'wait-for', any: [{ message: 'helo', is: 'clicked' }], next: 'hello' },
        hello: { type: 'exit' },
      },
    },
  ],
  [
    'journeys.no-way-out',
    '/steps/x',
    { ...good(), start: 'x', steps: { x: { type: 'wait-for', all: [{ event: 'a' }] } } },
  ],
  [
    'journeys.choose-one',
    '/steps/rest',
    withStep('rest', { type: 'wait', for: '1d', until: { time: '10:00' }, next: 'used' }),
  ],
  ['journeys.choose-one', '/steps/rest', withStep('rest', { type: 'wait', next: 'used' })],
  ['journeys.choose-one', '/steps/rest/until', withStep('rest', { type: 'wait', until: {}, next: 'used' })],
  [
    'journeys.misplaced-field',
    '/steps/rest/until',
    withStep('rest', { type: 'wait', until: { time: '10:00', offset: '1d' }, next: 'used' }),
  ],
  [
    'journeys.invalid-value',
    '/steps/rest/for',
    withStep('rest', { type: 'wait', for: '2 days', next: 'used' }),
  ],
  [
    'journeys.unknown-timezone',
    '/steps/rest/until/timezone',
    withStep('rest', { type: 'wait', until: { time: '10:00', timezone: 'Europe/Pari' }, next: 'used' }),
  ],
  ['journeys.missing-field', '/steps/mark', withStep('mark', { type: 'update', next: 'hello' })],
  [
    'journeys.invalid-name',
    '/steps/mark/set',
    withStep('mark', { type: 'update', set: { 'a.b': 1 }, next: 'hello' }),
  ],
  [
    'journeys.unknown-variable',
    '/steps/mark/set/a',
    withStep('mark', { type: 'update', set: { a: '{{step.name}}' }, next: 'hello' }),
  ],
  [
    'conditions.invalid-operand',
    '/steps/plan/cases/0/when/gt',
    withStep('plan', {
      type: 'branch',
      cases: [{ when: { trait: 'a', gt: 'x' }, next: 'mark' }],
      else: 'end',
    }),
  ],
  ['journeys.unreachable-step', '/steps/lost', withStep('lost', { type: 'exit' })],
  [
    'journeys.loop-without-wait',
    '/steps/b/next',
    {
      ...good(),
      start: 'a',
      steps: {
        a: { type: 'update', set: { x: 1 }, next: 'b' },
        b: { type: 'message', template: 't', next: 'a' },
      },
    },
  ],
  ...[
    { type: 'wait', until: { trait: 'renewal' }, next: 'a' },
    { type: 'wait', for: '0d', next: 'a' },
    { type: 'wait-for', any: [{ event: 'x', next: 'a' }], timeout: { after: '0s', next: 'a' } },
  ].map((b): [string, string, unknown] => [
    'journeys.loop-without-wait',
    b.timeout ? '/steps/b/any/0/next' : '/steps/b/next',
    { ...good(), start: 'a', steps: { a: { type: 'update', set: { x: 1 }, next: 'b' }, b } },
  ]),
  [
    'journeys.too-many-steps',
    '/steps',
    {
      ...good(),
      steps: Object.fromEntries(
        Array.from({ length: 1_001 }, (_, at) => [`s${String(at)}`, { type: 'exit' }]),
      ),
    },
  ],
  ['journeys.invalid-name', '/steps', withStep('Not A Key', { type: 'exit' })],
  [
    'journeys.weights',
    '/steps/x/arms',
    { ...good(), start: 'x', steps: { x: aSplit(50, 40), end: { type: 'exit' } } },
  ],
  [
    'journeys.repeated-key',
    '/steps/x/arms/1/key',
    { ...good(), start: 'x', steps: { x: aSplit(50, 50, 'a'), end: { type: 'exit' } } },
  ],
  [
    'journeys.too-many-steps',
    '/steps',
    {
      ...good(),
      steps: Object.fromEntries(
        Array.from({ length: 10_000 }, (_, at) => [`s${String(at)}`, { type: 'exit' }]),
      ),
    },
  ],
];

const WARNINGS = ['journeys.no-goal', 'journeys.no-exit-rule', 'journeys.weight-ignored'];
/** Where it is plain what would put it right. */
const HELPED = [
  ...WARNINGS,
  'journeys.unknown-step',
  'journeys.unknown-step-type',
  'journeys.unknown-trigger-type',
  'journeys.unknown-field',
  'journeys.unknown-variable',
  'journeys.unknown-timezone',
  'journeys.unreachable-step',
  'journeys.loop-without-wait',
  'journeys.invalid-rule',
  'journeys.count-too-far',
  'journeys.repeated-key',
  'journeys.weights',
  'journeys.too-many-steps',
];

describe('validateDefinition', () => {
  it('has nothing to say of a good definition', () => {
    expect(validateDefinition(good())).toEqual([]);
  });

  it.each<[string, string, unknown]>(TABLE)('finds %s at "%s"', (code, pointer, definition) => {
    const found = validateDefinition(JSON.parse(JSON.stringify(definition))).find(
      (each) => each.code === code && each.pointer === pointer,
    );

    expect(found?.message).toMatch(/^.+\.$/);
    expect(found?.severity).toBe(WARNINGS.includes(code) ? 'warning' : 'error');
    if (HELPED.includes(code)) expect(found?.suggestion).toMatch(/^.+[.?]$/);
  });

  it('has a row for every code that the engine gives', () => {
    const folders = [import.meta.dirname, join(import.meta.dirname, '../steps')];
    const sources = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
    const given = sources.flatMap((source) => [
      ...[...source.matchAll(/code: '(journeys\.[a-z-]+)'/gu)].map(([, code = '']) => code),
      ...[...source.matchAll(/\bfinding\(\s*'([a-z-]+)'/gu)].map(([, code = '']) => `journeys.${code}`),
    ]);

    expect(new Set(given).size).toBeGreaterThan(10);
    expect([...new Set(given)].filter((code) => !TABLE.some(([known]) => known === code))).toEqual([]);
  });

  it('says one thing about one mistake', () => {
    expect(validateDefinition(withStep('hello', { ...hello, tempalte: 'x' }))).toEqual([
      {
        code: 'journeys.unknown-field',
        severity: 'error',
        pointer: '/steps/hello/tempalte',
        message: "There is no field 'tempalte' here.",
        suggestion: "Did you mean 'template'?",
      },
    ]);
  });

  it('suggests the nearest step', () => {
    const [finding] = validateDefinition({ ...good(), start: 'helo' });

    expect(finding?.suggestion).toBe("Did you mean 'hello'?");
  });

  it.each([
    ['template', '/steps/hello/template', { templates: new Set(['welcme']) }],
    ['touchpoint', '/steps/hello/touchpoint', { touchpoints: new Set<string>() }],
    ['policy', '/steps/hello/policy', { policies: new Set<string>() }],
  ])('finds a %s that does not exist', (kind, pointer, content) => {
    expect(validateDefinition(good(), content)).toEqual([
      expect.objectContaining({ code: `journeys.unknown-${kind}`, pointer }),
    ]);
  });

  it('warns, and no more, of a journey without an exit rule', () => {
    const { exit: _, ...definition } = good();

    expect(validateDefinition(definition)).toEqual([
      expect.objectContaining({ code: 'journeys.no-exit-rule', severity: 'warning' }),
    ]);
  });
});

describe('the published schema', () => {
  const accepts = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
  }).compile(JOURNEY_DEFINITION_SCHEMA);

  it('accepts a good definition', () => {
    expect(accepts(good())).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a field that is not there', { ...good(), aims: [] }],
    ['a step of an unknown type', withStep('end', { type: 'fork' })],
    ['a condition that asks nothing', withEntry({ condition: { trait: 'a' } })],
    ['a wait for nothing', withStep('rest', { type: 'wait', next: 'used' })],
  ])('refuses %s', (_name, definition) => {
    expect(accepts(definition)).toBe(false);
  });
});

describe('compileJourney', () => {
  it('tells what the journey listens to and names', () => {
    const journey = compileJourney(good());

    expect([...journey.triggerEvents, ...journey.exitEvents]).toEqual([
      'account.created',
      'subscription.cancelled',
    ]);
    expect([journey.hasApiTrigger, journey.hasExitConditions]).toEqual([true, true]);
    expect(journey.references).toEqual([
      { kind: 'template', key: 'welcome', pointer: '/steps/hello/template' },
      { kind: 'touchpoint', key: 'mail', pointer: '/steps/hello/touchpoint' },
      { kind: 'policy', key: 'default', pointer: '/steps/hello/policy' },
    ]);
  });

  it.each(['FREQ=WEEKLY;BYDAY=1MO', 'FREQ=YEARLY;COUNT=100'])(
    'compiles what was published before %s was refused',
    (rrule) => {
      expect(compileJourney(withRule(rrule)).calendars).toHaveLength(1);
    },
  );

  it('refuses a definition with errors and names each', () => {
    expect(() => compileJourney({ ...good(), start: 'helo' })).toThrow(
      expect.objectContaining({
        code: 'engine.definition-invalid',
        errors: [expect.objectContaining({ code: 'journeys.unknown-step', pointer: '/start' })],
      }),
    );
  });
});
