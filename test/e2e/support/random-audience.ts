import type { Condition, ConsentLookup, CustomerFacts, PastEvent, Reaction } from '@parcours/conditions';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import fc from 'fast-check';

/** What the world of the test is: conditions and customers are drawn from the same few names. */
export const NOW = Date.UTC(2026, 2, 1, 9, 30);
export const SEGMENTS = { vip: 101, staff: 102 } as const;
export const PERSONAS = { parent: 201 } as const;
export const JOURNEYS = { welcome: 301, winback: 302 } as const;
export const TEMPLATES = { hello: 401, offer: 402 } as const;

const EVENTS = ['order', 'page "x"', 'Order'] as const;
const MEMBERS = ['plan', 'age', 'born', 'list', 'o', 'we ird"k', 'é', '*', '0', 'preferred_channel'] as const;
const PATHS = [
  ...MEMBERS,
  ...['o.a', 'o.0', 'list.0', 'list.1.a', 'list.length', 'o.length', 'plan.0', 'list.0.0'],
  '__proto__',
] as const;

const DAY = 86_400_000;

const text = fc.constantFrom(
  ...['', 'a', 'ab', 'A', 'b ', '5', 'true', 'null', 'é😀', 'a"b\\c', 'x\ny', '100%_!', "q'?", 'length'],
);
const moment = fc.oneof(
  fc.constantFrom(
    ...[
      '2026-03-01',
      '2024-02-29',
      '2025-02-29',
      '2026-02-28',
      '2026-13-01',
      '2026-02-30',
      '2026-04-31',
      '0050-01-01',
      '2026-1-1',
    ],
    ...[
      '2026-03-01T09:30:00Z',
      '2026-03-01T09:30:00.000Z',
      '2026-03-01T10:30:00+01:00',
      '2026-03-01T24:00:00Z',
    ],
    ...[
      '2026-02-30T00:00:00Z',
      '2026-03-01t09:30:00z',
      '2026-02-28T23:59:60Z',
      '2026-03-01T09:30:00.123456Z',
    ],
    '2026-03-01 09:30:00',
  ),
  fc.integer({ min: NOW - 40 * DAY, max: NOW + 40 * DAY }).map((at) => new Date(at).toISOString()),
  fc.integer({ min: NOW - 12_000 * DAY, max: NOW }).map((at) => new Date(at).toISOString().slice(0, 10)),
);
const number = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom(0.1, 0.30000000000000004, 1e21, -1e-7, 1e300, 9_007_199_254_740_991),
);
const scalar = fc.oneof(text, moment, number, fc.boolean());
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.oneof(scalar, fc.constant(null), fc.constant<JsonValue>([1]), fc.constant<JsonValue>({ a: 'a' })),
      {
        maxLength: 3,
      },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('a', '0', 'length'), scalar, { noNullPrototype: true }),
  },
);
const traits: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...MEMBERS), value, { maxKeys: 6, noNullPrototype: true }),
    fc.option(moment),
  )
  .map(([others, born]) => (born === null ? others : { ...others, born }));

/** A customer with everything that conditions look at. */
export interface RandomCustomer {
  readonly traits: JsonObject;
  readonly tags: readonly string[];
  readonly consents: Readonly<Record<string, Readonly<Record<string, { readonly state: string }>>>>;
  /** The channel that their reactions speak for. */
  readonly preferred: string | null;
  readonly events: readonly (PastEvent & { readonly name: string })[];
  readonly messages: readonly {
    readonly template: keyof typeof TEMPLATES;
    readonly status: number;
    readonly at: number;
  }[];
  readonly enrollments: readonly {
    readonly journey: keyof typeof JOURNEYS;
    readonly endReason: string | null;
    readonly goals: readonly string[];
  }[];
  readonly segments: readonly (keyof typeof SEGMENTS)[];
  readonly personas: readonly (keyof typeof PERSONAS)[];
}

