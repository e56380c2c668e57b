import fc from 'fast-check';
import type { JourneyDefinition, StepDefinition } from '@parcours/engine';

/** What the journeys of one world may name. */
export interface Vocabulary {
  readonly events: readonly string[];
  readonly templates: readonly string[];
  /** Journeys that a step may enter or leave; none for a journey alone. */
  readonly journeys: readonly string[];
  /** Whether customers are asked to choose. */
  readonly asks?: boolean;
  readonly surveys?: readonly string[];
  readonly offers?: readonly string[];
  /** Connectors that act; with them addresses on the web are called too. */
  readonly connectors?: readonly string[];
}

/** What can be chosen at every choice. */
export const OPTIONS = ['x', 'y'] as const;

export const ZONES = ['UTC', 'Europe/Paris', 'America/Santiago', 'Australia/Lord_Howe'] as const;

const PLANS = ['free', 'pro', 'team'];
const MOST_STEPS = 8;

const aNumber = fc.integer({ min: 0, max: 4 });

/** A test of one value. Conditions are drawn from few values, so that they hold about as often as not. */
function aTest(subject: 'trait' | 'property' | 'context') {
  const path = (name: string) => (subject === 'context' ? `event.properties.${name}` : name);
  const compare = fc.constantFrom('gt', 'gte', 'lt', 'lte');
  return fc.oneof(
    fc.constantFrom(...PLANS).map((plan) => ({ [subject]: path('plan'), is: plan })),
    fc.constantFrom(...PLANS).map((plan) => ({ [subject]: path('plan'), 'is-not': plan })),
    fc
      .tuple(fc.constantFrom('in', 'not-in'), fc.subarray(PLANS, { minLength: 1 }))
      .map(([operator, plans]) => ({ [subject]: path('plan'), [operator]: plans })),
    fc.tuple(compare, aNumber).map(([operator, n]) => ({ [subject]: path('score'), [operator]: n })),
    fc
      .tuple(fc.constantFrom('plan', 'score'), fc.boolean())
      .map(([name, exists]) => ({ [subject]: path(name), exists })),
    fc
      .tuple(fc.constantFrom('before', 'after'), fc.constantFrom('-30d', '-1d', '2d', '40d'))
      .map(([operator, offset]) => ({ [subject]: path('renewal'), [operator]: offset })),
  );
}

const leaf = fc.oneof(aTest('trait'), aTest('property'), aTest('context'));
const several = fc.array(leaf, { minLength: 1, maxLength: 3 });
export const aCondition: fc.Arbitrary<object> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: several.map((all) => ({ all })) },
  { weight: 1, arbitrary: several.map((any) => ({ any })) },
  { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
);

export const someProperties = fc.record(
  {
    plan: fc.constantFrom(...PLANS),
    score: aNumber,
    order: fc.constantFrom('o1', 'o2'),
    outcome: fc.constantFrom('lost', 'won'),
  },
  { requiredKeys: [] },
);

export const aRenewal = fc
  .integer({ min: -40, max: 60 })
  .map((days) => new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10));

const aDuration = fc.constantFrom('20m', '3h', '1d', '2d', '1w');
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3, nil: undefined });

/** Ways out, still numbers: how far ahead a way leads, or, from a step that rests, also back. */
interface Ways {
  ahead(): fc.Arbitrary<string>;
  anywhere(): fc.Arbitrary<string>;
}

const keyOf = (index: number) => `s${String(index)}`;

function waysFrom(index: number, last: number): Ways {
  return {
    ahead: () => fc.integer({ min: index + 1, max: Math.min(last, index + 3) }).map(keyOf),
    anywhere: () =>
      fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: index + 1, max: Math.min(last, index + 3) }).map(keyOf) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: last }).map(keyOf) },
      ),
  };
}

