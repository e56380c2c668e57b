import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';

import { aJourney, type JourneyUnderTest, type MessageSeen, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'hostile-plugins');
const SECRET = 'hunter22-of-the-hostile';
/** Long enough for a mailbox on a busy machine, short enough to wait for. */
const PLUGIN_TIMEOUT_MS = '8000';

describe.each(profiles)('plugins that go wrong, beside one that does not, on $name (A7)', (profile) => {
  let platform: Platform;
  let mailing: JourneyUnderTest;
  beforeAll(async () => {
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_PLUGIN_TIMEOUT_MS: PLUGIN_TIMEOUT_MS },
    });
    await platform.publish('message-templates', 'text', { name: 'Text', channels: { sms: { text: 'Hi' } } });
    mailing = await aJourney(platform).publish(journeyWith({ template: 'hello', policy: 'default' }));
  });
  afterAll(() => platform.stop());

  function journeyWith(message: object) {
    const mail = { type: 'message', ...message, on: { sent: 'got', failed: 'lost' }, next: 'got' };
    const [got, lost] = ['got', 'lost'].map((reason) => ({ type: 'exit', reason }));
    return { start: 'mail', steps: { mail, got, lost } };
  }

  const settings = (mode: string) => ({ name: mode, type: 'hostile', config: { mode, secret: SECRET } });

  async function texting(mode: string): Promise<{ journey: JourneyUnderTest; connector: string }> {
    const connector = unique('hostile');
    await platform.publish('connectors', connector, settings(mode));
    const policy = unique('policy');
    await platform.publish('channel-policies', policy, {
      name: policy,
      channels: [{ channel: 'sms', connector }],
    });
    return {
      journey: await aJourney(platform).publish(journeyWith({ template: 'text', policy })),
      connector,
    };
  }

  /** What comes of a text message that goes wrong, once an email has arrived that set out with it. */
  async function beside(
    journey: JourneyUnderTest,
    satisfies: (message: MessageSeen) => boolean,
  ): Promise<MessageSeen> {
    const id = unique('ada');
    await journey.enter(id, { traits: { phone: '+33612345678' } });
    await mailing.enter(id, { traits: { email: `${id}@example.com` } });
    expect((await mailing.ended(id)).endReason).toBe('got');
    expect(platform.smtp.mails.filter(({ to }) => to.includes(`${id}@example.com`))).toHaveLength(1);
    return journey.message(id, satisfies);
  }

  it('are listed with the reason, and the others are there', async () => {
    const plugins: { id: string | null; status: string; error: { code: string; detail: string } | null }[] =
      await platform.data('GET', '/plugins');
    const failed = plugins.filter(({ status }) => status === 'failed').map(({ error }) => error);
    expect(failed).toEqual([
      {
        code: 'plugins.not-loadable',
        detail: expect.stringContaining(`not ready within ${PLUGIN_TIMEOUT_MS} ms`),
      },
      { code: 'plugins.not-loadable', detail: expect.stringMatching(/nowhere\.js/) },
      { code: 'plugins.sdk-mismatch', detail: expect.stringContaining('^9.0.0') },
      { code: 'plugins.not-loadable', detail: expect.stringContaining('broken from the start') },
      { code: 'plugins.duplicate-id', detail: expect.stringContaining("'hostile'") },
    ]);
    const enabled = plugins.filter(({ status }) => status === 'enabled').map(({ id }) => id);
    expect(enabled).toEqual(expect.arrayContaining(['email-smtp', 'hostile', 'leaky']));
  });

  it.each([
    ['opens-never', 'plugins.open-failed'],
    ['opens-garbage', 'plugins.open-failed'],
    ['throws-on-open', 'plugins.open-failed'],
    ['hangs', 'plugin.timed-out'],
    ['throws', 'plugin.threw'],
    ['rejects', 'plugin.threw'],
    ['throws-nothing', 'plugin.threw'],
    ['garbage', 'plugin.bad-answer'],
    ['empties-its-list', 'plugin.bad-answer'],
  ])('cost their own messages a try: one that %s', async (mode, code) => {
    const { journey } = await texting(mode);
    const message = await beside(journey, ({ failure }) => failure !== null);
    expect(message).toMatchObject({ status: 'queued', failure: { code } });
    expect(JSON.stringify(message)).not.toContain(SECRET);
  });

  it('tell no secrets by what they answer', async () => {
    const { journey, connector } = await texting('tells-secrets');
    const message = await beside(journey, ({ status }) => status === 'failed');
    expect(message.failure).toMatchObject({ code: 'hostile.told', detail: 'refused •••' });
    const seen = await platform.data('GET', `/connectors/${connector}`);
    expect(JSON.stringify(seen)).not.toContain(SECRET);
  });

  it('hold the process up for no longer than they are busy', async () => {
    const { journey } = await texting('is-busy');
    expect(await beside(journey, ({ status }) => status === 'sent')).toMatchObject({ failure: null });
  });

  it('are left behind where they do not close, and their new settings hold', async () => {
    const { journey, connector } = await texting('never-closes');
    await beside(journey, ({ status }) => status === 'sent');
    await platform.publish('connectors', connector, settings('garbage'));
    const message = await beside(journey, ({ failure }) => failure !== null);
    expect(message.failure).toMatchObject({ code: 'plugin.bad-answer' });
  });

  it('have their calls counted, whichever process made them', async () => {
    interface Calls {
      readonly name: string;
      readonly capability: string;
      readonly outcome: string;
      readonly calls: number;
      readonly items: number;
    }
    const { journey, connector } = await texting('garbage');
    await beside(journey, ({ failure }) => failure !== null);
    const seen = await waitFor(async () => {
      const calls: Calls[] = await platform.data('GET', `/connectors/${connector}/calls?hours=1`);
      return calls.some(({ capability }) => capability === 'send') && calls;
    });
    expect(seen.map(({ name, capability, outcome }) => [name, capability, outcome])).toEqual([
      [connector, 'open', 'done'],
      [connector, 'send', 'broken'],
    ]);
    const all: Calls[] = await platform.data('GET', '/plugins/hostile/calls');
    const outcomes = new Set(all.map(({ capability, outcome }) => `${capability} ${outcome}`));
    expect([...outcomes]).toEqual(
      expect.arrayContaining(['open timed-out', 'open broken', 'send timed-out', 'send broken', 'send done']),
    );
    expect(all).toContainEqual(
      expect.objectContaining({
        ...{ capability: 'send', outcome: 'done', calls: 1, items: 1 },
        durations: expect.objectContaining({ within1s: 0 }),
      }),
    );
    expect((await platform.call('GET', '/plugins/none/calls')).status).toBe(404);
  });

  it('are down when they are tried, with a reason and without a secret', async () => {
    const key = unique('tried');
    await platform.data('PUT', `/connectors/${key}`, settings('throws-on-open'));
    expect(await platform.data('POST', `/connectors/${key}/test`)).toMatchObject({
      status: 'down',
      detail: expect.stringContaining('no luck with •••'),
    });
  });
});
