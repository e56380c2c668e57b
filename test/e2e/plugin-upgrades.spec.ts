import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ParcoursConfig } from '@parcours/config';
import { profiles } from '@parcours/testing';

import { createApi } from '../../apps/api/src/create-api.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const SECRET = 'correct-horse-of-the-relay';
const SET = { $secret: 'set' };

const PLUGIN = (version: number, connector: string) => `
const relay = { channel: 'sms', summary: 'A relay.', configVersion: ${String(version)},
  capabilities: { maxBatch: 1, concurrency: 1, idempotency: false }, ${connector} };
export default { id: 'relay', version: '${String(version)}.0.0', sdk: '^1.0.0', summary: 'A relay.', connectors: { relay } };`;

const OPENS = (isSound: string) => `
  open: (config) => ({ sendBatch: async (messages) => messages.map(() => ({ status: 'sent' })), close: async () => {},
    verify: async () => ({ status: ${isSound} ? 'up' : 'down' }) })`;

const BEFORE = PLUGIN(
  1,
  `config: { type: 'object', required: ['host', 'password'], additionalProperties: false,
     properties: { host: { type: 'string' }, password: { type: 'string', 'x-secret': true } } },
   ${OPENS(`config.password === '${SECRET}'`)}`,
);
const AFTER = PLUGIN(
  2,
  `config: { type: 'object', required: ['url', 'auth'], additionalProperties: false, properties: { url: { type: 'string' },
     auth: { type: 'object', properties: { token: { type: 'string', 'x-secret': true } } } } },
   migrate({ host, password }) {
     if (host === 'nowhere') throw new Error('no idea of ' + password);
     return { url: 'https://' + host, auth: { token: password } };
   },
   ${OPENS(`config.auth.token === '${SECRET}' && config.url.startsWith('https://')`)}`,
);

describe.each(profiles)('a plugin whose settings have another form now, on $name (A7)', (profile) => {
  let folder: string;
  let platform: Platform;
  let upgraded: NestFastifyApplication;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upgraded-plugins-'));
    for (const [name, code] of Object.entries({ before: BEFORE, after: AFTER })) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'package.json'), '{ "type": "module", "main": "index.mjs" }');
      await writeFile(join(folder, name, 'index.mjs'), code);
    }
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: join(folder, 'before') },
    });
    const settings = (host: string) => ({ name: host, type: 'relay', config: { host, password: SECRET } });
    for (const host of ['first', 'second', 'nowhere'])
      await platform.publish('connectors', host, settings(host));
    // As while an installation is upgraded, process by process: both are at work on the same content.
    const variables = { ...platform.environment, PARCOURS_PLUGIN_DIRS: join(folder, 'after') };
    upgraded = await createApi(new ParcoursConfig(variables));
    await upgraded.init();
    await upgraded.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await upgraded.close();
    await platform.stop();
    await rm(folder, { recursive: true });
  });

  async function call(method: 'GET' | 'PUT' | 'POST', path: string, payload?: object) {
    const headers = { authorization: platform.authorization };
    const answer = await upgraded.inject({
      method,
      url: `/api/v1${path}`,
      headers,
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, data: answer.json().data };
  }

  it('is shown in the form of now, drafts and versions alike', async () => {
    const config = { url: 'https://first', auth: { token: SET } };
    expect((await call('GET', '/connectors/first')).data.config).toEqual(config);
    expect((await call('GET', '/connectors/first/versions/1')).data).toMatchObject({ document: { config } });
    expect((await platform.data('GET', '/connectors/first')).config).toEqual({
      host: 'first',
      password: SET,
    });
  });

  it('is opened with what was entered before, secrets too', async () => {
    expect((await call('POST', '/connectors/first/test')).data).toMatchObject({ status: 'up' });
    expect((await call('POST', '/connectors/first/validate', {})).data.findings).toEqual([]);
    expect((await call('POST', '/connectors/first/publish', {})).status).toBe(200);
  });

  it('keeps its secrets when it is entered in the form of now', async () => {
    const { data } = await call('GET', '/connectors/second');
    const entered = { ...data.config, url: 'https://moved.example' };
    await call('PUT', '/connectors/second', { name: 'Second', type: 'relay', config: entered });
    expect((await call('POST', '/connectors/second/test')).data).toMatchObject({ status: 'up' });
    expect((await call('POST', '/connectors/second/publish', {})).status).toBe(200);
    const old = await platform.data('POST', '/connectors/second/test');
    expect(old).toMatchObject({ status: 'down', detail: expect.stringContaining('newer version') });
  });

  it('waits where nothing can be made of its settings, says why, and holds nobody else up', async () => {
    const { data } = await call('POST', '/connectors/nowhere/test');
    expect(data).toMatchObject({ status: 'down', detail: expect.stringContaining('no idea of •••') });
    expect((await call('GET', '/connectors/nowhere')).data.config).toEqual({
      host: 'nowhere',
      password: SET,
    });
    const entered = { url: 'https://somewhere', auth: { token: SECRET } };
    await call('PUT', '/connectors/nowhere', { name: 'Somewhere', type: 'relay', config: entered });
    expect((await call('POST', '/connectors/nowhere/test')).data).toMatchObject({ status: 'up' });
    expect((await call('POST', '/connectors/mailbox/test')).data).toMatchObject({ status: 'up' });
  });
});
