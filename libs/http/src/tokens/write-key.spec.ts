import type { FastifyRequest } from 'fastify';

import { asBearer, authorizationOf, TakesWriteKey } from './write-key.js';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

class Routes {
  @TakesWriteKey()
  collect(): void {
    return undefined;
  }

  other(): void {
    return undefined;
  }
}

const request = (authorization: string | undefined, body?: unknown) =>
  ({ headers: { authorization }, body }) as unknown as FastifyRequest;

describe('a write key', () => {
  // The first two are the published examples of the specification.
  it.each([
    ['Basic YWJjMTIzOg==', 'Bearer abc123'],
    ['Basic MVhrNURDaGZKQW9sM3h0VzdxTm5LMWFwbzVwOg==', 'Bearer 1Xk5DChfJAol3xtW7qNnK1apo5p'],
    ['basic YWJjMTIzOg==', 'Bearer abc123'],
    [basic('prc_a-b_c:secret'), 'Bearer prc_a-b_c'],
    [basic('no colon'), basic('no colon')],
    [basic(':'), basic(':')],
    ['Basic !', 'Basic !'],
    ['Bearer x', 'Bearer x'],
    [undefined, undefined],
  ])('is read from %j', (header, expected) => {
    expect(asBearer(header)).toBe(expected);
  });

  it('is looked for where a route says so, in the body when the header is absent', () => {
    const { collect, other } = Routes.prototype;
    expect(authorizationOf(request(basic('k:')), collect)).toBe('Bearer k');
    expect(authorizationOf(request(undefined, { writeKey: 'k' }), collect)).toBe('Bearer k');
    expect(authorizationOf(request(basic('k:'), { writeKey: 'l' }), collect)).toBe('Bearer k');
    expect(authorizationOf(request(undefined, { writeKey: 7 }), collect)).toBeUndefined();
    expect(authorizationOf(request(undefined, [1]), collect)).toBeUndefined();
    expect(authorizationOf(request(basic('k:')), other)).toBe(basic('k:'));
    expect(authorizationOf(request(undefined, { writeKey: 'k' }), other)).toBeUndefined();
  });
});
