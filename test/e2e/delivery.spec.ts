import { ParcoursConfig } from '@parcours/config';
import { profiles, startSmtpSink, waitFor } from '@parcours/testing';
import type { SmtpSink, SmtpSinkOptions } from '@parcours/testing';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { aJourney, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { smtpConnector, startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const BACKLOG = 2_000;
/** Something that takes a few tries, on a slow machine. */
const PATIENCE_MS = 60_000;

/** A zone in which it is the middle of the day, so that none ends meanwhile; and the day that it is there. */
function noon(): { zone: string; today: string } {
  const hours = 12 - new Date().getUTCHours();
  const zone = hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${String(Math.abs(hours))}`;
  return { zone, today: new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10) };
}

describe.each(profiles)('deliveries on $name (F10)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  /** One message of the category by a connector, and then the end. */
  async function mailing(connector: string, category: string, brand?: string): Promise<JourneyUnderTest> {
    const template = unique('template');
    const policy = unique('policy');
    await platform.publish('channel-policies', policy, {
      name: policy,
      channels: [{ channel: 'email', connector }],
    });
    await platform.publish('message-templates', template, {
      name: template,
      category,
      ...(brand !== undefined && { brand }),
      channels: { email: { subject: category, html: '<p>Hi</p>' } },
    });
    return aJourney(platform).publish({
      start: 'mail',
      steps: {
        mail: { type: 'message', template, policy, next: 'end' },
        end: { type: 'exit', reason: 'done' },
      },
    });
  }

  async function enterMany(journey: JourneyUnderTest, stem: string, count: number): Promise<void> {
    const events = Array.from({ length: count }, (_, at) => {
      const customerId = `${stem}-${String(at)}`;
      return { event: journey.event, customerId, traits: { email: `${customerId}@example.com` } };
    });
    for (let from = 0; from < count; from += 500) {
      await platform.data('POST', '/events', events.slice(from, from + 500));
    }
  }

  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  async function aSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
    const sink = await startSmtpSink(options);
    closers.push(() => sink.close());
    return sink;
  }

  async function aConnector(port: number, more: object = {}, config: object = {}): Promise<string> {
    const connector = unique('connector');
    await platform.publish('connectors', connector, { ...smtpConnector(port, config), ...more });
    return connector;
  }

  const enter = (journey: JourneyUnderTest, id: string) =>
    journey.enter(id, { traits: { email: `${id}@example.com` } });
  const standing = (connector: string) => platform.data('GET', `/connectors/${connector}/delivery`);
  const isIn = (connector: string, state: string) =>
    waitFor(
      async () => {
        const seen = await standing(connector);
        return seen.state === state && seen;
      },
      { timeoutMs: PATIENCE_MS },
    );

  const mailsTo = (stem: string) =>
    platform.smtp.mails.filter(({ to }) => to.some((address) => address.startsWith(stem)));

  it('of what customers need go before a backlog of marketing', async () => {
    const connector = unique('slow');
    await platform.publish(
      'connectors',
      connector,
      smtpConnector(platform.smtp.port, { poolSize: 2, rateLimit: 20 }),
    );
    const newsletter = await mailing(connector, 'marketing');
    const receipt = await mailing(connector, 'transactional');
    await enterMany(newsletter, 'backlog', BACKLOG);
    await newsletter.message(`backlog-${String(BACKLOG - 1)}`, ({ status }) => status === 'queued');
    await receipt.enter('urgent', { traits: { email: 'urgent@example.com' } });
    await receipt.message('urgent', ({ status }) => status === 'sent');
    expect(mailsTo('urgent')).toHaveLength(1);
    expect(mailsTo('backlog').length).toBeLessThan(BACKLOG / 2);
    await platform.publish('connectors', connector, smtpConnector(platform.smtp.port));
  });

  it('never go faster than their connector may, however many workers there are', async () => {
    const [perSecond, count] = [10, 45];
    const times: number[] = [];
    const sink = await aSink({
      answers: () => {
        times.push(performance.now());
        return undefined;
      },
    });
    if (profile.name === 'server') {
      for (let more = 0; more < 2; more++) {
        const worker = await createWorker(new ParcoursConfig(platform.environment));
        closers.push(() => worker.close());
      }
    }
    const connector = await aConnector(sink.port, { limits: { perSecond, perDay: 1_000, concurrency: 3 } });
    const journey = await mailing(connector, 'marketing');
    const began = performance.now();
    await enterMany(journey, 'paced', count);
    await sink.mailsReach(count, PATIENCE_MS);
    const sorted = [...times].sort((a, b) => a - b);
    // A machine that is held up brings mails late, and late ones close together; none comes before its second.
    const allowedBy = (at: number) => perSecond * (Math.floor((at - began) / 1_000) + 1);
    const tooSoon = sorted.filter((at, place) => place >= allowedBy(at));
    expect({ tooSoon, mails: sorted.length }).toEqual({ tooSoon: [], mails: count });
    const { state, limits, concurrency } = await standing(connector);
    expect({ state, concurrency }).toEqual({ state: 'open', concurrency: 3 });
    await waitFor(async () => (await standing(connector)).limits[1].used === count);
    expect(limits.map(({ per, limit }: { per: string; limit: number }) => [per, limit])).toEqual([
      ['second', perSecond],
      ['day', 1_000],
    ]);
  });

  it('of a sender that is new go out as its plan says, what is urgent first', async () => {
    const { zone, today } = noon();
    const sink = await aSink();
    const connector = await aConnector(sink.port, { warmUp: { startedOn: today, perDay: [10, 20], zone } });
    const newsletter = await mailing(connector, 'marketing');
    const receipt = await mailing(connector, 'transactional');
    await enterMany(newsletter, 'warm', 20);
    await sink.mailsReach(9);
    await enterMany(receipt, 'receipt', 2);
    await sink.mailsReach(10);
    const { warmUp } = await waitFor(async () => {
      const found = await standing(connector);
      const { marketing, transactional } = found.waiting;
      return marketing.messages === 11 && transactional.messages === 1 && found.warmUp.sent === 10 && found;
    });
    expect(warmUp).toMatchObject({ day: 1, date: today, limit: 10, sent: 10 });
    expect(sink.mails.filter(({ to }) => to[0]?.startsWith('receipt'))).toHaveLength(1);
  });

  it('in the name of a new domain go out as its plan says, by whatever connectors and brands', async () => {
    const { zone, today } = noon();
    const domain = `${unique('young')}.example`;
    const plan = (perDay: number[]) => ({ warmUp: { startedOn: today, perDay, zone } });
    const sink = await aSink();
    const journeys: JourneyUnderTest[] = [];
    let plain = '';
    for (const more of [plan([10]), plan([50]), {}]) {
      const brand = unique('brand');
      plain = brand;
      const senders = { email: { name: brand, address: `${brand}@${domain.toUpperCase()}` } };
      await platform.publish('brands', brand, {
        name: brand,
        colours: { primary: '#0b6e6e' },
        senders,
        ...more,
      });
      journeys.push(await mailing(await aConnector(sink.port), 'marketing', brand));
    }
    const receipt = await mailing(await aConnector(sink.port), 'transactional', plain);
    for (const [at, journey] of journeys.entries()) await enterMany(journey, `young-${String(at)}`, 6);
    await sink.mailsReach(9);
    await enterMany(receipt, 'young-receipt', 2);
    await sink.mailsReach(10);
    const standing = () => platform.data('GET', '/sender-domains');
    const mine = async () =>
      ((await standing()) as { domain: string }[]).filter((each) => each.domain === domain.toLowerCase());
    await waitFor(async () => ((await mine()) as { sent?: number }[])[0]?.sent === 10);
    expect(await mine()).toMatchObject([{ day: 1, date: today, limit: 10, sent: 10, brands: { length: 2 } }]);
    const entered = journeys.map((journey, at) => [journey, `young-${String(at)}`, 6] as const);
    const putOff = async () => {
      const asked = [...entered, [receipt, 'young-receipt', 2] as const].flatMap(([journey, stem, count]) =>
        Array.from({ length: count }, (_, at) => journey.messages(`${stem}-${String(at)}`)),
      );
      const waiting = (await Promise.all(asked)).flat().filter(({ status }) => status === 'queued');
      const later = Date.now() + 3_600_000;
      return waiting.filter(({ nextAttemptAt }) => Date.parse(String(nextAttemptAt)) > later);
    };
    await waitFor(async () => (await putOff()).length === 10);
    for (const message of await putOff()) expect(message).toMatchObject({ attempts: 0, failure: null });
    expect(sink.mails).toHaveLength(10);
  });

  it('wait while their provider is away, without a try that counts, and others go on', async () => {
    const sink = await startSmtpSink();
    const { port } = sink;
    const connector = await aConnector(port);
    const away = await mailing(connector, 'marketing');
    const other = await mailing('mailbox', 'marketing');
    await sink.close();
    const people = ['away-1', 'away-2', 'away-3', 'away-4'];
    for (const id of people) {
      await enter(away, id);
      // Each of them a batch of its own, until it is left alone.
      await waitFor(async () => {
        const wasTried = (await away.messages(id)).some(({ failure }) => failure !== null);
        return wasTried || (await standing(connector)).state !== 'open';
      });
    }
    expect(await isIn(connector, 'down')).toMatchObject({
      nextAt: expect.any(String),
      lastError: { code: 'smtp.connection-failed' },
    });
    await waitFor(async () => (await standing(connector)).waiting.marketing.messages === people.length);
    await enter(other, 'not-away');
    expect(await other.message('not-away', ({ status }) => status === 'sent')).toMatchObject({ attempts: 1 });
    const back = await aSink({ port });
    for (const id of people) {
      const message = await away.message(id, ({ status }) => status === 'sent', PATIENCE_MS);
      expect(message).toMatchObject({ attempts: 1, maybeDuplicate: false, failure: null });
    }
    expect(back.mails).toHaveLength(people.length);
    expect((await standing(connector)).state).toBe('open');
  });

  it('wait for whoever puts the settings right', async () => {
    const sink = await aSink();
    const connector = await aConnector(sink.port, {}, { secure: 'starttls' });
    const journey = await mailing(connector, 'transactional');
    await enter(journey, 'patient');
    const isRefused = ({ failure }: { failure: { code: string } | null }) =>
      failure?.code === 'smtp.tls-failed';
    expect(await journey.message('patient', isRefused)).toMatchObject({ attempts: 0 });
    await platform.publish('connectors', connector, smtpConnector(sink.port));
    await journey.message('patient', ({ status }) => status === 'sent', PATIENCE_MS);
    expect(sink.mails).toHaveLength(1);
  });

  it('are held back for all when the provider asks for a slower pace', async () => {
    let asked = 0;
    const sink = await aSink({ answers: () => (asked++ === 0 ? '421 4.7.0 slow down' : undefined) });
    const connector = await aConnector(sink.port);
    const journey = await mailing(connector, 'marketing');
    await enter(journey, 'fast-1');
    const { lastError, nextAt } = await isIn(connector, 'throttled');
    await enter(journey, 'fast-2');
    const late = await journey.message('fast-2', () => true);
    expect({ status: late.status, attempts: late.attempts, asked }).toEqual({
      status: 'queued',
      attempts: 0,
      asked: 1,
    });
    expect([lastError.code, nextAt]).toEqual(['smtp.server-busy', expect.any(String)]);
  });

  it('are told of for connectors that deliver alone', async () => {
    await platform.data('PUT', '/connectors/drafted', smtpConnector(1));
    const drafted = await platform.call('GET', '/connectors/drafted/delivery');
    expect(drafted).toMatchObject({ status: 409, body: { code: 'messages.connector-not-published' } });
    const missing = await platform.call('GET', '/connectors/missing/delivery');
    expect(missing.status).toBe(404);
    const wrong = await platform.call('PUT', '/connectors/wrong', {
      ...smtpConnector(1),
      limits: { perSecond: 0 },
    });
    expect(wrong.status).toBe(400);
    const zone = {
      ...smtpConnector(1),
      warmUp: { startedOn: '2026-03-02', perDay: [5], zone: 'Europe/Nowhere' },
    };
    await platform.data('PUT', '/connectors/nowhere', zone);
    const refused = await platform.call('POST', '/connectors/nowhere/publish', {});
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/warmUp/zone' }] } });
  });

  it('that failed for good are found, counted and sent again, each once', async () => {
    let isRefusing = true;
    const sink = await aSink({ answers: () => (isRefusing ? '554 5.7.1 not from you' : undefined) });
    const connector = await aConnector(sink.port);
    const journey = await mailing(connector, 'marketing');
    const people = ['dead-1', 'dead-2', 'dead-3', 'dead-4'];
    for (const id of people) await enter(journey, id);
    for (const id of people) await journey.message(id, ({ status }) => status === 'failed');
    isRefusing = false;

    const dead = `/messages?filter[status][eq]=failed&filter[connector][eq]=${connector}`;
    const listed = await platform.data('GET', `${dead}&filter[failureCode][eq]=smtp.message-refused`);
    expect(listed).toHaveLength(people.length);
    expect(await platform.data('GET', `${dead}&filter[failureCode][eq]=smtp.other`)).toEqual([]);

    const first = await journey.message('dead-1', () => true);
    await platform.data('POST', `/messages/${first.id}/retry`);
    await journey.message('dead-1', ({ status }) => status === 'sent');
    const again = await platform.call('POST', `/messages/${first.id}/retry`);
    expect(again).toMatchObject({ status: 409, body: { code: 'messages.not-failed' } });

    const filter = { connector, journey: journey.key, code: 'smtp.message-refused' };
    const tried = await platform.data('POST', '/messages/retry', { ...filter, dryRun: true });
    expect(tried).toEqual({ matching: 3, retried: 0, hasMore: false });
    const other = { ...filter, code: 'smtp.other' };
    expect(await platform.data('POST', '/messages/retry', other)).toMatchObject({ matching: 0 });
    const future = { ...filter, createdSince: '2099-01-01T00:00:00Z' };
    expect(await platform.data('POST', '/messages/retry', future)).toMatchObject({ matching: 0 });
    // Whoever has taken their consent back since is not written to.
    const consents = [{ channel: 'email', topic: '*', state: 'denied' }];
    await platform.data('PATCH', '/customers/dead-4/consents', { consents });
    const answers = await Promise.all([
      platform.data('POST', '/messages/retry', filter),
      platform.data('POST', '/messages/retry', filter),
    ]);
    const counts = answers.map(({ retried }: { retried: number }) => retried);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    for (const id of ['dead-2', 'dead-3']) await journey.message(id, ({ status }) => status === 'sent');
    const denied = await journey.message(
      'dead-4',
      ({ failure }) => failure?.code === 'messages.consent-denied',
    );
    expect(denied.status).toBe('failed');
    expect(sink.mails).toHaveLength(3);
    const audit = '/audit-log?filter[action][eq]=messages.retried';
    const entries = await platform.data('GET', audit);
    expect(entries.map(({ subject }: { subject: { key: string } }) => subject.key)).toEqual(
      expect.arrayContaining([first.id, 'failed']),
    );
    const missing = await platform.call('POST', '/messages/123/retry');
    expect(missing.status).toBe(404);
  });
});
