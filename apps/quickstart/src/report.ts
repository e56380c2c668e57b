import { isJsonObject } from '@parcours/kernel';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import type { MailboxMessage } from '@parcours/mailbox';
import { wordsOf } from './api-client.js';
import { mailsOf } from './fates.js';
import type { Passage } from './rehearsal.js';
import type { Screen } from './screen.js';

const STEP_WIDTH = 15;

/** What each customer received, and why, in the words of the enrollment's history. */
export function printPassages(
  screen: Screen,
  passages: readonly Passage[],
  mails: readonly MailboxMessage[],
): void {
  for (const passage of passages) {
    const { sample, enrollment, history } = passage;
    screen.heading(`${sample.name}  ${screen.style('dim', `${sample.id}: ${sample.story}`)}`);
    const received = mailsOf(passage, mails);
    for (const { subject } of received) screen.line(`  ${screen.style('green', 'received')}  ${subject}`);
    if (received.length === 0) screen.line(`  ${screen.style('yellow', 'received nothing')}`);
    if (!enrollment) screen.line('  because the trigger asks for a trial, and this account is none.');
    for (const { kind, step, words, code, detail } of history) {
      if (kind !== 'step') continue;
      const why = screen.style('dim', code === 'exit-rule' ? eventIn(detail) : valuesIn(detail));
      screen.line(`  ${screen.style('cyan', wordsOf(step).padEnd(STEP_WIDTH))}${wordsOf(words)}${why}`);
    }
  }
}

/** What set off an exit rule. */
function eventIn(detail: JsonValue | undefined): string {
  const event = isJsonObject(detail) ? wordsOf(detail['event']) : '';
  return event === '' ? '' : ` (${event})`;
}

/** What a decision looked at, such as ` (trait.plan: starter)`. */
function valuesIn(detail: JsonValue | undefined): string {
  const values = isJsonObject(detail) ? detail['values'] : undefined;
  if (!isJsonObject(values)) return '';
  const parts = Object.entries(values).map(([name, value]) => `${name}: ${wordsOf(value) || 'unknown'}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

export interface Addresses {
  readonly api: string;
  readonly mailbox: string;
  readonly tokenFile: string;
  readonly log: string;
}

export function printAddresses(screen: Screen, { api, mailbox, tokenFile, log }: Addresses): void {
  screen.heading('Have a look');
  const rows = [
    ['The mails', mailbox],
    ['API and its pages', `${api}/api/docs`],
    ['Admin token', tokenFile],
    ['Log', log],
  ] as const;
  for (const [name, where] of rows) screen.line(`  ${name.padEnd(19)}${where}`);
  screen.heading('Send somebody through it yourself');
  const event: JsonObject = {
    event: 'account.created',
    customerId: 'me',
    traits: { first_name: 'Ada', locale: 'en', email: 'ada@example.org' },
    properties: { trial: true, source: 'quickstart' },
  };
  screen.line(`  curl -s ${api}/api/v1/events -H "Authorization: Bearer $(cat '${tokenFile}')" \\`);
  screen.line(`    -H 'Content-Type: application/json' -d '${JSON.stringify(event)}'`);
  screen.line();
  screen.line('  Next: docs/tutorial/first-journey.md builds a journey of your own.');
}