/** One generator for each type of step: a new type is one entry here and one among the naive steps. */
function stepGenerators(vocabulary: Vocabulary, ways: Ways) {
  const { events, templates, journeys } = vocabulary;
  const event = fc.constantFrom(...events);
  const awaited = fc.record(
    { event, where: aCondition, next: ways.anywhere() },
    { requiredKeys: ['event', 'next'] },
  );
  const waitForAny = fc.record({
    type: fc.constant('wait-for'),
    any: fc.array(awaited, { minLength: 1, maxLength: 3 }),
    timeout: rarely(fc.record({ after: aDuration, next: ways.anywhere() })),
  });
  const waitForAll = fc.record({
    type: fc.constant('wait-for'),
    all: fc.array(fc.record({ event, where: rarely(aCondition) }), { minLength: 1, maxLength: 3 }),
    timeout: rarely(fc.record({ after: aDuration, next: ways.anywhere() })),
    next: ways.anywhere(),
  });
  const untilTime = fc.record({
    time: fc.constantFrom('00:00', '02:15', '02:30', '10:00', '23:45'),
    weekdays: rarely(fc.subarray(['mon', 'wed', 'sat', 'sun'], { minLength: 1 })),
    timezone: rarely(fc.constantFrom('customer', ...ZONES)),
  });
  const untilTrait = fc.record({
    trait: fc.constant('renewal'),
    offset: rarely(fc.constantFrom('-30d', '-1w', '+1d', '+6h', '-90m')),
  });
  const type = <T extends string>(name: T) => fc.constant(name);
  const generators: Record<string, fc.Arbitrary<object>> = {
    message: fc.record({
      type: type('message'),
      template: fc.constantFrom(...templates),
      on: rarely(
        fc.oneof(
          fc.record({ skipped: ways.ahead() }),
          fc.record({ sent: ways.ahead(), failed: ways.ahead() }),
        ),
      ),
      next: ways.ahead(),
    }),
    wait: fc.record({ type: type('wait'), for: aDuration, next: ways.anywhere() }),
    waitUntilTime: fc.record({ type: type('wait'), until: untilTime, next: ways.anywhere() }),
    waitUntilTrait: fc.record({ type: type('wait'), until: untilTrait, next: ways.ahead() }),
    waitForAny,
    waitForAll,
    branch: fc.record({
      type: type('branch'),
      cases: fc.array(fc.record({ when: aCondition, next: ways.ahead() }), { minLength: 1, maxLength: 3 }),
      else: ways.ahead(),
    }),
    split: fc.tuple(fc.integer({ min: 10, max: 90 }), ways.ahead(), ways.ahead()).map(([weight, a, b]) => ({
      type: 'split',
      arms: [
        { key: 'a', weight, next: a },
        { key: 'b', weight: 100 - weight, next: b },
      ],
    })),
    update: fc.record({
      type: type('update'),
      set: fc.constantFrom<object[]>(
        { plan: 'pro' },
        { plan: '{{event.plan}}' },
        { score: '{{event.score}}', seen: '{{step.key}}' },
      ),
      unset: rarely(fc.constantFrom(['renewal'], ['score'])),
      increment: rarely(fc.constantFrom<object[]>({ score: 1 }, { points: '{{event.score}}' })),
      next: ways.ahead(),
    }),
    emit: fc.record({
      type: type('emit'),
      event,
      properties: rarely(fc.constantFrom<object[]>({ plan: 'team' }, { score: '{{customer.score}}' })),
      next: ways.ahead(),
    }),
  };
  Object.assign(generators, askingGenerators(vocabulary, ways), callingGenerators(vocabulary, ways));
  if (journeys.length > 0) {
    const other = fc.constantFrom(...journeys);
    generators['enter'] = fc.record({ type: type('journey'), enter: other, next: ways.ahead() });
    generators['leave'] = fc.record({ type: type('journey'), leave: other, next: ways.ahead() });
  }
  return generators;
}

/** An answer has to meet the step that asks: they are drawn more often. */
const ASKING = ['choice', 'survey'];

/** Steps that ask a customer, or offer something. */
function askingGenerators({ templates, asks, surveys = [], offers = [] }: Vocabulary, ways: Ways) {
  const template = fc.constantFrom(...templates);
  const timeout = fc.record({ after: aDuration, next: ways.ahead() });
  const on = rarely(fc.record({ skipped: ways.ahead() }));
  const generators: Record<string, fc.Arbitrary<object>> = {};
  if (asks === true) {
    const options = fc.tuple(
      ...OPTIONS.map((key) => fc.record({ key: fc.constant(key), next: ways.ahead() })),
    );
    generators['choice'] = fc.record({
      type: fc.constant('choice'),
      template,
      options: options.map((all) => all.map((each) => ({ ...each, label: each.key }))),
      timeout,
      on,
    });
  }
  if (surveys.length > 0) {
    const cases = fc.record({ score: fc.constantFrom({ lte: 2 }, { gte: 1, lte: 3 }), next: ways.ahead() });
    generators['survey'] = fc.record({
      type: fc.constant('survey'),
      survey: fc.constantFrom(...surveys),
      template,
      cases: fc.array(cases, { minLength: 1, maxLength: 2 }),
      answered: ways.ahead(),
      timeout,
      on,
    });
  }
  if (offers.length > 0) {
    generators['offer'] = fc.record({
      type: fc.constant('offer'),
      from: fc.shuffledSubarray([...offers], { minLength: 1 }),
      by: fc.constant('fixed'),
      template,
      on,
      next: ways.ahead(),
    });
  }
  return generators;
}

