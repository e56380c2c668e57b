import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { type JsonObject, ManualClock } from '@parcours/kernel';
import { waitFor } from '@parcours/testing';
import { PluginHost } from './plugin-host.service.js';
import type { PluginHostOptions } from './plugin-host.service.js';
import { ValuesInMemory } from './values/plugin-values.js';

const echo = (id: string, changes = '') => `
const config = { type: 'object', required: ['token'], additionalProperties: false, properties: {
  token: { type: 'string', 'x-secret': true }, size: { type: 'integer', default: 3 } } };
const connector = { channel: 'email', summary: 'Echo.', config,
  capabilities: { maxBatch: 10, concurrency: 1, idempotency: false },
  open(config, host) {
    if (config.token === 'wrong-token') throw new Error('refused ' + config.token);
    host.logger.info('opened with ' + config.token, { token: config.token });
    return { sendBatch: async (messages) => messages.map((m) => ({ status: 'sent',
      providerId: [host.instanceKey, config.size, config.token.length, host.clock.now()].join('-') })), close: async () => {} };
  } };
const plugin = { id: '${id}', version: '1.0.0', sdk: '^1.0.0', summary: 'Echo.', connectors: { '${id}': connector }, ${changes} };`;

const stepType = (name: string, changes = '') => `stepTypes: { '${name}': {
  title: { en: 'A', fr: 'B' }, description: 'C', config: { type: 'object' }, ways: ['done'],
  run: async () => ({ status: 'done', way: 'done' }), ${changes} } }`;

let folder: string;
const hosts: PluginHost[] = [];

beforeAll(() => {
  Logger.overrideLogger(false);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plugins-'));
});
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.onModuleDestroy()));
  await rm(folder, { recursive: true });
});

async function addPlugin(name: string, file: string, code: string, manifest: object = {}) {
  await mkdir(join(folder, name));
  await writeFile(
    join(folder, name, 'package.json'),
    JSON.stringify({ name, main: `./${file}`, ...manifest }),
  );
  await writeFile(join(folder, name, file), code);
}

async function aHost(options: Partial<PluginHostOptions> = {}) {
  const host = new PluginHost({
    builtInDirectory: folder,
    pluginDirectories: [],
    pluginPackages: [],
    secretKey: randomBytes(32).toString('base64'),
    clock: new ManualClock(42),
    ...options,
  });
  hosts.push(host);
  await host.load();
  return host;
}

