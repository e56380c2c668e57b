import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { profiles, spawnApp, type SpawnedApp, startSmtpSink, waitFor } from '@parcours/testing';
import type { ProfileSetup, SmtpSink } from '@parcours/testing';

const TOKEN = `prc_${'c'.repeat(43)}`;
const SECRET = 'hunter22-of-the-leaky';
const LEAKY = join(process.cwd(), 'test', 'e2e', 'support', 'hostile-plugins', 'leaky');

// Jest catches what nobody waits for itself: only the built programs show what becomes of it.
describe.each(profiles)(
  'a plugin that leaves errors behind, in the built programs on $name (A7)',
  (profile) => {
    let setup: ProfileSetup;
    let smtp: SmtpSink;
    const apps: SpawnedApp[] = [];
    beforeAll(async () => {
      setup = await profile.prepare();
      smtp = await startSmtpSink();
      const environment = {
        ...setup.environment,
        PARCOURS_PORT: '0',
        PARCOURS_ADMIN_TOKEN: TOKEN,
        PARCOURS_SECRET_KEY: randomBytes(32).toString('base64'),
        PARCOURS_PLUGIN_DIRS: LEAKY,
      };
      apps.push(await spawnApp('api', environment, { ready: /ready on (http\S+)/ }));
      if (profile.name === 'embedded') return;
      apps.push(await spawnApp('worker', environment, { ready: /parcours worker ready/ }));
    });
    afterAll(async () => {
      await Promise.all(apps.map((app) => app.stop()));
      await Promise.all([smtp.close(), setup.dispose()]);
    });

    async function call(method: string, path: string, body: object): Promise<void> {
      const response = await fetch(`${apps[0]?.ready[1] ?? ''}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    }

    async function publish(type: string, key: string, document: object): Promise<void> {
      await call('PUT', `/${type}/${key}`, { name: key, ...document });
      await call('POST', `/${type}/${key}/publish`, {});
    }

    it('ends no process, holds no other connector up and prints no secret', async () => {
      const from = { name: 'P', address: 'p@example.com' };
      const relay = { host: '127.0.0.1', port: smtp.port, secure: 'none', from };
      await publish('connectors', 'leaky', { type: 'leaky', config: { secret: SECRET } });
      await publish('connectors', 'mail', { type: 'email-smtp', config: relay });
      const ways = ['sms', 'email'].map((channel, at) => ({ channel, connector: ['leaky', 'mail'][at] }));
      await publish('channel-policies', 'all', { channels: ways });
      await publish('touchpoints', 'marketing-email', { kind: 'digital', direction: 'outbound' });
      const channels = { sms: { text: 'Hi' }, email: { subject: 'Hi', html: '<p>Hi</p>' } };
      await publish('message-templates', 'hi', { channels });
      const say = (channel: string, next: string) => ({
        ...{ type: 'message', template: 'hi', policy: 'all', channel, next },
        on: { sent: next, failed: 'end' },
      });
      await publish('journey-templates', 'hi', {
        definition: {
          entry: { triggers: [{ type: 'event', event: 'go' }] },
          start: 'text',
          steps: {
            text: say('sms', 'mail'),
            mail: say('email', 'end'),
            end: { type: 'exit', reason: 'done' },
          },
        },
      });
      const traits = { phone: '+33612345678', email: 'ada@example.com' };
      await call('POST', '/events', { event: 'go', customerId: 'ada', traits });
      const works = apps.at(-1)!;
      await waitFor(() => smtp.mails.length === 1, { timeoutMs: 60_000, describe: () => works.output() });
      const told = await waitFor(() => {
        const lines = works.output().split('\n');
        const errors = lines.filter((line) => line.includes('plugins.stray-error'));
        return errors.length >= 4 && lines.some((line) => line.includes('printed')) && errors;
      });
      expect(told.filter((line) => line.includes("of the plugin 'leaky'"))).toHaveLength(3);
      expect(told.filter((line) => line.includes('ECONNREFUSED'))).toHaveLength(1);
      expect(works.output()).toContain('printed •••');
      expect(works.output()).not.toContain(SECRET);
      expect(await Promise.all(apps.map((app) => app.stop()))).toEqual(
        apps.map(() => ({ code: 0, signal: null })),
      );
    });
  },
);
