export { startMailbox } from './mailbox.js';
export type { Mailbox, MailboxOptions } from './mailbox.js';
export type { MailboxAttachment, MailboxMessage } from './message.js';