describe('PluginHost', () => {
  it('loads ES modules and CommonJS alike, from folders of plugins and from a plugin’s own folder', async () => {
    await addPlugin('esm', 'index.mjs', `${echo('esm')} export default plugin;`, {
      exports: { '.': './index.mjs' },
    });
    await addPlugin('cjs', 'index.cjs', `${echo('cjs')} module.exports = plugin;`);
    await addPlugin(
      'compiled',
      'index.cjs',
      `${echo('compiled')} module.exports = { __esModule: true, default: plugin };`,
    );
    const host = await aHost();
    expect(host.plugins()).toMatchObject([
      { id: 'cjs', status: 'loaded' },
      { id: 'compiled', status: 'loaded' },
      { id: 'esm', status: 'loaded', version: '1.0.0', summary: 'Echo.' },
    ]);
    const single = await aHost({
      builtInDirectory: join(folder, 'esm'),
      pluginDirectories: [join(folder, 'cjs')],
    });
    expect(single.connectorTypes().map(({ type }) => type)).toEqual(['esm', 'cjs']);
  });

  it('finds the built-in plugins of the repository', async () => {
    const host = new PluginHost({ pluginDirectories: [], pluginPackages: [], clock: new ManualClock(0) });
    await host.load();
    expect(host.connectorTypes()).toContainEqual(
      expect.objectContaining({
        type: 'email-smtp',
        plugin: 'email-smtp',
        connector: 'email-smtp',
        channel: 'email',
      }),
    );
    expect(host.plugins().filter(({ status }) => status === 'failed')).toEqual([]);
  });

  it('addresses the connectors of a plugin with several as plugin/connector', async () => {
    await addPlugin(
      'many',
      'index.cjs',
      `${echo('many', 'connectors: { a: connector, b: connector }')} module.exports = plugin;`,
    );
    expect((await aHost()).connectorTypes().map(({ type }) => type)).toEqual(['many/a', 'many/b']);
  });

  it.each([
    ['plugins.not-loadable', 'throw new Error("boom")', /boom/],
    ['plugins.not-loadable', 'module.exports = {', /./],
    ['plugins.malformed', 'module.exports = 42', /must be object/],
    ['plugins.malformed', `${echo('x', "id: 'Bad Id'")} module.exports = plugin;`, /\/id/],
    [
      'plugins.malformed',
      `${echo('x')} delete connector.open; module.exports = plugin;`,
      /no function 'open'/,
    ],
    [
      'plugins.malformed',
      `${echo('x')} config.properties.size.type = 'odd'; module.exports = plugin;`,
      /schema of connector 'x'/,
    ],
    [
      'plugins.malformed',
      `${echo('x', stepType('too-long-for-the-type-of-a-plugins-step'))} module.exports = plugin;`,
      /longer than 40/,
    ],
    [
      'plugins.malformed',
      `${echo('x', stepType('still', 'run: 5'))} module.exports = plugin;`,
      /no function 'run'/,
    ],
    ['plugins.malformed', `${echo('x', stepType('wayless', 'ways: []'))} module.exports = plugin;`, /\/ways/],
    [
      'plugins.malformed',
      `${echo('x')} connector.exports = ['events']; module.exports = plugin;`,
      /connectors\/x exports and does more/,
    ],
    [
      'plugins.malformed',
      `${echo('x')} connector.exports = ['traits']; delete connector.channel; module.exports = plugin;`,
      /exports\/0 must be equal to one of/,
    ],
    ['plugins.malformed', `${echo('x', "sdk: 'soon'")} module.exports = plugin;`, /no range/],
    [
      'plugins.sdk-mismatch',
      `${echo('x', "sdk: '^2.0.0'")} module.exports = plugin;`,
      /\^2\.0\.0; this is 1\./,
    ],
    ['plugins.not-loadable', `module.exports = { get id() { throw new Error('trap'); } }`, /trap/],
  ])('lists a broken plugin with %s and loads the others', async (code, source, detail) => {
    await addPlugin('bad', 'index.cjs', source);
    await addPlugin('good', 'index.cjs', `${echo('good')} module.exports = plugin;`);
    const host = await aHost({
      pluginPackages: ['no-such-package-here'],
      pluginDirectories: ['/no/such/folder'],
    });
    const [bad, good, missing, unknown] = host.plugins();
    expect(bad?.error).toEqual({ code, detail: expect.stringMatching(detail) });
    expect(good).toMatchObject({ id: 'good', status: 'loaded' });
    expect([missing?.source, unknown?.source]).toEqual(['/no/such/folder', 'no-such-package-here']);
    expect(host.connectorTypes()).toHaveLength(1);
  });

  it('lists a plugin that never ends loading, and loads the others', async () => {
    // What has a function `then` is waited for: as endless as an `await` at the top of a module.
    await addPlugin('endless', 'index.cjs', 'module.exports = { then() {} };');
    await addPlugin('good', 'index.cjs', `${echo('good')} module.exports = plugin;`);
    const host = await aHost({ limits: { timeoutMs: 2_000 } });
    const [endless, good] = host.plugins();
    expect(endless?.error).toEqual({
      code: 'plugins.not-loadable',
      detail: expect.stringContaining('not ready within 2000 ms'),
    });
    expect(good).toMatchObject({ id: 'good', status: 'loaded' });
  });

  it('keeps the first of two plugins with one id', async () => {
    await addPlugin('a', 'index.cjs', `${echo('same')} module.exports = plugin;`);
    await addPlugin('b', 'index.cjs', `${echo('same')} module.exports = plugin;`);
    const host = await aHost();
    expect(host.plugins().map(({ error }) => error?.code)).toEqual([undefined, 'plugins.duplicate-id']);
  });

  describe('with a connector', () => {
    let host: PluginHost;
    beforeEach(async () => {
      await addPlugin('echo', 'index.cjs', `${echo('echo')} module.exports = plugin;`);
      host = await aHost();
    });

    it('checks configurations by pointer', () => {
      expect(host.validateConfig('echo', { token: 'a', sise: 1 })).toMatchObject([
        { pointer: '/sise', severity: 'error' },
      ]);
      expect(host.validateConfig('echo', { token: { $secret: 'set' } })).toEqual([]);
      expect(host.validateConfig('nope', {})).toMatchObject([
        { code: 'plugins.connector-type-unknown', pointer: '/type' },
      ]);
    });

    it('opens a stored configuration with readable secrets and defaults', async () => {
      const stored = host.sealConfig('echo', { token: 'abcdef' });
      expect(JSON.stringify(stored)).not.toContain('abcdef');
      expect(host.redactConfig('echo', stored)).toEqual({ token: { $secret: 'set' } });
      const handle = await host.open('echo', stored, 'main');
      const message = { id: '1', customerId: 'c', attempt: 1, to: 'x', content: { subject: '', html: '' } };
      expect(await handle.sendBatch([message])).toEqual([{ status: 'sent', providerId: 'main-3-6-42' }]);
      await host.close(handle);
      expect(await handle.sendBatch([message])).toMatchObject([{ error: { code: 'plugin.not-called' } }]);
    });

    it('keeps secrets out of logs and errors', async () => {
      const lines: unknown[] = [];
      const log = jest.spyOn(Logger.prototype, 'log').mockImplementation((line) => lines.push(line));
      await host.open('echo', { token: 'topsecret' }, 'main');
      expect(lines).toEqual([{ message: 'opened with •••', token: '•••' }]);
      log.mockRestore();
      const error = await host
        .open('echo', { token: 'wrong-token' }, 'main')
        .catch((cause: unknown) => cause);
      expect(error).toMatchObject({
        code: 'plugins.open-failed',
        message: expect.stringContaining('refused •••'),
      });
      expect(error).not.toHaveProperty('cause.message');
    });

    it('closes what opens too late', async () => {
      const slow = `const slow = { channel: 'sms', summary: 'Slow.', config: { type: 'object' },
        capabilities: { maxBatch: 1, concurrency: 1, idempotency: false },
        open: (_config, host) => new Promise((resolve) => setTimeout(resolve, 3_000, {
          sendBatch: async () => [], close: () => host.store.set('closed', true) })) };
        module.exports = { id: 'slow', version: '1.0.0', sdk: '^1.0.0', summary: 'Slow.', connectors: { slow } };`;
      await addPlugin('slow', 'index.cjs', slow);
      const values = new ValuesInMemory();
      const impatient = await aHost({ values, limits: { timeoutMs: 2_000, graceMs: 10 } });
      await expect(impatient.open('slow', {}, 'main')).rejects.toMatchObject({ code: 'plugins.open-failed' });
      await waitFor(async () => (await values.read('main', 'closed', 0)) === 'true');
      expect(await values.read('main', 'closed', 0)).toBe('true');
    });

    it('cleans what is printed of the secrets of open connectors', async () => {
      const handle = await host.open('echo', { token: 'topsecret' }, 'main');
      expect(host.clean('sent topsecret')).toBe('sent •••');
      await host.close(handle);
    });

    it('refuses to open what does not fit, and to store a secret without a key', async () => {
      await expect(host.open('echo', {}, 'main')).rejects.toMatchObject({
        code: 'plugins.config-invalid',
        errors: [{ pointer: '/token' }],
      });
      const keyless = await aHost({ secretKey: undefined });
      expect(() => keyless.sealConfig('echo', { token: 'abc' })).toThrow(
        expect.objectContaining({ code: 'plugins.secret-key-missing' }),
      );
      await expect(keyless.open('echo', { token: { $secret: 'v1:x' } }, 'main')).rejects.toMatchObject({
        code: 'plugins.secret-key-missing',
      });
    });
  });

  describe('what it lends to a plugin', () => {
    const reaching = `
const connector = { summary: 'Reaches.', config: { type: 'object' }, capabilities: { concurrency: 1, idempotency: false },
  actions: { go: { summary: 'Goes.', input: { type: 'object' } } },
  open: (_config, host) => ({ close: async () => {}, act: async ({ input, id }) => {
    if (input.remember !== undefined) {
      await host.store.set('value', input.remember, { ttlMs: 100 });
      return { status: 'done', output: { kept: await host.store.get('value'), first: await host.store.claim(id, 1) } };
    }
    const reason = await host.http.fetch(input.url).then(() => 'reached', (cause) => cause.reason);
    return { status: 'done', output: reason };
  } }) };
export default { id: 'reach', version: '1.0.0', sdk: '^1.0.0', summary: 'Reaches.', connectors: { reach: connector } };`;
    const act = async (input: JsonObject, options: Partial<PluginHostOptions> = {}, instance = 'main') => {
      await addPlugin(`reach-${instance}`, 'index.mjs', reaching);
      const host = await aHost(options);
      const handle = await host.open('reach', {}, instance);
      return handle.act({ action: 'go', id: '1', customerId: 'c', attempt: 1, input });
    };

    it('keeps plugins from private addresses', async () => {
      const result = await act({ url: 'https://192.168.0.1/' });
      expect(result).toMatchObject({
        status: 'done',
        output: { code: 'outgoing.address-refused', retryable: false, maybeSent: false },
      });
    });

    it('keeps values for one connector, as long as they live', async () => {
      const clock = new ManualClock(42);
      const values = new ValuesInMemory();
      expect(await act({ remember: { page: 3 } }, { clock, values }, 'one')).toMatchObject({
        output: { kept: { page: 3 }, first: true },
      });
      expect(await values.read('one', 'value', 141)).toBe('{"page":3}');
      expect(await values.read('one', 'value', 142)).toBeUndefined();
      expect(await values.read('two', 'value', 42)).toBeUndefined();
    });

    it('refuses a value that is too large, and harms nobody', async () => {
      expect(await act({ remember: 'x'.repeat(70_000) })).toMatchObject({
        status: 'failed',
        error: { code: 'plugin.threw' },
      });
    });
  });
});