/** Steps that call another system. */
function callingGenerators({ events, connectors = [] }: Vocabulary, ways: Ways) {
  const generators: Record<string, fc.Arbitrary<object>> = {};
  if (connectors.length === 0) return generators;
  const on = rarely(fc.record({ failed: ways.ahead() }));
  const saved = fc.constantFrom<object[]>({}, { save: 'response.status', as: 'status' });
  generators['http'] = fc.record({ on, next: ways.ahead(), saved }).map(({ saved: kept, ...rest }) => ({
    type: 'http',
    url: 'https://example.com/{{customer.plan}}',
    ...kept,
    ...rest,
  }));
  const timeout = fc.record({ after: aDuration, next: ways.ahead() });
  const outcomes = fc.record({ lost: ways.ahead() }).map((each) => ({ ways: each, outcomeAs: 'talk' }));
  const waiting = fc
    .record({ wait: fc.constantFrom(...events), timeout: rarely(timeout), outcomes: rarely(outcomes) })
    .map(({ outcomes: told, ...rest }) => ({ ...rest, ...told }));
  generators['action'] = fc
    .record({ on, next: ways.ahead(), connector: fc.constantFrom(...connectors), waiting: rarely(waiting) })
    .map(({ waiting: awaited, ...rest }) => ({ type: 'action', action: 'do', ...awaited, ...rest }));
  return generators;
}

function someSteps(vocabulary: Vocabulary, count: number): fc.Arbitrary<Record<string, object>> {
  const steps = Array.from({ length: count }, (_, index) =>
    fc.oneof(
      ...Object.entries(stepGenerators(vocabulary, waysFrom(index, count))).map(([name, arbitrary]) => ({
        weight: ASKING.includes(name) ? 4 : 1,
        arbitrary,
      })),
    ),
  );
  const end = fc.record(
    { type: fc.constant('exit'), reason: fc.constantFrom('done', 'over') },
    { requiredKeys: ['type'] },
  );
  return fc
    .tuple(...steps, end)
    .map((all) => Object.fromEntries(all.map((step, index) => [keyOf(index), written(step)])));
}

/** A valid definition: ways that rest nowhere lead ahead, and steps to which no way leads are left out. */
export function aJourneyOf(vocabulary: Vocabulary): fc.Arbitrary<JourneyDefinition> {
  const event = fc.constantFrom(...vocabulary.events);
  const where = rarely(aCondition);
  const eventTrigger = fc.record({ type: fc.constant('event'), event, where });
  const entry = fc.record({
    triggers: fc.oneof(
      fc.array(eventTrigger, { minLength: 1, maxLength: 2 }),
      eventTrigger.map((trigger) => [trigger, { type: 'api' }]),
    ),
    condition: rarely(aCondition),
    reentry: fc.option(
      fc.record({
        mode: fc.constantFrom('never', 'after-exit', 'always'),
        cooldown: rarely(aDuration),
        key: rarely(fc.constantFrom('event.order', 'customer.plan', 'context.order')),
      }),
      { nil: undefined, freq: 5 },
    ),
    holdout: rarely(fc.constantFrom(0.3, 0.5)),
  });
  const rule = fc.oneof(
    fc.record({ event, where }),
    aCondition.map((condition) => ({ condition })),
  );
  const goal = fc.record({
    event,
    where,
    within: rarely(aDuration),
    exits: rarely(fc.boolean()),
    value: rarely(fc.constantFrom('event.score', 'customer.score')),
  });
  return fc
    .record({
      entry,
      exit: rarely(fc.array(rule, { minLength: 1, maxLength: 2 })),
      goals: rarely(fc.array(goal, { minLength: 1, maxLength: 2 })),
      steps: fc.integer({ min: 1, max: MOST_STEPS }).chain((count) => someSteps(vocabulary, count)),
    })
    .map(({ steps, goals, ...rest }) => ({
      ...rest,
      goals: goals?.map((each, index) => ({ key: `g${String(index)}`, ...each })),
      start: keyOf(0),
      steps: reachable(steps),
    }))
    .map((definition) => written(definition) as unknown as JourneyDefinition);
}

/** As it would be written: without the members that were left out. */
function written(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

function reachable(steps: Record<string, object>): Record<string, StepDefinition> {
  const found = new Set<string>();
  const ahead = [keyOf(0)];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    // A way is any text that is the key of a step.
    JSON.stringify(steps[key], (_name, value: unknown) => {
      if (typeof value === 'string' && value in steps) ahead.push(value);
      return value;
    });
  }
  return Object.fromEntries(Object.entries(steps).filter(([key]) => found.has(key))) as unknown as Record<
    string,
    StepDefinition
  >;
}
