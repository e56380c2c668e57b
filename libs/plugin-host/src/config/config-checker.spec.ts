import { ConfigChecker } from './config-checker.js';

const checker = new ConfigChecker({
  type: 'object',
  required: ['host', 'password'],
  additionalProperties: false,
  properties: {
    host: { type: 'string', format: 'hostname' },
    port: { type: 'integer', default: 587 },
    mode: { enum: ['a', 'b'], default: 'a' },
    password: { type: 'string', minLength: 8, 'x-secret': true },
  },
});

describe('ConfigChecker', () => {
  it('points to each mistake and suggests the member that was meant', () => {
    const findings = checker.check({ host: 'not a host', prot: 1, mode: 'c', password: 'short' });
    expect(findings.map(({ pointer, message, suggestion }) => [pointer, message, suggestion])).toEqual([
      ['/prot', 'is not a member of this configuration.', "Did you mean 'port'?"],
      ['/host', 'must match format "hostname".', undefined],
      ['/mode', 'must be one of a, b.', undefined],
      ['/password', 'must NOT have fewer than 8 characters.', undefined],
    ]);
    expect(checker.check({ host: 'a.example' })).toMatchObject([
      { pointer: '/password', message: 'is required.' },
    ]);
    expect(checker.check([])).toMatchObject([{ pointer: '' }]);
  });

  it('says what a way of signing in asks for, once', () => {
    const signsIn = new ConfigChecker({
      type: 'object',
      properties: { grant: { enum: ['key', 'password'] }, key: { type: 'string' } },
      if: { type: 'object', required: ['grant'], properties: { grant: { const: 'key' } } },
      then: { required: ['key'] },
    });
    expect(signsIn.check({ grant: 'key' })).toMatchObject([{ pointer: '/key', message: 'is required.' }]);
    expect(signsIn.check({ grant: 'password' })).toEqual([]);
  });

  it('accepts a secret that is encrypted or redacted, without looking inside', () => {
    expect(checker.check({ host: 'a.example', password: { $secret: 'set' } })).toEqual([]);
  });

  it('fills defaults in and leaves the given configuration alone', () => {
    const given = { host: 'a.example', password: 'long enough' };
    expect(checker.withDefaults(given)).toEqual({ ...given, port: 587, mode: 'a' });
    expect(given).toEqual({ host: 'a.example', password: 'long enough' });
    expect(checker.check(given)).toEqual([]);
    expect(Object.keys(given)).toHaveLength(2);
  });
});
