import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ParcoursClient } from '@parcours/client';
import { profiles, type ProfileSetup, type SpawnedApp, spawnApp, waitFor } from '@parcours/testing';

import { Loopback } from '../e2e/support/loopback.js';

const COMMAND = join(process.cwd(), 'apps', 'cli', 'bin', 'parcours.mjs');
const TOKEN = `prc_${'c'.repeat(43)}`;
const NAME = '@acme/parcours-pager';

// Node finds a package from where a program stands; only the built programs show whether a plugin is found as well.
describe('a plugin that was packed and installed by its name (A7)', () => {
  let folder: string;
  let application: string;
  let gateway: Loopback;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parcours-packages-'));
    application = join(folder, 'application');
    gateway = await Loopback.start(() => ({ status: 201, body: { id: 'p-1' } }));
    run(
      folder,
      process.execPath,
      COMMAND,
      'plugin',
      'new',
      'pager',
      '--channel',
      'sms',
      '--summary',
      'Pager.',
    );
    const manifest = join(folder, 'pager', 'package.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"pager"', `"${NAME}"`));
    run(join(folder, 'pager'), 'npm', 'pack', '--silent');
    await mkdir(application);
    await writeFile(join(application, 'package.json'), '{ "private": true }');
    run(application, 'npm', 'install', '--silent', '../pager/acme-parcours-pager-1.0.0.tgz');
  });
  afterAll(async () => {
    await gateway.stop();
    await rm(folder, { recursive: true });
  });

  /** Without a network, and with nothing of npm's own outside of the folder. */
  function run(cwd: string, command: string, ...args: readonly string[]): void {
    const npm = {
      npm_config_cache: join(folder, 'npm'),
      npm_config_offline: 'true',
      npm_config_audit: 'false',
    };
    const { status, stderr } = spawnSync(command, args, {
      ...{ cwd, encoding: 'utf8' },
      env: { ...process.env, ...npm, npm_config_fund: 'false' },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  }

  it('needs nothing that is not in its package', async () => {
    const { dependencies } = JSON.parse(await readFile(join(application, 'package.json'), 'utf8')) as {
      dependencies: object;
    };
    expect(Object.keys(dependencies)).toEqual([NAME]);
    await expect(
      readFile(join(application, 'node_modules', '@parcours', 'sdk', 'package.json')),
    ).rejects.toThrow('ENOENT');
  });

  describe.each(profiles)('and is named in the configuration, on $name', (profile) => {
    let setup: ProfileSetup;
    const apps: SpawnedApp[] = [];
    beforeAll(async () => {
      setup = await profile.prepare();
    });
    afterAll(async () => {
      for (const app of apps) expect(await app.stop()).toEqual({ code: 0, signal: null });
      await setup.dispose();
    });

    it('is loaded by the built programs that were started there, and sends a message', async () => {
      const environment = {
        ...setup.environment,
        PARCOURS_PORT: '0',
        PARCOURS_ADMIN_TOKEN: TOKEN,
        PARCOURS_SECRET_KEY: randomBytes(32).toString('base64'),
        PARCOURS_PLUGIN_PACKAGES: NAME,
        PARCOURS_OUTGOING_ALLOW: '127.0.0.1',
      };
      const api = await spawnApp('api', environment, { ready: /ready on (http\S+)/, folder: application });
      apps.push(api);
      if (profile.name === 'server') {
        apps.push(
          await spawnApp('worker', environment, { ready: /parcours worker ready/, folder: application }),
        );
      }
      const client = new ParcoursClient({ url: api.ready[1] ?? '', token: TOKEN });
      const publish = async (type: string, key: string, body: object) => {
        await client.send({ method: 'PUT', path: `/${type}/${key}`, body });
        await client.send({ method: 'POST', path: `/${type}/${key}/publish`, body: {} });
      };
      const { data } = await client.send({ method: 'GET', path: '/plugins/pager' });
      expect(data).toMatchObject({ status: 'enabled', connectorTypes: ['pager'] });
      const config = { url: gateway.url, token: 'a-token-of-tests' };
      await publish('connectors', 'pager', { name: 'Pager', type: 'pager', config });
      const channels = [{ channel: 'sms', connector: 'pager' }];
      await publish('channel-policies', 'texts', { name: 'Texts', channels });
      await publish('message-templates', 'parcel', {
        name: 'Parcel',
        channels: { sms: { text: 'On its way.' } },
      });
      await publish('journey-templates', 'parcel', {
        name: 'Parcel',
        definition: {
          entry: { triggers: [{ type: 'event', event: 'parcel.sent' }] },
          start: 'tell',
          steps: {
            tell: { type: 'message', template: 'parcel', policy: 'texts', next: 'end' },
            end: { type: 'exit', reason: 'told' },
          },
        },
      });
      const before = gateway.to('/messages').length;
      const traits = { phone: '+33612345678' };
      await client.post('/events', { body: { event: 'parcel.sent', customerId: 'nadia', traits } });
      const sent = await waitFor(() => gateway.to('/messages')[before]);
      expect(JSON.parse(sent.body)).toMatchObject({ to: traits.phone, content: { text: 'On its way.' } });
    });
  });
});
