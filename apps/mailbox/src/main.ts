import { parseArgs } from 'node:util';
import { startMailbox } from './mailbox.js';

const USAGE =
  'usage: node apps/mailbox/dist/main.js [--smtp-port 1025] [--http-port 8025] [--host 127.0.0.1]';

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new RangeError(`not a port: ${text}`);
}

try {
  const { values } = parseArgs({
    options: {
      'smtp-port': { type: 'string', default: '1025' },
      'http-port': { type: 'string', default: '8025' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const mailbox = await startMailbox({
    smtpPort: portOf(values['smtp-port']),
    httpPort: portOf(values['http-port']),
    host: values.host,
  });
  console.log(`mailbox ready: ${mailbox.httpUrl} shows what arrives at ${mailbox.smtpUrl}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void mailbox.close());
} catch (error) {
  console.error(
    `the mailbox did not start: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`,
  );
  process.exitCode = 1;
}