const CONSENT_STATES = ['granted', 'denied', 'pending', 'unknown'] as const;
const past = fc.oneof(
  fc.integer({ min: 0, max: 60 * 24 }).map((hours) => NOW - hours * 3_600_000),
  // Right at the edge of a window, and one millisecond to either side.
  fc
    .tuple(fc.constantFrom(0.5, 1, 10, 30), fc.constantFrom(-1, 0, 1))
    .map(([days, ms]) => NOW - days * DAY + ms),
);

export const randomCustomer: fc.Arbitrary<RandomCustomer> = fc.record({
  traits,
  tags: fc.uniqueArray(text, { maxLength: 3 }),
  consents: fc.dictionary(
    fc.constantFrom('email', 'sms'),
    fc.dictionary(
      fc.constantFrom('*', 'news.weekly', '0'),
      fc.constantFrom(...CONSENT_STATES).map((state) => ({ state })),
      { noNullPrototype: true },
    ),
    { noNullPrototype: true },
  ),
  preferred: fc.option(fc.constantFrom('email', 'a')),
  events: fc.array(
    fc.record({
      name: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom<string>(...EVENTS) },
        { weight: 1, arbitrary: fc.constantFrom('message.opened', 'message.clicked') },
      ),
      occurredAt: past,
      properties: fc.record(
        { amount: fc.oneof(number, text), born: moment, template: fc.constantFrom('hello', 'offer') },
        { requiredKeys: [], noNullPrototype: true },
      ),
    }),
    { maxLength: 7 },
  ),
  messages: fc.array(
    fc.record({
      template: fc.constantFrom('hello', 'offer'),
      status: fc.integer({ min: 0, max: 4 }),
      at: past,
    }),
    { maxLength: 3 },
  ),
  enrollments: fc.array(
    fc.record({
      journey: fc.constantFrom('welcome', 'winback'),
      endReason: fc.constantFrom(null, 'completed', 'exit-rule', 'bought', 'engine.loop'),
      goals: fc.uniqueArray(fc.constantFrom('paid', 'back'), { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  segments: fc.uniqueArray(fc.constantFrom('vip', 'staff')),
  personas: fc.uniqueArray(fc.constantFrom('parent')),
});

/** One of these members, or two: with more of them nothing ever holds. */
function oneOrTwo(
  members: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Record<string, unknown>> {
  const one = fc.oneof(
    ...Object.entries(members).map(([name, of]) => of.map((found) => ({ [name]: found }))),
  );
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([first, second]) => ({ ...first, ...second })) },
  );
}

const limit = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 4 }) },
  { weight: 1, arbitrary: number },
);
const asked = oneOrTwo({ is: limit, gt: limit, gte: limit, lt: limit, lte: limit });
const figure = asked.map((found) => ({ of: 'amount', ...found }));
const offset = fc.constantFrom(
  '-30d',
  '-1d',
  '+1d',
  '-10d',
  '2026-02-20',
  '2026-03-01T09:30:00Z',
  '-99999999w',
);
const when = fc.oneof(
  offset.map((before) => ({ before })),
  offset.map((after) => ({ after })),
);
const operators = oneOrTwo({
  is: scalar,
  'is-not': scalar,
  in: fc.array(scalar, { minLength: 1, maxLength: 5 }),
  'not-in': fc.array(scalar, { minLength: 1, maxLength: 5 }),
  gt: limit,
  gte: limit,
  lt: limit,
  lte: limit,
  contains: scalar,
  'starts-with': text.filter((each) => each !== ''),
  'ends-with': text.filter((each) => each !== ''),
  matches: fc.constantFrom('a+', '^b?$', '^2026-'),
  exists: fc.boolean(),
  before: offset,
  after: offset,
  'anniversary-within': fc.constantFrom('7d', '0s', '36h', '300d', '9999w'),
});
const valueTest = (member: string, paths: readonly string[]) =>
  fc.tuple(fc.constantFrom(...paths), operators).map(([path, found]) => ({ [member]: path, ...found }));

const within = fc.constantFrom('30d', '12h', '10d', '1s');
const combined = (test: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      test,
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('any').map((not) => ({ not })),
    ),
  })).any;
