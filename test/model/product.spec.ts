import fc from 'fast-check';
import type { JourneyDefinition } from '@parcours/engine';
import { formatInstant, type JsonObject } from '@parcours/kernel';
import { profiles } from '@parcours/testing';
import { aJourneyOf, aRenewal, OPTIONS, someProperties, ZONES } from './arbitrary-journeys.js';
import { smtpConnector } from '../e2e/support/platform.js';
import { type Arrival, NaiveEngine } from './naive-engine.js';
import { LEASE_MS, Product } from './product.js';
import { storyOf, storyOnDisk } from './stories.js';

/** TEST_LONG multiplies the runs, TEST_SEED repeats them. */
const RUNS = Math.ceil(8 * Number(process.env['TEST_LONG'] ?? '1'));
const seed = process.env['TEST_SEED'];

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const START = Date.UTC(2026, 2, 2, 8);
const EVENTS = ['@a', '@b', '@c'];
const JOURNEYS = ['@first', '@second'];
const TEMPLATES = ['model-one', 'model-two'];
const SURVEYS = ['model-nps'];
const OFFERS = ['model-gift', 'model-book'];
const CUSTOMERS = [0, 1, 2];
const MOST_EFFORT = 120;

jest.setTimeout(600_000);

const someTraits = fc.record(
  {
    email: fc.constantFrom('inbox', 'bounce'),
    plan: fc.constantFrom('free', 'pro'),
    score: fc.integer({ min: 0, max: 4 }),
    renewal: aRenewal,
    timezone: fc.constantFrom(...ZONES),
  },
  { requiredKeys: ['email'] },
);

/** What the page of a question raises; the step that it names may be asking or not. */
const anAnswer = fc
  .record({
    step: fc.constantFrom('s0', 's0', 's1', 's2', undefined),
    option: fc.constantFrom(...OPTIONS),
    survey: fc.constantFrom(...SURVEYS),
    score: fc.integer({ min: 0, max: 4 }),
  })
  .chain((answer) => fc.constantFrom('choice.made', 'survey.answered').map((event) => ({ event, answer })));

const anArrival = fc.record({
  customer: fc.constantFrom(...CUSTOMERS),
  after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 }), fc.constantFrom(1_440, 4_320, 10_080)),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...EVENTS).map((event) => ({ event })) },
    { weight: 3, arbitrary: anAnswer },
    { weight: 1, arbitrary: fc.constantFrom(...JOURNEYS).map((journey) => ({ journey })) },
  ),
  properties: someProperties,
  traits: fc.option(fc.record({ plan: fc.constantFrom('free', 'pro', null) }), { nil: undefined, freq: 2 }),
  lateBy: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.constantFrom(30, 1_500, 5_000)),
  isSentTwice: fc.boolean(),
});

/** Without calls to other systems: the engine's model knows those. */
const VOCABULARY = {
  ...{ events: EVENTS, templates: TEMPLATES, journeys: JOURNEYS },
  ...{ asks: true, surveys: SURVEYS, offers: OFFERS },
};

const aCase = fc.record({
  first: aJourneyOf(VOCABULARY),
  second: aJourneyOf(VOCABULARY),
  traits: fc.tuple(...CUSTOMERS.map(() => someTraits)),
  arrivals: fc.array(anArrival, { minLength: 3, maxLength: 14 }),
  crashes: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
});

type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;
type ArrivalTold = Case['arrivals'][number];

/** Something that a customer does, and when it comes in. */
interface Timed {
  readonly at: number;
  readonly customer: number;
  readonly isSentTwice: boolean;
  readonly heard: Arrival;
}

interface Instant {
  readonly incoming: readonly Timed[];
  /** After how many statements the next workers die. */
  readonly crashes: number[];
}

const idOf = (prefix: string, customer: number) => `${prefix}-${String(customer)}`;

let cases = 0;

/** Events and journeys of their own for each case, so that many can be told on one database. */
function named<T>(value: T, prefix: string): T {
  return JSON.parse(JSON.stringify(value).replaceAll('"@', `"${prefix}-`)) as T;
}

