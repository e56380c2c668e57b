import { isPrivateAddress } from './private-address.rules.js';
import { ParcoursConfig } from '@parcours/config';

import { ReachableHosts, relayHosts } from './reachable-hosts.js';

describe('a host', () => {
  const hosts = new ReachableHosts([]);

  it.each([
    'localhost',
    'a.localhost',
    'intranet',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '169.254.169.254',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
  ])('is not called when it is private: %s', (host) => {
    expect(hosts.mayCall(host)).toBe(false);
  });

  it.each([
    '[::1]',
    '[::]',
    '[fd00::1]',
    '[fe80::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:8.8.8.8]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    'LOCALHOST',
    'localhost.',
  ])('is not called when it is private in another form: %s', (host) => {
    expect(hosts.mayCall(host)).toBe(false);
  });

  it.each(['example.com', '93.184.216.34', '172.32.0.1', '223.255.255.254', '[2606:4700::1]'])(
    'is called when it is public: %s',
    (host) => {
      expect(hosts.mayCall(host)).toBe(true);
    },
  );

  it('that is public is not connected to at a private address', () => {
    expect(hosts.mayConnect('example.com', '169.254.169.254')).toBe(false);
    expect(hosts.mayConnect('example.com', '93.184.216.34')).toBe(true);
  });

  it('that is no address at all counts as private', () => {
    expect(isPrivateAddress('example.com')).toBe(true);
  });
});

describe('what the configuration allows', () => {
  const hosts = new ReachableHosts(['hook.internal', '127.0.0.1', '10.20.0.0/16', 'fd00::/8']);

  it.each(['hook.internal', 'HOOK.internal.', '127.0.0.1', '10.20.3.4', '[fd00::1]'])(
    'is called: %s',
    (host) => {
      expect([hosts.isAllowed(host), hosts.mayCall(host)]).toEqual([true, true]);
    },
  );

  it.each(['127.0.0.2', '10.21.0.1', 'other', '[fe80::1]'])('leaves the rest as it is: %s', (host) => {
    expect([hosts.isAllowed(host), hosts.mayCall(host)]).toEqual([false, false]);
  });

  it('lets a name lead to any address, and any name to an allowed address', () => {
    expect(hosts.mayConnect('hook.internal', '192.168.1.1')).toBe(true);
    expect(hosts.mayConnect('example.com', '10.20.0.9')).toBe(true);
    expect(hosts.mayConnect('example.com', '192.168.1.1')).toBe(false);
  });
});

describe('what is reached where own servers may stand on private networks', () => {
  const hosts = new ReachableHosts([], { neighbours: 'reached' });

  it.each(['localhost', 'relay', '127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.0.9', '[::1]', '[fd00::1]'])(
    'is a server of one’s own: %s',
    (host) => {
      expect(hosts.mayCall(host)).toBe(true);
    },
  );

  it.each(['169.254.169.254', '[fe80::1]', '100.100.100.200', '0.0.0.0', '224.0.0.1', '[::ffff:127.0.0.1]'])(
    'is no other private address: %s',
    (host) => {
      expect(hosts.mayCall(host)).toBe(false);
    },
  );

  it('looks again at the address that a name leads to', () => {
    expect(hosts.mayConnect('relay.example', '192.168.0.9')).toBe(true);
    expect(hosts.mayConnect('relay.example', '169.254.169.254')).toBe(false);
  });

  it.each([
    [{}, true],
    [{ PARCOURS_OUTGOING_RELAYS: 'private' }, true],
    [{ PARCOURS_OUTGOING_RELAYS: 'public' }, false],
    [{ PARCOURS_OUTGOING_RELAYS: 'public', PARCOURS_OUTGOING_ALLOW: '10.0.0.0/8' }, true],
  ])('is a matter of configuration: %j', (variables, isReached) => {
    const environment = { PARCOURS_DATABASE_URL: 'sqlite::memory:', ...variables };
    expect(relayHosts(new ParcoursConfig(environment).outgoing).mayCall('10.1.2.3')).toBe(isReached);
  });
});
