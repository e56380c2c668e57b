import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { compileJourney } from '../definition/compile.js';
import { aDefinition, SEND } from '../testing/journeys.js';
import { JOURNEY_TESTS_SCHEMA } from './journey-test.schema.js';
import { type Expectation, type JourneyTest, runJourneyTest } from './journey-test.js';

const END = { type: 'exit' } as const;
const JOURNEY = compileJourney(
  aDefinition({
    goals: [{ key: 'active', event: 'project.created', exits: true }],
    steps: {
      hello: { type: 'message', template: 'welcome', next: 'used' },
      used: {
        type: 'wait-for',
        any: [
          { event: 'feature.used', next: 'thanks' },
          { message: 'hello', is: 'clicked', next: 'thanks' },
        ],
        timeout: { after: '3d', next: 'tips' },
      },
      tips: { type: 'message', template: 'tips', on: { skipped: 'tell' }, next: 'tell' },
      tell: { type: 'emit', event: 'helped', next: 'end' },
      thanks: { type: 'journey', enter: 'nurture', next: 'end' },
      end: END,
    },
  }),
);

const CREATED = { at: '+0m', event: 'account.created' };

function run(test: Partial<JourneyTest>) {
  return runJourneyTest(
    { name: 't', timeline: [CREATED], expect: [], ...test },
    {
      journey: JOURNEY,
      journeyKey: 'j',
      timezone: 'UTC',
      decideMessage: ({ template }, { traits }) =>
        template === 'tips' && traits['quiet'] === true ? { send: false, code: 'quiet' } : SEND,
      customerOf: (id, traits) => ({ id, traits, timezone: undefined, locale: undefined }),
    },
  );
}

const judged = (expectation: Expectation, test: Partial<JourneyTest> = {}) =>
  run({ ...test, expect: [expectation] }).failures.map(({ message }) => message);
const used = { timeline: [CREATED, { at: '+1d', event: 'feature.used' }] };
const goal = { timeline: [CREATED, { at: '+4h', event: 'project.created' }] };

describe('a journey test (F5)', () => {
  it.each<[Expectation, Partial<JourneyTest>]>([
    [{ sends: 'welcome', channel: 'email', at: '+0m' }, {}],
    [{ sends: 'tips', after: '+2d', before: '+4d' }, {}],
    [{ sends: 'tips', at: '2026-01-08T09:00:00Z' }, {}],
    [{ skips: 'tips', code: 'quiet' }, { customer: { traits: { quiet: true } } }],
    [{ exits: 'completed', before: '+3d' }, {}],
    [{ exits: 'goal', goal: 'active', at: '+4h' }, goal],
    [{ reaches: 'active' }, goal],
    [{ passes: 'used', code: 'timeout' }, {}],
    [{ emits: 'helped' }, {}],
    [{ enters: 'nurture' }, used],
    [
      { passes: 'used', code: 'clicked', at: '+1d' },
      { timeline: [CREATED, { at: '+1d', message: 'hello', is: 'clicked' }] },
    ],
    // Nobody reacts to a message that was not sent.
    [
      { passes: 'used', code: 'timeout' },
      { timeline: [CREATED, { at: '+1d', message: 'tips', is: 'clicked' }] },
    ],
    [{ stands: 'used', at: '+1d' }, {}],
    [{ stands: 'used' }, { until: '+1d' }],
    [{ never: { sends: 'nudge' } }, {}],
    [{ refused: 'already-active' }, { timeline: [CREATED, { ...CREATED, at: '+1d' }] }],
  ])('finds %j', (expectation, test) => {
    expect(judged(expectation, test)).toEqual([]);
  });

  it.each<[Expectation, Partial<JourneyTest>, string]>([
    [{ sends: 'nudge' }, {}, 'Expected sends nudge. Instead: welcome +0m, tips +3d.'],
    [{ sends: 'tips', at: '+1d' }, {}, 'Expected sends tips at +1d; it happened +3d.'],
    [
      { sends: 'welcome', channel: 'sms' },
      {},
      'Expected sends welcome (channel sms). Instead: welcome +0m, tips +3d.',
    ],
    [{ reaches: 'active' }, {}, 'Expected reaches active. Nothing of the kind happened.'],
    [{ never: { sends: 'tips' } }, {}, 'Expected never: sends tips; it happened +3d.'],
    [{ stands: 'tips', at: '+1d' }, {}, 'Expected to stand at tips +1d; stands at used.'],
    [{ stands: 'used' }, {}, 'Expected to stand at used in the end; stands in no step.'],
    [{ leaves: 'nurture' }, used, 'Expected leaves nurture. Nothing of the kind happened.'],
  ])('does not find %j, and says what it found', (expectation, test, message) => {
    expect(judged(expectation, test)).toEqual([message]);
  });

  it('lets each happening answer one expectation, and tells the place of one too many', () => {
    const { failures, passed } = run({ expect: [{ sends: 'welcome' }, { sends: 'welcome' }] });
    expect([passed, failures.map(({ pointer }) => pointer)]).toEqual([false, ['/expect/1']]);
  });

  it('keeps a transcript in the same words', () => {
    expect(run(goal).transcript).toEqual([
      '+0m hears account.created',
      '+0m is let in',
      '+0m sends welcome (email)',
      '+0m passes hello (queued)',
      '+4h hears project.created',
      '+4h reaches active',
      '+4h passes used (goal)',
      '+4h exits goal',
    ]);
  });

  it('has a schema that accepts its own example and stands alone', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false });
    addFormats.default(ajv);
    const accepts = ajv.compile(JOURNEY_TESTS_SCHEMA);
    const { items } = JOURNEY_TESTS_SCHEMA as unknown as { items: { examples: unknown[] } };
    expect(accepts(items.examples)).toBe(true);
    expect(JSON.stringify(JOURNEY_TESTS_SCHEMA)).not.toContain('$ref');
    for (const wrong of [{ sends: 'a', skips: 'b' }, { at: '+1d' }, { sends: 'a', at: 'tomorrow' }, {}]) {
      expect(accepts([{ name: 'x', expect: [wrong] }])).toBe(false);
    }
  });
});