const hasApiTrigger = (journey: JourneyDefinition | undefined) =>
  journey?.entry.triggers.some(({ type }) => type === 'api') ?? false;

const everyMoment = (models: readonly NaiveEngine[]) => models.map(({ nextDue = Infinity }) => nextDue);

/** Plays a case with the models alone: false for one that never ends or takes longer than it is worth. */
function isWorthTelling(models: readonly NaiveEngine[], arrivals: readonly Timed[], until: number): boolean {
  const rest = [...arrivals];
  for (;;) {
    const now = Math.min(rest[0]?.at ?? Infinity, ...everyMoment(models));
    if (now > until) return true;
    const incoming = rest.splice(0, rest.filter(({ at }) => at === now).length);
    for (const [index, model] of models.entries()) {
      model.work(
        now,
        incoming.filter(({ customer }) => customer === index).map(({ heard }) => heard),
      );
      while (model.hasQueued && model.effort < MOST_EFFORT) {
        model.deliver(now, () => 'sent');
        model.work(now);
      }
      if (model.effort >= MOST_EFFORT) return false;
    }
  }
}

/** Brings the product and the models to rest at an instant; whoever dies over it is replaced. */
async function settle(product: Product, models: readonly NaiveEngine[], { incoming, crashes }: Instant) {
  const { clock, database } = product;
  let heard: readonly Timed[] = incoming;
  for (;;) {
    await product.work('lanes', crashes);
    for (const [index, model] of models.entries()) {
      const own = heard.filter(({ customer }) => customer === index);
      model.work(
        clock.now(),
        own.map((each) => each.heard),
      );
    }
    heard = [];
    if (!(await hasUnfinished(database))) return;
    await product.work('deliveries', crashes);
    // What a worker had claimed that died is free when its lease is over; time goes on for everybody meanwhile.
    if (await hasUnfinished(database)) clock.advance(LEASE_MS + 1);
    else for (const model of models) model.deliver(clock.now(), outcomeFor(model));
  }
}

/** Tells one case to the product and to the models, instant by instant, and holds their stories against each other. */
async function tell(product: Product, told: Case): Promise<void> {
  const prefix = `c${String(++cases)}`;
  const { first, second, traits, arrivals, crashes } = named(told, prefix);
  const journeys = { [`${prefix}-first`]: first, [`${prefix}-second`]: second };
  const newModels = () =>
    CUSTOMERS.map(
      (index) =>
        new NaiveEngine({
          journeys,
          customer: { id: idOf(prefix, index), traits: {} },
          zoneOf: (each) => (typeof each['timezone'] === 'string' ? each['timezone'] : 'UTC'),
          reaches: () => true,
          pace: 'produced',
        }),
    );
  const { clock } = product;
  clock.advance(DAY);
  const introductions = traits.map(({ email, ...own }, customer): Timed => {
    const address = `${email}-${idOf(prefix, customer)}@example.com`;
    const event = { name: `${prefix}-hello`, properties: {}, occurredAt: clock.now() };
    return {
      at: clock.now(),
      customer,
      isSentTwice: false,
      heard: { type: 'event', event, traits: { ...own, email: address } },
    };
  });
  let at = clock.now();
  const timed = arrivals.flatMap((arrival): Timed[] => {
    at += arrival.after * MINUTE;
    const heard = heardOf(arrival, at);
    const { customer, isSentTwice } = arrival;
    const takes = heard.type === 'event' || hasApiTrigger(journeys[heard.journey]);
    return takes ? [{ at, customer, isSentTwice, heard }] : [];
  });
  const all = [...introductions, ...timed];
  const until = at + 10 * DAY;
  fc.pre(isWorthTelling(newModels(), all, until));

  await publish(product, journeys);
  await product.dieAfter(crashes.shift());
  const models = newModels();
  for (;;) {
    const next = Math.min(all[0]?.at ?? Infinity, ...everyMoment(models));
    if (next > until) break;
    clock.set(Math.max(clock.now(), next));
    const incoming = all.splice(0, all.filter((each) => each.at <= clock.now()).length);
    for (const [index, each] of incoming.entries()) {
      const id = idOf(prefix, each.customer);
      await send(product, { id, messageId: `${prefix}-${String(clock.now())}-${String(index)}`, ...each });
    }
    await settle(product, models, { incoming, crashes });
    expect(await storyOnDisk(product.database, prefix)).toEqual(models.map(storyOf));
  }
  await product.dieAfter(undefined);
}

