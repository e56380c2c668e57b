import { oneLine } from '@parcours/sdk/email';

const FOLD_AT = 76;

/** RFC 5322 section 2.1.1 allows 998 characters; a longer word cannot be folded and is encoded instead. */
const LONGEST_WORD = 900;

/** Bytes in one encoded word, so that `Reply-To: =?UTF-8?B?…?=` stays within 76 characters (RFC 2047 section 2). */
const WORD_BYTES = 39;

/** A header line with free text, folded; RFC 2047 encoded words where it is not plain ASCII. */
export function textHeader(name: string, value: string): string {
  const text = oneLine(value);
  return `${name}: ${isPlain(text) ? fold(text, name.length + 2) : encodedWords(text)}\r\n`;
}

/** A header line with a mailbox: a name, where there is one, and the address. */
export function mailboxHeader(
  name: string,
  mailbox: { readonly name?: string; readonly address: string },
): string {
  const display = mailbox.name === undefined ? '' : oneLine(mailbox.name);
  if (display === '') return `${name}: ${mailbox.address}\r\n`;
  const phrase = displayName(display);
  const separator = name.length + phrase.length + mailbox.address.length + 5 > FOLD_AT ? '\r\n ' : ' ';
  return `${name}: ${phrase}${separator}<${mailbox.address}>\r\n`;
}

function isPlain(text: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(text) && !text.includes('=?') && !/[^\s]{900}/.test(text);
}

function displayName(name: string): string {
  if (!isPlain(name)) return encodedWords(name);
  return /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

/** Folds before words; `used` characters of the first line are taken. */
function fold(text: string, used: number): string {
  if (used + text.length <= FOLD_AT) return text;
  let column = used;
  let folded = '';
  for (const word of text.match(/\s*\S+/g) ?? []) {
    if (column + word.length > FOLD_AT && folded !== '' && word.length < LONGEST_WORD) {
      folded += '\r\n';
      column = 0;
    }
    folded += word;
    column += word.length;
  }
  return folded;
}

function encodedWords(text: string): string {
  const words: string[] = [];
  let chunk = '';
  let size = 0;
  for (const character of text) {
    const bytes = Buffer.byteLength(character);
    if (size + bytes > WORD_BYTES) {
      words.push(chunk);
      chunk = '';
      size = 0;
    }
    chunk += character;
    size += bytes;
  }
  words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
