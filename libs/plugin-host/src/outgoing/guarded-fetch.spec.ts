import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { GuardedFetch, type OutgoingRequest } from './guarded-fetch.js';
import { ReachableHosts } from './reachable-hosts.js';

const CALL: OutgoingRequest = { method: 'POST', body: '{}', timeoutMs: 2_000, maxAnswerBytes: 20 };

describe('a guarded fetch', () => {
  let server: Server;
  let answer: RequestListener;
  let calls: string[] = [];
  let port: number;

  beforeAll(async () => {
    server = createServer((request, response) => {
      calls.push(request.url ?? '');
      answer(request, response);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
  });

  beforeEach(() => {
    calls = [];
    answer = (_request, response) => response.end('fine');
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  async function fetched(address: string, call: Partial<OutgoingRequest> = {}, allow = ['127.0.0.1']) {
    const guarded = new GuardedFetch(new ReachableHosts(allow));
    try {
      return await guarded.fetch(address, { ...CALL, ...call });
    } finally {
      await guarded.close();
    }
  }

  const at = (path = '/', host = '127.0.0.1') => `http://${host}:${String(port)}${path}`;

  it('answers status, headers and body', async () => {
    answer = (_request, response) => response.writeHead(202, { 'x-more': ['a', 'b'] }).end('thanks');
    expect(await fetched(at())).toMatchObject({ status: 202, headers: { 'x-more': 'a' }, body: 'thanks' });
  });

  it('refuses a private address before it connects', async () => {
    await expect(fetched(at(), {}, [])).rejects.toMatchObject({ code: 'outgoing.address-refused' });
    await expect(fetched(at('/', '[::ffff:127.0.0.1]'), {}, [])).rejects.toMatchObject({
      code: 'outgoing.address-refused',
    });
    expect(calls).toEqual([]);
  });

  it('refuses a name that leads to a private address, and takes one that is allowed', async () => {
    const hosts = new ReachableHosts([]);
    const trusting = Object.assign(Object.create(hosts) as ReachableHosts, {
      mayCall: () => true,
      isAllowed: () => true,
    });
    const guarded = new GuardedFetch(trusting);
    trusting.mayConnect = (_host, address) => hosts.mayConnect('public.example', address);
    await expect(guarded.fetch(at('/', 'localhost'), CALL)).rejects.toMatchObject({
      code: 'outgoing.address-refused',
    });
    await guarded.close();
    expect(calls).toEqual([]);
    expect(await fetched(at('/', 'localhost'), {}, ['localhost'])).toMatchObject({ status: 200 });
  });

  it('refuses what is neither http nor https, and http to a public host', async () => {
    await expect(fetched('file:///etc/passwd')).rejects.toMatchObject({ code: 'outgoing.address-refused' });
    await expect(fetched('http://example.com/')).rejects.toMatchObject({ code: 'outgoing.insecure' });
    await expect(fetched('nowhere')).rejects.toMatchObject({ code: 'outgoing.unreachable' });
  });

  it('follows no redirect', async () => {
    answer = (_request, response) => response.writeHead(302, { location: at('/secret') }).end();
    expect(await fetched(at('/first'))).toMatchObject({ status: 302 });
    expect(calls).toEqual(['/first']);
  });

  it('reads the beginning of a long answer, cut between characters', async () => {
    answer = (_request, response) => {
      const more = setInterval(() => response.write('é'.repeat(10_000)), 1);
      response.once('close', () => {
        clearInterval(more);
      });
    };
    expect(await fetched(at(), { maxAnswerBytes: 7 })).toMatchObject({ status: 200, body: 'ééé' });
  });

  it.each([
    ['no answer', (() => undefined) satisfies RequestListener],
    ['an answer without an end', ((_request, response) => response.write('a')) satisfies RequestListener],
  ])('gives up on %s', async (_what, silence) => {
    answer = silence;
    await expect(fetched(at(), { timeoutMs: 150 })).rejects.toMatchObject({
      code: 'outgoing.timeout',
      retryable: true,
    });
  });

  it('tells when nobody listens', async () => {
    await expect(fetched('http://127.0.0.1:1/')).rejects.toThrow('The connection failed (ECONNREFUSED).');
  });
});
