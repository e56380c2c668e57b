import { resolve } from 'node:path';
import { ParcoursError } from '@parcours/kernel';
import { startMailbox } from '@parcours/mailbox';
import type { Mailbox } from '@parcours/mailbox';
import { ApiClient } from './api-client.js';
import { startApi } from './api-process.js';
import type { ApiProcess } from './api-process.js';
import { DataFolder } from './data-folder.js';
import { importStarter } from './import-starter.js';
import type { ImportReport } from './import-starter.js';
import type { QuickstartOptions } from './options.js';
import { assertFree, isFree } from './ports.js';
import { QuickstartErrors } from './quickstart.errors.js';
import { performRehearsal } from './rehearsal-on-screen.js';
import { printAddresses } from './report.js';
import { readStarter } from './starter.js';
import type { Screen } from './screen.js';

/** Runs until everything is shown (`once`), or until `signal` aborts. Leaves nothing running. */
export async function runQuickstart(
  options: QuickstartOptions,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  const folder = DataFolder.open(options.dataDir);
  await assertUnused(folder);
  await assertFree(options.port, '--port');
  if (options.mailboxPort !== undefined) await assertFree(options.mailboxPort, '--mailbox-port');

  const mailbox = await openMailbox(folder, options.mailboxPort);
  let api: ApiProcess | undefined;
  try {
    screen.line(`Parcours starts with its data in ${folder.path}`);
    api = await startApi(folder, settings(folder, options));
    folder.remember({ url: api.url, smtpPort: mailbox.smtpPort, mailboxPort: mailbox.httpPort });
    const token = folder.file('admin-token');
    const addresses = { api: api.url, mailbox: mailbox.httpUrl, tokenFile: token, log: api.log };
    const stopped = stopOf(signal);
    const rehearsal = rehearse({ api, folder, mailbox, screen });
    await Promise.race([options.once ? rehearsal : tolerant(rehearsal, screen), api.untimelyEnd, stopped]);
    if (signal.aborted && options.once) throw QuickstartErrors.interrupted({});
    if (signal.aborted) return;
    if (options.once) {
      screen.heading('All went as it should. Without --once, Parcours goes on serving.');
      return;
    }
    printAddresses(screen, addresses);
    screen.heading('Parcours goes on serving. Ctrl-C stops it.');
    await Promise.race([stopped, api.untimelyEnd]);
  } finally {
    if (signal.aborted) screen.line('\nStopping.');
    await api?.stop();
    await mailbox.close();
    folder.remember({ url: undefined });
  }
}

/** Whoever has made the journey their own may have made it slower, or different: that is no reason not to serve. */
async function tolerant(rehearsal: Promise<void>, screen: Screen): Promise<void> {
  try {
    await rehearsal;
  } catch (error) {
    const isAboutCustomers = error instanceof ParcoursError && ABOUT_CUSTOMERS.has(error.code);
    if (!isAboutCustomers) throw error;
    screen.heading(`Otherwise than expected: ${error.message}`);
  }
}

const ABOUT_CUSTOMERS = new Set(['quickstart.not-in-time', 'quickstart.other-fate']);

interface Running {
  readonly api: ApiProcess;
  readonly folder: DataFolder;
  readonly mailbox: Mailbox;
  readonly screen: Screen;
}

async function rehearse({ api, folder, mailbox, screen }: Running): Promise<void> {
  const client = new ApiClient(api.url, folder.adminToken());
  const starter = readStarter();
  const imported = await importStarter(client, starter, mailbox.smtpPort);
  screen.line(imported.added > 0 ? summary(imported) : 'The content is as you left it.');
  screen.line(
    `Journey ${starter.rehearsal.key}: the draft "welcome" with waits of seconds in place of days (quickstart.yaml).`,
  );
  if (!imported.usesMailbox)
    screen.line('The connector "mailbox" is yours now: mails go to its server, not here.');
  await performRehearsal({ client, folder, mailbox, screen, imported, journey: starter.rehearsal.key });
}

function summary({ added, kept }: ImportReport): string {
  const rest = kept > 0 ? `; ${String(kept)} were there already and stay as they are` : '';
  return `Imported ${String(added)} pieces of starter content in French and English${rest}.`;
}

function settings(
  folder: DataFolder,
  { port, plugins }: Pick<QuickstartOptions, 'port' | 'plugins'>,
): Record<string, string> {
  return {
    PARCOURS_PROFILE: 'embedded',
    PARCOURS_HOST: '127.0.0.1',
    PARCOURS_PORT: String(port),
    PARCOURS_DATABASE_URL: `sqlite:${folder.file('parcours.sqlite')}`,
    PARCOURS_ADMIN_TOKEN: folder.adminToken(),
    PARCOURS_SECRET_KEY: folder.secretKey(),
    PARCOURS_OUTBOX_PAGE: 'on',
    ...(plugins !== undefined && {
      PARCOURS_PLUGIN_DIRS: resolve(plugins),
      PARCOURS_OUTGOING_ALLOW: '127.0.0.1',
    }),
  };
}

async function openMailbox(folder: DataFolder, port: number | undefined): Promise<Mailbox> {
  const last = folder.memory();
  const httpPort = port ?? ((await isFree(last.mailboxPort)) ? last.mailboxPort : 0);
  const smtpPort = (await isFree(last.smtpPort)) ? last.smtpPort : 0;
  return startMailbox({ smtpPort, httpPort });
}

/** Two APIs on one embedded database would work the same lanes. */
async function assertUnused(folder: DataFolder): Promise<void> {
  const { url } = folder.memory();
  if (url === undefined) return;
  const isAlive = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isAlive) throw QuickstartErrors.folderInUse({ folder: folder.path, url });
}

function stopOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