function heardOf({ what, properties, traits, lateBy }: ArrivalTold, at: number): Arrival {
  if ('journey' in what) return { type: 'trigger', journey: what.journey, context: properties };
  const said = 'answer' in what ? (JSON.parse(JSON.stringify(what.answer)) as JsonObject) : properties;
  const event = { name: what.event, properties: said, occurredAt: at - lateBy * MINUTE };
  return { type: 'event', event, ...(traits && { traits }) };
}

/** Each journey may name the other, so both are there before either says what it does. */
async function publish(product: Product, journeys: Readonly<Record<string, JourneyDefinition>>) {
  const steps = { end: { type: 'exit' } };
  const placeholder = { entry: { triggers: [{ type: 'event', event: 'nothing' }] }, start: 'end', steps };
  for (const key of Object.keys(journeys)) {
    await product.publish('journey-templates', key, { name: key, definition: placeholder });
  }
  for (const [key, definition] of Object.entries(journeys)) {
    await product.publish('journey-templates', key, { name: key, definition });
  }
}

async function send(
  product: Product,
  { id, messageId, heard, isSentTwice }: Timed & { id: string; messageId: string },
): Promise<void> {
  for (let times = isSentTwice ? 2 : 1; times > 0; times--) {
    if (heard.type === 'trigger') {
      const body = { customerId: id, messageId, context: heard.context };
      await product.call('POST', `/journeys/${heard.journey}/trigger`, body);
    } else {
      const { event, traits } = heard;
      const { name, properties, occurredAt } = event;
      const occurred = formatInstant(occurredAt);
      const body = {
        event: name,
        customerId: id,
        messageId,
        properties,
        occurredAt: occurred,
        ...(traits && { traits }),
      };
      await product.call('POST', '/events', body);
    }
  }
}

async function hasUnfinished({ sql }: Product['database']): Promise<boolean> {
  const [row] = await sql.select<{ open: number }>('SELECT COUNT(*) AS open FROM messages WHERE status < 2');
  return Number(row?.open) > 0;
}

const outcomeFor = (model: NaiveEngine) => (): 'sent' | 'failed' =>
  JSON.stringify(model.traits['email']).includes('bounce') ? 'failed' : 'sent';

describe.each(profiles)('the product and the naive model of it, on the $name profile', (profile) => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start(profile, START);
    await product.publish('connectors', 'mailbox', smtpConnector(product.smtp.port));
    await product.publish('channel-policies', 'default', {
      name: 'Default',
      channels: [{ channel: 'email', connector: 'mailbox' }],
    });
    const question = 'Would you recommend us?';
    for (const key of SURVEYS) await product.publish('surveys', key, { name: key, kind: 'nps', question });
    for (const key of OFFERS) {
      await product.publish('offers', key, { name: key, kind: 'gift', gives: key, headline: key });
    }
    for (const key of TEMPLATES) {
      const email = { subject: key, html: '<p>{{customer.id}}</p>' };
      await product.publish('message-templates', key, { name: key, channels: { email } });
    }
  });

  afterAll(() => product.stop());

  it('tell the same story of every customer, wherever a worker dies (A4, B2, F3)', async () => {
    const parameters = { numRuns: RUNS, ...(seed !== undefined && { seed: Number(seed) }) };
    await fc.assert(
      fc.asyncProperty(aCase, (told) => tell(product, told)),
      parameters,
    );
    // The mails that were handed over are at least those on record, and more only for a worker that died over one.
    const [row] = await product.database.sql.select<{ sent: number }>(
      'SELECT COUNT(*) AS sent FROM messages WHERE status = 2',
    );
    const sent = Number(row?.sent);
    expect(product.smtp.mails.length).toBeGreaterThanOrEqual(sent);
    expect(product.crashes).toBeGreaterThan(0);
  });
});
