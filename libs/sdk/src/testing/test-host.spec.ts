import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { isHttpFailure } from '../plugin-http.js';
import { testHost } from './test-host.js';

describe('a host for the tests of plugins (A7)', () => {
  let server: Server;
  const url = (path = '/') => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
      else if (request.url === '/slow') return;
      else response.writeHead(201, { 'x-method': request.method }).end('thanks');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it('reaches a server on loopback, and follows no redirect', async () => {
    const { http } = testHost();
    expect(await http.fetch(url(), { method: 'POST', body: Uint8Array.of(1) })).toMatchObject({
      status: 201,
      headers: { 'x-method': 'POST' },
      body: 'thanks',
    });
    expect(await http.fetch(url('/moved'))).toMatchObject({ status: 302 });
  });

  it('tells a call that was never made from one that may have been read', async () => {
    const { http } = testHost();
    const slow = await http.fetch(url('/slow'), { timeoutMs: 20 }).catch((cause: unknown) => cause);
    expect(isHttpFailure(slow) && slow.reason).toMatchObject({ code: 'outgoing.timeout', maybeSent: true });
    const gone = createServer();
    await new Promise<void>((listening) => gone.listen(0, '127.0.0.1', listening));
    const { port } = gone.address() as AddressInfo;
    await new Promise((closed) => gone.close(closed));
    const refused = await http.fetch(`http://127.0.0.1:${String(port)}/`).catch((cause: unknown) => cause);
    expect(isHttpFailure(refused) && refused.reason).toMatchObject({
      code: 'outgoing.unreachable',
      maybeSent: false,
    });
  });

  it('keeps values as long as they live, and lets one claim a name', async () => {
    const { store, clock } = testHost({ now: 1_000 });
    await store.set('cursor', { page: 2 });
    expect(await store.get('cursor')).toEqual({ page: 2 });
    expect(await store.claim('once', true, { ttlMs: 50 })).toBe(true);
    expect(await store.claim('once', true, { ttlMs: 50 })).toBe(false);
    clock.advance(50);
    expect(await store.get('once')).toBeUndefined();
    expect(await store.claim('once', true)).toBe(true);
    await store.delete('cursor');
    expect(await store.get('cursor')).toBeUndefined();
  });

  it('keeps what was logged', () => {
    const { logger, logged } = testHost();
    logger.warn('slow', { ms: 3 });
    expect(logged).toEqual([{ level: 'warn', message: 'slow', details: { ms: 3 } }]);
  });
});
