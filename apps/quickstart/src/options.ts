import { parseArgs, types } from 'node:util';
import { QuickstartErrors } from './quickstart.errors.js';

export interface QuickstartOptions {
  readonly port: number;
  /** The mailbox page's port; the last one, or any free one, when absent. */
  readonly mailboxPort: number | undefined;
  readonly dataDir: string;
  /** A folder of plugins, or one plugin; they may call this machine. */
  readonly plugins: string | undefined;
  /** Ends after the rehearsal in place of serving on. */
  readonly once: boolean;
  readonly help: boolean;
}

export const USAGE = `Runs Parcours on this machine: an API with a worker, a mailbox, and sample customers on a welcome journey.

  npm run quickstart -- [options]

  --port N          where the API listens (3000)
  --mailbox-port N  where the mailbox page listens (any free port)
  --data-dir DIR    where the database, the token and the logs live (.parcours)
  --plugins DIR     a folder of plugins of your own, which may call this machine
  --once            ends after the sample customers: 0 when all went well, else 1 with the reason
  --help            shows this`;

/** @throws quickstart.invalid-option */
export function parseOptions(args: readonly string[]): QuickstartOptions {
  const { values } = parse(args);
  const mailboxPort = values['mailbox-port'];
  return {
    port: portOf('--port', values.port),
    mailboxPort: mailboxPort === undefined ? undefined : portOf('--mailbox-port', mailboxPort),
    dataDir: values['data-dir'],
    plugins: values.plugins,
    once: values.once,
    help: values.help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '3000' },
        'mailbox-port': { type: 'string' },
        'data-dir': { type: 'string', default: '.parcours' },
        plugins: { type: 'string' },
        once: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    const [reason = ''] = (types.isNativeError(cause) ? cause.message : String(cause)).split(/\.\s|\n/);
    throw QuickstartErrors.invalidOption({ reason: `${reason.replace(/\.$/, '')}.` }, { cause });
  }
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw QuickstartErrors.invalidOption({ reason: `${option} takes a number from 0 to 65535.` });
}
