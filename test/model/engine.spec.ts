import fc from 'fast-check';
import {
  compileJourney,
  type Happening,
  simulate,
  type Stimulus,
  validateDefinition,
} from '@parcours/engine';
import { isError, type JsonObject, type JsonValue } from '@parcours/kernel';
import { aJourneyOf, aRenewal, OPTIONS, someProperties, ZONES } from './arbitrary-journeys.js';
import { type Arrival, NaiveEngine } from './naive-engine.js';

/** TEST_LONG multiplies the runs, TEST_SEED repeats one. */
const RUNS = 800 * Number(process.env['TEST_LONG'] ?? '1');
const seed = process.env['TEST_SEED'];
const parameters = { numRuns: RUNS, ...(seed !== undefined && { seed: Number(seed) }) };

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const START = Date.UTC(2026, 2, 2, 8);
const EVENTS = ['a', 'b', 'c'];

const someTraits = fc.record(
  {
    // What is no text reaches nobody.
    email: fc.constantFrom<JsonValue[]>('c@example.com', 'c@example.com', 'c@example.com', 7),
    plan: fc.constantFrom('free', 'pro'),
    score: fc.integer({ min: 0, max: 4 }),
    renewal: aRenewal,
  },
  { requiredKeys: ['email'] },
);

interface Sent {
  readonly after: number;
  readonly event: string | undefined;
  readonly properties: JsonObject;
  readonly traits: JsonObject | undefined;
}

/** No two at the same moment: what the simulator makes of those is its own affair. */
/** What the page of a question raises, of a step that may be asking or not. */
const anAnswer = fc
  .record({
    step: fc.constantFrom('s0', 's0', 's1', 's1', 's2', 's3', undefined),
    journey: fc.constantFrom(undefined, undefined, 'j', 'other'),
    option: fc.constantFrom(...OPTIONS, 'z'),
    survey: fc.constantFrom('nps', 'nps', 'ces'),
    score: fc.integer({ min: 0, max: 4 }),
  })
  .map((answer) => JSON.parse(JSON.stringify(answer)) as JsonObject);

const ANSWERS = ['choice.made', 'survey.answered'];

const someArrivals: fc.Arbitrary<Sent[]> = fc
  .array(
    fc.record({
      after: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(1_440, 2_880, 4_320, 10_080)),
      event: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...EVENTS) },
        { weight: 4, arbitrary: fc.constantFrom(...ANSWERS) },
        fc.constant(undefined),
      ),
      properties: fc.tuple(someProperties, anAnswer),
      traits: fc.option(
        fc.record(
          { plan: fc.constantFrom('free', 'pro', null), score: fc.integer({ min: 0, max: 4 }) },
          { requiredKeys: [] },
        ) as fc.Arbitrary<JsonObject>,
        { nil: undefined, freq: 2 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ properties: [others, answer], event, ...each }): Sent => ({
      ...each,
      event,
      properties: ANSWERS.includes(event ?? '') ? answer : others,
    })),
  );

const aWorld = fc.record({
  definition: aJourneyOf({
    ...{ events: EVENTS, templates: ['t1', 't2'], journeys: ['other'], asks: true },
    ...{ surveys: ['nps'], offers: ['o1', 'o2'], connectors: ['crm'] },
  }),
  failing: fc.subarray(['s0', 's1', 's2', 's3', 's4']),
  traits: someTraits,
  zone: fc.constantFrom(...ZONES),
  customerId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  sent: someArrivals,
});

const reaches = (traits: JsonObject) => typeof traits['email'] === 'string';

/** In the words of the model's log. */
function inWords(happening: Happening): string | undefined {
  const at = new Date(happening.at).toISOString();
  switch (happening.type) {
    case 'enters':
      return `${at} enters ${happening.enrollment} j${happening.heldOut ? ' held out' : ''}`;
    case 'sends': {
      const { step, visit, template } = happening.request;
      return `${at} sends ${happening.enrollment} ${step} ${visit} ${template}`;
    }
    case 'goal':
      return `${at} goal ${happening.enrollment} ${happening.goal} ${happening.value ?? '-'}`;
    case 'journey':
      return `${at} journey ${happening.way} ${happening.journey}`;
    case 'ends':
      return `${at} ends ${happening.enrollment} ${happening.reason}`;
    case 'calls':
    case 'event':
    case 'refused':
    case 'step':
    case 'unacknowledged':
      return undefined;
  }
}

describe('the engine and the naive model of it', () => {
  it('agree on every passage, message, goal and end, whatever the definition and the order of events (B2)', () => {
    const property = fc.property(aWorld, ({ definition, failing, traits, zone, customerId, sent }) => {
      expect(validateDefinition(definition).filter(isError)).toEqual([]);
      let at = START;
      const timed = sent.map(({ after, ...each }, index) => ({
        ...each,
        at: (at += after * MINUTE + index),
      }));
      const until = at + 20 * DAY;

      const model = new NaiveEngine({
        journeys: { j: definition },
        customer: { id: customerId, traits },
        zoneOf: () => zone,
        reaches,
        pace: 'simulated',
        failing,
      });
      const arrivals = timed.map(
        ({ at: occurredAt, event, properties, traits: patch }): [number, Arrival] => [
          occurredAt,
          event === undefined
            ? { type: 'trigger', journey: 'j', context: properties }
            : {
                type: 'event',
                event: { name: event, properties, occurredAt },
                ...(patch && { traits: patch }),
              },
        ],
      );
      for (;;) {
        const next = Math.min(arrivals[0]?.[0] ?? Infinity, model.nextDue ?? Infinity);
        if (next > until || !model.isWhole) break;
        model.work(next, arrivals[0]?.[0] === next ? [(arrivals.shift() as [number, Arrival])[1]] : []);
      }

      fc.pre(model.isWhole);

      const simulation = simulate({
        journey: compileJourney(definition),
        journeyKey: 'j',
        customer: { id: customerId, traits, timezone: zone, locale: undefined },
        timezone: 'UTC',
        decideMessage: (_request, customer) =>
          reaches(customer.traits) ? { send: true, channel: 'email' } : { send: false, code: 'no-address' },
        stimuli: timed.map(({ at: when, event, properties, traits: patch }): Stimulus =>
          event === undefined
            ? { type: 'trigger', at: when, context: properties }
            : { type: 'event', at: when, event, properties, ...(patch && { traits: patch }) },
        ),
        answers: Object.fromEntries(failing.map((step) => [step, { status: 503 }])),
        until,
      });
      expect(simulation.isWhole).toBe(true);
      expect(simulation.happenings.flatMap((each) => inWords(each) ?? [])).toEqual(
        model.log.map((line) => line.replace(/ by .*$/, '')),
      );
      const trails = model.passages.map(({ number }) =>
        simulation.happenings.flatMap((each) =>
          each.type === 'step' && each.enrollment === number
            ? [`${each.record.step}:${each.record.code}`]
            : [],
        ),
      );
      expect(trails).toEqual(model.passages.map(({ trail }) => trail));
      expect(
        simulation.enrollments.map(({ step, visit, dueAt, endReason, endedAt, context, progress }) => ({
          step,
          visit,
          dueAt,
          endReason,
          endedAt,
          context,
          goals: progress.goals ?? [],
        })),
      ).toEqual(
        model.passages.map(({ step, visit, dueAt, endReason, endedAt, context, goals }) => ({
          step,
          visit,
          dueAt,
          endReason,
          endedAt,
          context,
          goals,
        })),
      );
      expect(simulation.customer.traits).toEqual(model.traits);
    });
    fc.assert(property, parameters);
  });
});
