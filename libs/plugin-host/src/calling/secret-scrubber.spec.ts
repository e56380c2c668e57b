import { inspect } from 'node:util';

import { SecretScrubber } from './secret-scrubber.js';

const KEY = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj
-----END PRIVATE KEY-----
`;
const scrubber = new SecretScrubber([KEY, 'pa"ss\\word']);

describe('secrets in what plugins say (A7)', () => {
  it.each([
    ['as it is', `key ${KEY}`],
    ['as JSON', JSON.stringify({ key: KEY })],
    ['as programs print it', inspect({ key: KEY })],
    ['line by line', KEY.split('\n').join(' | ')],
    ['in an address', `https://example.org/?key=${encodeURIComponent(KEY)}`],
    ['in base64', Buffer.from(KEY).toString('base64')],
  ])('are taken out of a text: one of several lines %s', (_how, text) => {
    expect(scrubber.text(text, 10_000)).not.toMatch(/MIIEvQIBADAN|TUlJRXZR|BKcwggSj/);
  });

  it('are taken out where quotes are escaped', () => {
    expect(scrubber.text(JSON.stringify({ password: 'pa"ss\\word' }))).toBe('{"password":"•••"}');
  });
});
