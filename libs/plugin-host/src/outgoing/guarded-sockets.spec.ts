import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

import { GuardedSockets } from './guarded-sockets.js';
import { socketClientOf } from './plugin-sockets.js';
import { ReachableHosts } from './reachable-hosts.js';

describe('a guarded connection (F6)', () => {
  let server: Server;
  let port: number;
  let connections = 0;

  beforeAll(async () => {
    server = createServer((socket) => {
      connections++;
      socket.on('error', () => undefined).end('220 hello\r\n');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    connections = 0;
  });
  afterAll(() => {
    server.close();
  });

  const sockets = (hosts: ReachableHosts) => socketClientOf(new GuardedSockets(hosts));
  const open = async (hosts: ReachableHosts, host: string) => {
    const socket = await sockets(hosts).connect({ host, port });
    const [greeting] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return greeting.toString();
  };
  const refused = { reason: { code: 'outgoing.address-refused', retryable: false, maybeSent: false } };

  it.each(['127.0.0.1', 'localhost', '::ffff:127.0.0.1'])(
    'is refused where private networks are not reached: %s',
    async (host) => {
      await expect(open(new ReachableHosts([]), host)).rejects.toMatchObject(refused);
      expect(connections).toBe(0);
    },
  );

  it.each(['127.0.0.1', 'localhost'])('is made where they are: %s', async (host) => {
    expect(await open(new ReachableHosts([], { neighbours: 'reached' }), host)).toBe('220 hello\r\n');
  });

  it('is made to what the configuration names', async () => {
    expect(await open(new ReachableHosts(['127.0.0.1']), '127.0.0.1')).toBe('220 hello\r\n');
  });

  it('is refused by the address that a name leads to, at the moment of connecting', async () => {
    const hosts = new ReachableHosts([]);
    // A name that was public when it was looked at.
    const changing = Object.assign(Object.create(hosts) as ReachableHosts, { mayCall: () => true });
    await expect(open(changing, 'localhost')).rejects.toMatchObject(refused);
    expect(connections).toBe(0);
  });

  it('is refused where clouds keep their credentials, although private networks are reached', async () => {
    const hosts = new ReachableHosts([], { neighbours: 'reached' });
    await expect(open(hosts, '169.254.169.254')).rejects.toMatchObject(refused);
  });

  it('tells when nobody listens, and stops when it is given up', async () => {
    const client = sockets(new ReachableHosts(['127.0.0.1']));
    const nobody = { reason: { code: 'outgoing.unreachable', retryable: true, maybeSent: false } };
    await expect(client.connect({ host: '127.0.0.1', port: 1 })).rejects.toMatchObject(nobody);
    const call = { host: '127.0.0.1', port, signal: AbortSignal.abort() };
    await expect(client.connect(call)).rejects.toMatchObject(nobody);
  });
});
