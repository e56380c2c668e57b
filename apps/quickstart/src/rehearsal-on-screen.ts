import type { Mailbox } from '@parcours/mailbox';
import type { ApiClient } from './api-client.js';
import type { DataFolder } from './data-folder.js';
import { lostMail, otherFate } from './fates.js';
import type { ImportReport } from './import-starter.js';
import { QuickstartErrors } from './quickstart.errors.js';
import { Rehearsal } from './rehearsal.js';
import { printPassages } from './report.js';
import { sampleOfRun, SAMPLES } from './samples.js';
import type { Sample } from './samples.js';
import type { Screen } from './screen.js';

export interface Stage {
  readonly client: ApiClient;
  readonly folder: DataFolder;
  readonly mailbox: Mailbox;
  readonly screen: Screen;
  readonly imported: ImportReport;
  readonly journey: string;
}

/** Sends the sample customers through the journey and shows what happens. @throws quickstart.other-fate */
export async function performRehearsal(stage: Stage): Promise<void> {
  const { client, folder, mailbox, screen, imported, journey } = stage;
  const run = await nextRun(folder, client);
  const samples = SAMPLES.map((sample) => sampleOfRun(sample, run));
  screen.heading(`Run ${String(run)}: ${String(samples.length)} sample customers sign up`);
  const rehearsal = new Rehearsal(client, journey, narrator(stage, samples));
  const passages = await rehearsal.run(samples, Date.now());
  printPassages(screen, passages, mailbox.messages());
  if (!imported.usesMailbox) return;
  const faults = passages.map((passage) => lostMail(passage, mailbox.messages()));
  if (imported.isOriginal) faults.push(...passages.map(otherFate));
  const what = faults.find((fault) => fault !== undefined);
  if (what !== undefined) throw QuickstartErrors.otherFate({ what });
}

/** Customers of an earlier run are never met again, even where the memory of the runs was deleted. */
async function nextRun(folder: DataFolder, client: ApiClient): Promise<number> {
  let { run } = folder.memory();
  const [first] = SAMPLES;
  do run++;
  while (first && (await client.find(`/customers/${sampleOfRun(first, run).id}`)));
  folder.remember({ run });
  return run;
}

function narrator({ mailbox, screen }: Stage, samples: readonly Sample[]) {
  const startedAt = performance.now();
  const names = new Map(samples.map(({ traits, name }) => [traits['email'], name]));
  let told = mailbox.messages().length;
  const tell = (name: string, text: string) => {
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1).padStart(5);
    screen.line(`${screen.style('dim', `${seconds} s`)}  ${name.padEnd(14)} ${text}`);
  };
  const tellMails = () => {
    const mails = mailbox.messages();
    for (const { subject, envelope } of mails.slice(told)) {
      const name = names.get(envelope.to[0] ?? '');
      if (name !== undefined) tell(name, `${screen.style('green', 'mail')}   ${subject}`);
    }
    told = mails.length;
  };
  return {
    glance: tellMails,
    eventSent: ({ name }: Sample, event: string) => {
      tellMails();
      tell(name, `${screen.style('cyan', 'event')}  ${event}`);
    },
    ended: ({ name }: Sample, reason: string) => {
      tellMails();
      tell(name, `${screen.style('dim', 'end')}    ${reason}`);
    },
  };
}
