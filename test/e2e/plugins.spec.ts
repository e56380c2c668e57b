import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

const MAIL = {
  start: 'mail',
  steps: {
    mail: { type: 'message', template: 'hello', on: { sent: 'got', failed: 'lost' }, next: 'got' },
    got: { type: 'exit', reason: 'got' },
    lost: { type: 'exit', reason: 'lost' },
  },
};

describe.each(profiles)('plugins on $name (A7)', (profile) => {
  let platform: Platform;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broken-plugins-'));
    await mkdir(join(folder, 'broken'));
    await writeFile(join(folder, 'broken', 'package.json'), '{ "main": "index.mjs" }');
    await writeFile(join(folder, 'broken', 'index.mjs'), "throw new Error('broken from the start');");
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: `${PLUGINS},${folder}` },
    });
  });
  afterAll(async () => {
    await platform.stop();
    await rm(folder, { recursive: true });
  });

  const turn = (id: string, way: 'enable' | 'disable', body?: object) =>
    platform.data('POST', `/plugins/${id}/${way}`, body);

  it('are listed with what they offer, and those that failed with the reason', async () => {
    const plugins = await platform.data('GET', '/plugins');
    expect(plugins).toContainEqual({
      id: 'crm',
      version: '1.0.0',
      summary: 'A CRM for tests.',
      status: 'enabled',
      connectorTypes: ['crm'],
      stepTypes: ['crm.credit'],
      conditionTests: [],
      templateHelpers: [],
      disabled: null,
      error: null,
    });
    expect(plugins).toContainEqual(
      expect.objectContaining({
        id: null,
        status: 'failed',
        error: { code: 'plugins.not-loadable', detail: expect.stringContaining('broken from the start') },
      }),
    );
  });

  it('say what connectors can be set up', async () => {
    const types: { type: string }[] = await platform.data('GET', '/connector-types');
    expect(types.find(({ type }) => type === 'email-smtp')).toMatchObject({
      plugin: 'email-smtp',
      channel: 'email',
      configSchema: { type: 'object', properties: { host: { type: 'string' } } },
      capabilities: { idempotency: false },
    });
    expect(types.find(({ type }) => type === 'crm')).toMatchObject({
      channel: null,
      actions: { 'create-task': { summary: 'Creates a task for the customer.' } },
    });
  });

  it('hold nothing up and lose nothing while they are switched off', async () => {
    const journey = await aJourney(platform).publish(MAIL);
    const off = await turn('email-smtp', 'disable', { reason: 'the relay is being moved' });
    expect(off).toMatchObject({ status: 'disabled', disabled: { reason: 'the relay is being moved' } });
    expect(await turn('email-smtp', 'disable', { reason: 'again' })).toEqual(off);
    await journey.enter('ada', { traits: { email: 'ada@example.com' } });
    const waiting = await journey.message('ada', ({ failure }) => failure !== null);
    expect(waiting).toMatchObject({ status: 'queued', failure: { code: 'plugins.disabled' } });
    expect(await turn('email-smtp', 'enable')).toMatchObject({ status: 'enabled', disabled: null });
    expect((await journey.ended('ada')).endReason).toBe('got');
    const log = await platform.data('GET', '/audit-log?filter[action][eq]=plugins.disabled');
    expect(log).toMatchObject([{ subject: { type: 'plugins', key: 'email-smtp' } }]);
  });

  it('do not know what is none', async () => {
    const { status, body } = await platform.call('POST', '/plugins/none/enable');
    expect([status, body.code]).toEqual([404, 'plugins.not-found']);
  });

  it('are tried with the settings of a draft, and nothing is sent', async () => {
    const key = unique('relay');
    const config = (port: number) => ({
      name: key,
      type: 'email-smtp',
      config: { host: '127.0.0.1', port, secure: 'none', from: { name: 'A', address: 'a@example.com' } },
    });
    const mailbox = await platform.data('GET', '/connectors/mailbox');
    await platform.data('PUT', `/connectors/${key}`, config(mailbox.config.port));
    const sent = platform.smtp.mails.length;
    expect(await platform.data('POST', `/connectors/${key}/test`)).toEqual({
      status: 'up',
      detail: null,
      durationMs: expect.any(Number),
    });
    await platform.data('PUT', `/connectors/${key}`, config(1));
    expect(await platform.data('POST', `/connectors/${key}/test`)).toMatchObject({
      status: 'down',
      detail: expect.stringMatching(/\w/),
    });
    await turn('email-smtp', 'disable');
    await waitFor(async () => {
      const { status, detail } = await platform.data('POST', `/connectors/${key}/test`);
      return status === 'down' && detail === "The plugin 'email-smtp' is switched off.";
    });
    await turn('email-smtp', 'enable');
    expect(platform.smtp.mails).toHaveLength(sent);
  });
});
