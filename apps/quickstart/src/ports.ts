import { once } from 'node:events';
import { createServer } from 'node:net';
import { QuickstartErrors } from './quickstart.errors.js';

const HOST = '127.0.0.1';

/** Asks for a port before anything is started. @throws quickstart.port-taken */
export async function assertFree(port: number, option: string): Promise<void> {
  if (!(await isFree(port))) throw QuickstartErrors.portTaken({ port, option });
}

/** True for a port that can be listened on, and for 0, which stands for any. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
    return true;
  } catch {
    // Taken, or not ours to take: the caller tells the port.
    return false;
  } finally {
    server.close();
  }
}
