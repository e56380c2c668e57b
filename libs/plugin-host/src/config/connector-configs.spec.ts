import { randomBytes } from 'node:crypto';
import type { JsonObject } from '@parcours/kernel';
import type { ConfigHistory, JsonSchema } from '@parcours/sdk';

import { ConfigChecker } from './config-checker.js';
import { ConnectorConfigs, type ConfiguredType } from './connector-configs.js';
import { SecretBox } from './secret-box.js';

const SECRET = 'hunter22-of-old';
const SET = { $secret: 'set' };

const OLD: JsonSchema = {
  type: 'object',
  required: ['host'],
  additionalProperties: false,
  properties: { host: { type: 'string' }, password: { type: 'string', 'x-secret': true } },
};
const NEW: JsonSchema = {
  type: 'object',
  required: ['url', 'auth'],
  additionalProperties: false,
  properties: {
    url: { type: 'string' },
    auth: { type: 'object', properties: { token: { type: 'string', 'x-secret': true } } },
  },
};

const migrate: NonNullable<ConfigHistory['migrate']> = ({ host, password }) => ({
  url: `https://${JSON.stringify(host).slice(1, -1)}`,
  auth: { ...(password !== undefined && { token: password }) },
});

function typeOf(schema: JsonSchema, history: ConfigHistory = {}): ConfiguredType {
  return { type: 'relay', schema, checker: new ConfigChecker(schema), history };
}

const FIRST = typeOf(OLD);
const SECOND = typeOf(NEW, { configVersion: 2, migrate });

describe('configurations of an older version of a plugin (A7)', () => {
  const configs = new ConnectorConfigs(new SecretBox(randomBytes(32).toString('base64')));
  const stored = configs.seal(FIRST, { host: 'relay.example', password: SECRET }, undefined);
  const broken = (fails: NonNullable<ConfigHistory['migrate']>) =>
    typeOf(NEW, { configVersion: 2, migrate: fails });

  it('are read, shown and found sound in the form of now', () => {
    expect(configs.readable(SECOND, stored)).toEqual({
      url: 'https://relay.example',
      auth: { token: SECRET },
    });
    expect(configs.redact(SECOND, stored)).toEqual({ url: 'https://relay.example', auth: { token: SET } });
    expect(configs.check(SECOND, stored)).toEqual([]);
  });

  it('lend their secrets to what is entered in the form of now, which is marked as such', () => {
    const entered = { url: 'https://other.example', auth: { token: SET } };
    const kept = configs.seal(SECOND, entered, stored);
    expect(kept).toMatchObject({ $version: 2, url: 'https://other.example' });
    expect(JSON.stringify(kept)).not.toContain(SECRET);
    expect(configs.readable(SECOND, kept)).toEqual({ url: 'https://other.example', auth: { token: SECRET } });
    expect(configs.redact(SECOND, kept)).toEqual({ url: 'https://other.example', auth: { token: SET } });
  });

  it('are taken in their own form where it is said which one that is', () => {
    const kept = configs.seal(SECOND, { $version: 1, host: 'old.example', password: SECRET }, undefined);
    expect(JSON.stringify(kept)).not.toContain(SECRET);
    expect(configs.readable(SECOND, kept)).toEqual({ url: 'https://old.example', auth: { token: SECRET } });
  });

  it('go over several versions at once: the plugin is told from which one they are', () => {
    const seen: number[] = [];
    const third = typeOf(NEW, {
      configVersion: 3,
      migrate: (config, from) => {
        seen.push(from);
        return from === 1 ? migrate(config, from) : config;
      },
    });
    configs.readable(third, stored);
    configs.readable(third, configs.seal(SECOND, { url: 'x', auth: {} }, undefined));
    expect(seen).toEqual([1, 2]);
  });

  it('are found wrong in what they are, where nothing can be made of them', () => {
    expect(configs.check(SECOND, { host: 'relay.example', pasword: 'x' })).toEqual([]);
    expect(configs.check(SECOND, { uri: 'x', auth: {} }).map(({ pointer }) => pointer)).toContain('/uri');
    expect(configs.check(SECOND, { $version: 2, host: 'x' }).map(({ pointer }) => pointer)).toContain(
      '/host',
    );
  });

  it.each<[string, NonNullable<ConfigHistory['migrate']>, RegExp]>([
    [
      'throws',
      ({ password }) => {
        throw new Error(`no idea of ${JSON.stringify(password)}`);
      },
      /no idea of "•••"/,
    ],
    [
      'never answers',
      () => {
        for (;;);
      },
      /timed out/,
    ],
    ['answers nothing', () => undefined as unknown as JsonObject, /no configuration/],
    ['puts a secret into the open', ({ password }) => ({ url: password, auth: {} }), /member that is none/],
  ])('say so where the plugin %s, and are shown as they were', (_how, fails, reason) => {
    const known = broken(fails);
    expect(() => configs.readable(known, stored)).toThrow(
      expect.objectContaining({
        code: 'plugins.config-not-migrated',
        message: expect.stringMatching(reason),
      }),
    );
    expect(configs.redact(known, stored)).toEqual({ host: 'relay.example', password: SET });
    const entered = configs.seal(known, { url: 'x', auth: { token: 'fresh-secret' } }, stored);
    expect(configs.readable(known, entered)).toEqual({ url: 'x', auth: { token: 'fresh-secret' } });
  });

  it('are not read by a plugin that is older than they are', () => {
    const newer = configs.seal(SECOND, { url: 'x', auth: {} }, undefined);
    expect(() => configs.readable(FIRST, newer)).toThrow(/stored by a newer version/);
    expect(configs.check(FIRST, newer)).toMatchObject([{ code: 'plugins.config-not-migrated' }]);
  });
});