const eventTest = fc
  .tuple(
    fc.constantFrom<string>(...EVENTS),
    fc.oneof(
      fc.constant({}),
      oneOrTwo({
        ...{ count: asked, sum: figure, avg: figure, min: figure, max: figure, first: when, last: when },
      }),
    ),
    fc.option(within),
    fc.option(combined(valueTest('property', ['amount', 'born']))),
  )
  .map(([event, what, young, where]) => ({
    event,
    ...what,
    ...(young !== null && { within: young }),
    ...(where !== null && { where }),
  }));
const REACTIONS: readonly Reaction[] = ['sent', 'failed', 'opened', 'clicked'];
const belonging = fc.boolean();

/** A condition as a segment may have it. */
export const randomCondition = combined(
  fc.oneof(
    { weight: 6, arbitrary: valueTest('trait', PATHS) },
    { weight: 4, arbitrary: eventTest },
    {
      weight: 1,
      arbitrary: fc.record(
        { message: fc.constantFrom('hello', 'offer', 'gone'), is: fc.constantFrom(...REACTIONS), within },
        { requiredKeys: ['message', 'is'], noNullPrototype: true },
      ),
    },
    { weight: 1, arbitrary: fc.record({ segment: fc.constantFrom('vip', 'staff', 'gone'), in: belonging }) },
    { weight: 1, arbitrary: fc.record({ persona: fc.constantFrom('parent', 'gone'), in: belonging }) },
    { weight: 1, arbitrary: fc.record({ tag: text.filter((each) => each !== ''), in: belonging }) },
    {
      weight: 1,
      arbitrary: fc.record({ journey: fc.constantFrom('welcome', 'winback', 'gone'), in: belonging }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        journey: fc.constantFrom('welcome', 'winback'),
        state: fc.constantFrom('active', 'completed', 'converted'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ preferred: fc.constantFrom('email', 'sms', 'a', 'ab') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        consent: fc.record(
          {
            channel: fc.constantFrom('email', 'sms'),
            topic: fc.constantFrom('news.weekly', '0', 'other'),
            is: fc.constantFrom(...CONSENT_STATES),
          },
          { requiredKeys: ['channel', 'is'], noNullPrototype: true },
        ),
      }),
    },
  ),
) as fc.Arbitrary<Condition>;

/** What the closure is told of a customer: worked out naively from the same data that the tables hold. */
export function factsOf(customer: RandomCustomer): CustomerFacts {
  const byTime = [...customer.events].sort((a, b) => a.occurredAt - b.occurredAt);
  return {
    events: (name) => byTime.filter((event) => event.name === name),
    reactions: (template, reaction) => {
      const status = reaction === 'sent' ? 2 : reaction === 'failed' ? 3 : undefined;
      if (status !== undefined) {
        return customer.messages
          .filter((message) => message.template === template && message.status === status)
          .map(({ at }) => at);
      }
      return byTime
        .filter(
          ({ name, properties }) => name === `message.${reaction}` && properties['template'] === template,
        )
        .map(({ occurredAt }) => occurredAt);
    },
    journey: (key) => {
      const passages = customer.enrollments.filter(({ journey }) => journey === key);
      return {
        isActive: passages.some(({ endReason }) => endReason === null),
        isCompleted: passages.some(({ endReason }) => endReason === 'completed' || endReason === 'bought'),
        hasConverted: passages.some(({ goals }) => goals.length > 0),
      };
    },
    isIn: (kind, key) => {
      const groups: readonly string[] = kind === 'segment' ? customer.segments : customer.personas;
      return groups.includes(key);
    },
    hasTag: (tag) => customer.tags.includes(tag),
  };
}

/** What the closure is told of the preferred channel. */
export function preferenceOf({ traits, preferred }: RandomCustomer): string | undefined {
  const said = traits['preferred_channel'];
  return typeof said === 'string' && said !== '' ? said : (preferred ?? undefined);
}

/** What the closure is told of consents. */
export function consentOf({ consents }: RandomCustomer): ConsentLookup {
  return (channel, topic) => {
    const ofChannel = consents[channel];
    const state = (ofChannel?.[topic] ?? ofChannel?.['*'])?.state;
    return CONSENT_STATES.find((each) => each === state) ?? 'unknown';
  };
}
