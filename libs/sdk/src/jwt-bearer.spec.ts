import { generateKeyPairSync, verify } from 'node:crypto';

import { isUnreadableKey, JwtBearer } from './jwt-bearer.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const OPTIONS = { issuer: 'a@b.example', audience: 'https://b.example/token', privateKey: pem };
const read = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

describe('asking for access tokens by a signed assertion (F6)', () => {
  it('says who asks, for whom and until when, signed by RS256', () => {
    const bearer = new JwtBearer({ ...OPTIONS, subject: 'c@d.example', scope: 'mail', lifeSeconds: 300 });
    const { grant_type, assertion } = bearer.grant(1_700_000_000_999);
    const [head, claims, signature = ''] = assertion.split('.');
    expect(grant_type).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(read(head)).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(read(claims)).toEqual({
      iss: 'a@b.example',
      sub: 'c@d.example',
      aud: 'https://b.example/token',
      scope: 'mail',
      iat: 1_700_000_000,
      exp: 1_700_000_300,
    });
    const signed = Buffer.from(`${head ?? ''}.${claims ?? ''}`);
    expect(verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('reads a key that was copied out of JSON, escapes and all', () => {
    const escaped = new JwtBearer({ ...OPTIONS, privateKey: pem.replaceAll('\n', '\\n') });
    expect(escaped.grant(0)).toEqual(new JwtBearer(OPTIONS).grant(0));
  });

  it.each([
    ['torn', '-----BEGIN PRIVATE KEY-----\nMIIE'],
    ['of another kind', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })],
  ])('says that a key is %s', (_what, key) => {
    let thrown: unknown;
    try {
      new JwtBearer({ ...OPTIONS, privateKey: String(key) }).grant(0);
    } catch (cause) {
      thrown = cause;
    }
    expect(isUnreadableKey(thrown)).toBe(true);
  });
});
