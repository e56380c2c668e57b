import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

import { describeHowTo } from './support/how-to.js';

describeHowTo('call-other-systems', {
  environment: { PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
  prepare: async () => ({ '127.0.0.1:4000': `127.0.0.1:${String(await freePort())}` }),
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
