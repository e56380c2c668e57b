import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';

/** Whose signature mails carry. */
export interface DkimOptions {
  readonly domain: string;
  readonly selector: string;
  /** RSA or Ed25519, in PEM; one whose line ends are still `\n` of JSON is read as well. */
  readonly privateKey: string;
}

/** What is signed where it is there; RFC 8058 asks for the two that unsubscribe. */
const SIGNED = [
  ...['from', 'reply-to', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'],
  ...['list-unsubscribe', 'list-unsubscribe-post', 'list-id', 'feedback-id', 'x-parcours-message'],
];

/** Signed once more than they are there: a second one that somebody adds breaks the signature (RFC 6376, 8.15). */
const SEALED = ['from', 'to', 'subject', 'date'];

const NAMES_A_LINE = 5;
const SIGNATURE_LINE = /.{1,70}/g;

/** Signs mails for a domain (RFC 6376, relaxed/relaxed; RFC 8463 for Ed25519). */
export class DkimSigner {
  private readonly key: KeyObject;
  private readonly algorithm: 'rsa-sha256' | 'ed25519-sha256';

  /** @throws TypeError where the key is none that DKIM knows */
  constructor(private readonly options: DkimOptions) {
    this.key = keyOf(options.privateKey);
    const type = this.key.asymmetricKeyType;
    if (type !== 'rsa' && type !== 'ed25519')
      throw new TypeError('dkim.privateKey is neither RSA nor Ed25519');
    this.algorithm = type === 'rsa' ? 'rsa-sha256' : 'ed25519-sha256';
  }

  /** A mail in 7 bit with its signature in front; `sentAt` in milliseconds. */
  signed(raw: string, sentAt: number): string {
    const end = raw.indexOf('\r\n\r\n');
    const fields = fieldsOf(raw.slice(0, end));
    const covered = SIGNED.flatMap((name) => fields.filter((field) => field.name === name));
    const names = [...covered.map(({ name }) => name), ...SEALED];
    const unsigned = this.header(names, bodyHash(raw.slice(end + 4)), sentAt);
    const input = [...covered, relaxed(unsigned)].map(({ name, value }) => `${name}:${value}`).join('\r\n');
    const signature = this.signatureOf(input).match(SIGNATURE_LINE)?.join('\r\n ') ?? '';
    return `${unsigned}${signature}\r\n${raw}`;
  }

  private header(names: readonly string[], hash: string, sentAt: number): string {
    const { domain, selector } = this.options;
    const lines: string[] = [];
    for (let at = 0; at < names.length; at += NAMES_A_LINE) {
      lines.push(names.slice(at, at + NAMES_A_LINE).join(':'));
    }
    return (
      `DKIM-Signature: v=1; a=${this.algorithm}; c=relaxed/relaxed;\r\n d=${domain};\r\n s=${selector};` +
      ` t=${String(Math.floor(sentAt / 1_000))};\r\n bh=${hash};\r\n h=${lines.join(':\r\n  ')};\r\n b=`
    );
  }

  private signatureOf(input: string): string {
    if (this.algorithm === 'rsa-sha256')
      return sign('sha256', Buffer.from(input), this.key).toString('base64');
    // Ed25519 signs the hash, not the text (RFC 8463, 3).
    const hash = createHash('sha256').update(input).digest();
    return sign(null, hash, this.key).toString('base64');
  }
}

interface Field {
  /** In lower case. */
  readonly name: string;
  /** Unfolded, with single spaces. */
  readonly value: string;
}

/** The last of a name is signed first: that is where receivers begin to count. */
function fieldsOf(head: string): Field[] {
  return head
    .split(/\r\n(?![ \t])/)
    .map(relaxed)
    .reverse();
}

function relaxed(line: string): Field {
  const colon = line.indexOf(':');
  const value = line
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return { name: line.slice(0, colon).trim().toLowerCase(), value };
}

function bodyHash(body: string): string {
  const spaced = body.replace(/[ \t]{2,}|\t/g, ' ').replaceAll(' \r\n', '\r\n');
  let end = spaced.length;
  while (end >= 2 && spaced.startsWith('\r\n', end - 2)) end -= 2;
  const text = spaced.slice(0, end).replace(/ $/, '');
  return createHash('sha256')
    .update(text === '' ? '' : `${text}\r\n`)
    .digest('base64');
}

function keyOf(pem: string): KeyObject {
  try {
    return createPrivateKey(pem.replaceAll('\\n', '\n'));
  } catch (cause) {
    throw new TypeError('dkim.privateKey is no private key in PEM', { cause });
  }
}
