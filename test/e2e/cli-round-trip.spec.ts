import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JsonObject } from '@parcours/kernel';
import { NASTY_VALUES, profiles } from '@parcours/testing';
import { parse } from 'yaml';

import { CommandDesk } from './support/command.js';
import { type Platform, smtpConnector, startPlatform } from './support/platform.js';
import { STARTERS } from './support/starters.js';

const WELCOME = join(import.meta.dirname, '../../libs/catalog/quickstart');

/** The welcome journey with all that it needs, as published. */
const WELCOME_THINGS = readdirSync(WELCOME).flatMap((file) => {
  const [, type] = /^([a-z-]+)\.(.+)\.yaml$/.exec(file) ?? [];
  return type === undefined
    ? []
    : [{ type, document: parse(readFileSync(join(WELCOME, file), 'utf8')) as JsonObject }];
});

const HOSTILE = {
  type: 'journey-templates',
  state: 'draft',
  document: { key: 'n.a-s_t.y', name: '- "x": #y', definition: NASTY_VALUES },
};

describe.each(profiles)('pull, push to an empty installation, pull (F4) on $name', (profile) => {
  let first: Platform;
  let second: Platform;
  let desk: CommandDesk;

  const environmentOf = (platform: Platform) => ({
    PARCOURS_URL: platform.url,
    PARCOURS_TOKEN: platform.environment['PARCOURS_ADMIN_TOKEN']!,
  });

  const emptied = async (platform: Platform) => {
    const { types } = (await platform.call('GET', '/export')).body;
    const { status } = await platform.call('POST', '/import?prune=true', {
      format: 'parcours/1',
      things: [],
      types,
    });
    expect(status).toBe(200);
  };

  beforeAll(async () => {
    first = await startPlatform(profile);
    second = await startPlatform(profile);
    await emptied(first);
    await emptied(second);
    desk = await CommandDesk.open({ SMTP_PASSWORD: 'x' });
  });

  afterAll(async () => {
    await desk.close();
    await first.stop();
    await second.stop();
  });

  it('gives identical bytes, and leaves what is published, changed, a draft and archived as it was', async () => {
    const known = new Set(WELCOME_THINGS.map(({ type, document }) => `${type}/${document['key'] as string}`));
    const starters = STARTERS.filter(({ type, key }) => !known.has(`${type}/${key}`));
    const things = [...starters.map(({ type, document }) => ({ type, document })), ...WELCOME_THINGS];
    const password = { $secret: 'CONNECTORS_SAFE_CONFIG_PASSWORD' };
    const safe = { key: 'safe', ...smtpConnector(25, { user: 'ada', password }) };
    const body = {
      format: 'parcours/1',
      things: [...things, HOSTILE, { type: 'connectors', document: safe }],
      secrets: { [password.$secret]: 'first-password' },
    };
    const imported = await first.call('POST', '/import?publish=true', body);
    expect({ status: imported.status, errors: imported.body.errors }).toEqual({ status: 200 });
    await first.data('PATCH', '/touchpoints/sms', { name: 'Moved on' });
    await first.data('PUT', '/offers/idea', { name: 'An idea' });
    await first.data('POST', '/kpis/bounce-rate/archive');

    const pulled = await desk.with(environmentOf(first)).run('pull');
    expect(pulled).toMatchObject({ code: 0, err: '' });
    const files = await desk.files();
    expect([...files.keys()].filter((path) => path.endsWith('.yaml'))).toHaveLength(body.things.length + 2);
    expect(files.get('connectors/safe.yaml')).toContain(
      'password:\n    $secret: CONNECTORS_SAFE_CONFIG_PASSWORD\n',
    );
    expect(files.get('kpis/bounce-rate.yaml')).toContain('\n$state: archived\nkey: bounce-rate\n');
    expect(files.get('touchpoints/sms@published.yaml')).toContain('\nkey: sms\nname:\n  en: SMS\n');

    const there = desk.with({ ...environmentOf(second), CONNECTORS_SAFE_CONFIG_PASSWORD: 'second-password' });
    const pushed = await there.run('push', '--publish', '--secrets-from-env', '--yes');
    expect(pushed).toMatchObject({ code: 0, err: '' });
    expect(pushed.out).toContain('Secrets from the environment: CONNECTORS_SAFE_CONFIG_PASSWORD.');

    const other = await CommandDesk.open(environmentOf(second));
    try {
      expect((await other.run('pull')).code).toBe(0);
      expect(await other.files()).toEqual(files);
    } finally {
      await other.close();
    }
    const exports = await Promise.all([first, second].map((platform) => platform.call('GET', '/export')));
    expect(exports[1]!.body.things).toEqual(exports[0]!.body.things);
    const again = await there.run('push', '--publish', '--prune', '--yes');
    expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ unchanged\.\n/) });
    expect((await there.run('pull')).out).toMatch(/^\d+ files: \d+ unchanged\.\n$/);
  });
});
