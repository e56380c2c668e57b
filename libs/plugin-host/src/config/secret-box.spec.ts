import { randomBytes } from 'node:crypto';
import { redactSecrets, SecretBox } from './secret-box.js';
import { secretTexts } from './secret-members.js';

const schema = {
  type: 'object',
  properties: {
    host: { type: 'string' },
    password: { type: 'string', 'x-secret': true },
    proxy: { type: 'object', properties: { token: { type: 'string', 'x-secret': true } } },
    keys: {
      type: 'array',
      items: { type: 'object', properties: { key: { type: 'string', 'x-secret': true } } },
    },
  },
} as const;
const config = {
  host: 'h',
  password: 'pässword',
  proxy: { token: 't0ken' },
  keys: [{ key: 'k1' }, { key: 'k2' }],
};
const key = randomBytes(32).toString('base64');

describe('SecretBox', () => {
  it('gives back what it sealed and shows none of it', () => {
    const box = new SecretBox(key);
    const sealed = box.seal(schema, config);
    expect(JSON.stringify(sealed)).not.toMatch(/pässword|t0ken|"k1"/);
    expect(sealed).toMatchObject({
      host: 'h',
      password: { $secret: expect.stringMatching(/^v1:[0-9a-f]{8}:/) },
    });
    expect(box.unseal(schema, sealed)).toEqual(config);
  });

  it('reads what an earlier key has sealed, and seals it anew when it is stored again', () => {
    const before = new SecretBox(key);
    const box = new SecretBox(randomBytes(32).toString('base64'), [key]);
    const stored = before.seal(schema, config);
    expect(box.unseal(schema, stored)).toEqual(config);
    const again = box.seal(schema, redactSecrets(schema, stored), stored);
    expect(JSON.stringify(again)).not.toContain(before.keyId);
    expect(box.unseal(schema, again)).toEqual(config);
    expect(box.unseal(schema, box.seal(schema, config, stored))).toEqual(config);
    expect(JSON.stringify(box.seal(schema, stored))).not.toContain(before.keyId);
    expect(() => before.unseal(schema, again)).toThrow('another key');
  });

  it('never seals the same secret to the same text', () => {
    const box = new SecretBox(key);
    expect(box.seal(schema, config)).not.toEqual(box.seal(schema, config));
  });

  it('keeps the stored secret where a redacted one comes back, and takes a new one', () => {
    const box = new SecretBox(key);
    const stored = box.seal(schema, config);
    const answer = redactSecrets(schema, stored);
    expect(answer['password']).toEqual({ $secret: 'set' });
    const written = box.seal(schema, { ...answer, host: 'h2', proxy: { token: 'new' } }, stored);
    expect(box.unseal(schema, written)).toEqual({ ...config, host: 'h2', proxy: { token: 'new' } });
  });

  it('leaves the stored secret as it is when the same value comes again, and replaces it by any other', () => {
    const box = new SecretBox(key);
    const stored = box.seal(schema, config);
    expect(box.seal(schema, config, stored)).toEqual(stored);
    const other = box.seal(schema, { ...config, password: 'other' }, stored);
    expect(other['password']).not.toEqual(stored['password']);
    const foreign = new SecretBox(randomBytes(32).toString('base64')).seal(schema, config);
    expect(box.unseal(schema, box.seal(schema, config, foreign))).toEqual(config);
  });

  it('refuses a redacted secret where none is stored', () => {
    expect(() => new SecretBox(key).seal(schema, { password: { $secret: 'set' } })).toThrow(
      expect.objectContaining({ code: 'plugins.secret-not-stored' }),
    );
  });

  it('takes back its own sealed value, and nobody else’s', () => {
    const box = new SecretBox(key);
    const sealed = box.seal(schema, config);
    expect(box.unseal(schema, box.seal(schema, sealed))).toEqual(config);
    const other = new SecretBox(randomBytes(32).toString('base64'));
    for (const run of [() => other.seal(schema, sealed), () => other.unseal(schema, sealed)]) {
      expect(run).toThrow(expect.objectContaining({ code: 'plugins.secret-unreadable' }));
    }
  });

  it('notices a sealed value that was tampered with or cut', () => {
    const box = new SecretBox(key);
    const token = (box.seal(schema, { password: 'secret' })['password'] as { $secret: string }).$secret;
    const [version, id, iv, tag, data] = token.split(':') as [string, string, string, string, string];
    const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    for (const bad of [
      [version, id, iv, tag, flipped(data)],
      [version, id, iv, flipped(tag), data],
      [version, id, iv, tag.slice(0, 6), data],
      [version, id, iv],
      ['v2', id, iv, tag, data],
    ]) {
      expect(() => box.unseal(schema, { password: { $secret: bad.join(':') } })).toThrow(
        expect.objectContaining({ code: 'plugins.secret-unreadable' }),
      );
    }
  });

  it('takes only a key of 32 bytes', () => {
    expect(() => new SecretBox('c2hvcnQ=')).toThrow(RangeError);
  });
});

describe('secretTexts', () => {
  it('lists what must not be seen', () => {
    expect(secretTexts(schema, config)).toEqual(['pässword', 't0ken', 'k1', 'k2']);
  });
});
