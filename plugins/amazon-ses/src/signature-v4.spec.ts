import { type AwsRequest, signedHeaders } from './signature-v4.js';

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const NOW = Date.parse('2015-08-30T12:36:00Z');
const TOKEN =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';
const get = (url: string, more: Partial<AwsRequest> = {}): AwsRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: '',
  ...more,
});
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** From AWS's test suite for Signature Version 4, and the example of its description (`iam`). */
const VECTORS: readonly (readonly [string, AwsRequest, string, string, string])[] = [
  [
    'get-vanilla',
    get('https://example.amazonaws.com/'),
    'service',
    'host;x-amz-date',
    '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  ],
  [
    'post-vanilla',
    get('https://example.amazonaws.com/', { method: 'POST' }),
    'service',
    'host;x-amz-date',
    '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  ],
  [
    'get-vanilla-query-order-key-case',
    get('https://example.amazonaws.com/?Param2=value2&Param1=value1'),
    'service',
    'host;x-amz-date',
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  [
    'post-x-www-form-urlencoded',
    get('https://example.amazonaws.com/', { method: 'POST', headers: form, body: 'Param1=value1' }),
    'service',
    'content-type;host;x-amz-date',
    'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  ],
  [
    'the example of the description',
    get('https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
    }),
    'iam',
    'content-type;host;x-amz-date',
    '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  ],
];

describe('AWS Signature Version 4 (A7)', () => {
  it.each(VECTORS)('signs as published: %s', (_, request, service, names, signature) => {
    const headers = signedHeaders(request, { keys, region: 'us-east-1', service, now: NOW });
    expect(headers['x-amz-date']).toBe('20150830T123600Z');
    expect(headers['authorization']).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/${service}/aws4_request, SignedHeaders=${names}, Signature=${signature}`,
    );
  });

  it('signs the token of a session as published: post-sts-header-before', () => {
    const headers = signedHeaders(get('https://example.amazonaws.com/', { method: 'POST' }), {
      keys: { ...keys, sessionToken: TOKEN },
      region: 'us-east-1',
      service: 'service',
      now: NOW,
    });
    expect(headers['x-amz-security-token']).toBe(TOKEN);
    expect(headers['authorization']).toContain(
      'SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
    );
  });

  it('signs another signature for whatever is changed', () => {
    const scope = { keys, region: 'us-east-1', service: 'ses', now: NOW };
    const request = get('https://example.amazonaws.com/a b?x=1', {
      method: 'POST',
      headers: form,
      body: 'x',
    });
    const changed = [
      signedHeaders(request, scope),
      signedHeaders({ ...request, body: 'y' }, scope),
      signedHeaders({ ...request, url: 'https://example.amazonaws.com/a b?x=2' }, scope),
      signedHeaders({ ...request, headers: { 'content-type': 'text/plain' } }, scope),
      signedHeaders(request, { ...scope, region: 'eu-west-1' }),
      signedHeaders(request, { ...scope, now: NOW + 1_000 }),
    ].map(({ authorization = '' }) => authorization.slice(-64));
    expect(new Set(changed).size).toBe(changed.length);
  });
});
