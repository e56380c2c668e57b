import type { ChannelSenders } from '@parcours/sdk';
import { wireAddress } from '@parcours/sdk/email';

import { MailComposer } from './mime-message.js';
import type { SmtpConfig } from './smtp-config.js';

/** Somebody in whose name mails go out. */
export interface KnownSender {
  /** In wire form; mails that cannot be delivered come back to it. */
  readonly address: string;
  readonly composer: MailComposer;
}

type Sender = ChannelSenders['email'];

/** More than this many brands no house has. */
const REMEMBERED = 200;

/** The sender of the configuration, and those of brands. */
export class SenderBook {
  private readonly own: KnownSender;
  private readonly others = new Map<string, KnownSender | undefined>();

  /** @throws TypeError where the configuration has no address that SMTP can carry */
  constructor({ from, replyTo }: SmtpConfig) {
    const { name, address } = from;
    const own = knownSender({
      address,
      ...(name === undefined ? {} : { name }),
      ...(replyTo === undefined ? {} : { replyTo }),
    });
    if (!own) throw new TypeError('from.address is no address that SMTP can carry');
    this.own = own;
  }

  /** The sender of a message; `undefined` where its address cannot go over the wire. */
  of(sender: Sender | undefined): KnownSender | undefined {
    if (!sender) return this.own;
    const { name = '', address, replyTo = '' } = sender;
    const key = `${address}\n${replyTo}\n${name}`;
    if (this.others.has(key)) return this.others.get(key);
    if (this.others.size >= REMEMBERED) this.others.clear();
    const known = knownSender(sender);
    this.others.set(key, known);
    return known;
  }

  /**
   * The id of the message that has this Message-ID. After a start the senders of brands are not known yet: then it is
   * taken for ours where it looks like one, and the platform looks for such a message.
   */
  idOf(messageId: string): string | undefined {
    const known = [this.own, ...[...this.others.values()].filter((each) => each !== undefined)];
    const ids = known.flatMap(({ composer }) => composer.idOf(messageId) ?? []);
    return ids[0] ?? /^<?(\d{10,16})@[^@>\s]+>?$/.exec(messageId.trim())?.[1];
  }
}

function knownSender({ name, address: given, replyTo }: Sender): KnownSender | undefined {
  const address = wireAddress(given);
  if (address === undefined) return undefined;
  const composer = new MailComposer({
    address,
    ...(name === undefined ? {} : { name }),
    ...(replyTo === undefined ? {} : { replyTo: wireAddress(replyTo) ?? address }),
  });
  return { address, composer };
}
