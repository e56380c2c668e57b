import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineChannelConnector, definePlugin, SDK_VERSION } from './index.js';
import type { FromSchema } from './index.js';

const schema = {
  type: 'object',
  required: ['url'],
  properties: {
    url: { type: 'string' },
    size: { type: 'integer', default: 10 },
    mode: { enum: ['fast', 'safe'] },
    tags: { type: 'array', items: { type: 'string' } },
    from: { type: 'object', required: ['address'], properties: { address: { type: 'string' } } },
  },
} as const;

describe('definePlugin', () => {
  it('keeps the declaration as it was written', () => {
    const echo = defineChannelConnector({
      channel: 'email',
      summary: 'Echo.',
      config: schema,
      capabilities: { maxBatch: 1, concurrency: 1, idempotency: false },
      open: (config) => ({
        sendBatch: (messages) =>
          Promise.resolve(messages.map(() => ({ status: 'sent' as const, providerId: config.url }))),
        close: () => Promise.resolve(),
      }),
    });
    const plugin = definePlugin({
      id: 'echo',
      version: '1.2.3',
      sdk: '^1.0.0',
      summary: 'Echo.',
      connectors: { echo },
    });

    expect(plugin.connectors.echo).toBe(echo);
    expect(plugin.id).toBe('echo');
  });

  it('types a configuration by its schema: required and defaulted members are there, others may be absent', () => {
    const config: FromSchema<typeof schema> = { url: 'https://a.example', size: 3, mode: 'safe' };
    // @ts-expect-error `mode` is one of the two values of the enum
    const wrong: FromSchema<typeof schema> = { url: 'https://a.example', size: 3, mode: 'other' };
    // @ts-expect-error `url` is required
    const missing: FromSchema<typeof schema> = { size: 3 };

    expect([config.size.toFixed(0), config.from?.address, config.tags?.[0]]).toEqual([
      '3',
      undefined,
      undefined,
    ]);
    expect([wrong.mode, missing.size]).toEqual(['other', 3]);
  });
});

describe('SDK_VERSION', () => {
  it('is a full semantic version', () => {
    expect(SDK_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('needs nothing at run time but itself, so that a plugin outside the repository can bundle it', () => {
    const index = readFileSync(join(__dirname, 'index.ts'), 'utf8');
    expect(index.match(/^export \{.*from '@/gm)).toBeNull();
    expect(index).toContain("export type { JsonObject, JsonValue } from '@parcours/kernel'");
  });
});
