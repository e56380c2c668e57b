import { isJsonObject } from '@parcours/kernel';
import type { MailboxMessage } from '@parcours/mailbox';
import { wordsOf } from './api-client.js';
import type { Passage } from './rehearsal.js';

/** The mails that came in for a customer, the first first. */
export function mailsOf({ sample }: Passage, mails: readonly MailboxMessage[]): readonly MailboxMessage[] {
  const { email } = sample.traits;
  return mails.filter(({ envelope }) => envelope.to.some((address) => address === email));
}

/** Messages that did not leave, or did not arrive: must not happen, whatever the content. */
export function lostMail(passage: Passage, mails: readonly MailboxMessage[]): string | undefined {
  const { sample, messages } = passage;
  const failed = messages.find(({ status }) => status === 'failed');
  if (failed) return `a message to ${sample.name} failed: ${JSON.stringify(failed['failure'])}.`;
  const sent = messages.filter(({ status }) => status === 'sent').length;
  const came = mailsOf(passage, mails).length;
  if (sent === came) return undefined;
  return `${String(sent)} messages to ${sample.name} were sent, but ${String(came)} came in.`;
}

/** How a customer fared otherwise than the starter content says; `undefined` when all is as it should be. */
export function otherFate({ sample, enrollment, messages }: Passage): string | undefined {
  const { name, fate } = sample;
  const sent = messages
    .filter(({ status }) => status === 'sent')
    .map(({ template }) => (isJsonObject(template) ? wordsOf(template['key']) : ''));
  if (sent.join() !== fate.sent.join()) {
    return `${name} was to receive ${listed(fate.sent)}, and received ${listed(sent)}.`;
  }
  const reason = wordsOf(enrollment?.['endReason']);
  if (reason === (fate.ends ?? '')) return undefined;
  return `${name} was to end with ${fate.ends ?? 'no enrollment'}, and ended with ${reason || 'none'}.`;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
