import { TextDecoder } from 'node:util';

import { AudienceErrors } from '../audience.errors.js';

/** The encodings that files of customers come in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export type Encoding = (typeof ENCODINGS)[number];

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How much text is looked at before UTF-8 is ruled out: enough not to be cut in the middle of a character. */
const SAMPLE = 4_096;

/**
 * Decodes a stream whose encoding is given or found out: by a byte order mark, else by the first bytes that are not ASCII,
 * which are UTF-8 or, where they cannot be, Windows-1252 (what is meant where somebody says Latin-1; WHATWG Encoding
 * Standard). Nothing is held back but what the decision needs.
 */
export class StreamDecoder {
  private decoder: Decoder | undefined;
  private held: Uint8Array = new Uint8Array(0);
  private decoded = 0;
  encoding: Encoding | undefined;

  constructor(given?: Encoding) {
    if (given !== undefined) this.decide(given);
  }

  /** The text of these bytes, so far as it is certain. @throws audience.import-not-readable */
  write(chunk: Uint8Array): string {
    if (this.decoder) return this.decode(chunk, true);
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    const marks = this.decoded === 0 ? BYTE_ORDER_MARKS : [];
    const marked = marks.find(([, mark]) => mark.every((byte, at) => this.held[at] === byte));
    if (marked) this.decide(marked[0]);
    else if (this.held.length + this.decoded < 3) return '';
    else {
      const first = this.held.findIndex((byte) => byte > 0x7f);
      // All of it is ASCII: the same in either encoding, and decides nothing.
      if (first === -1) return this.release(new TextDecoder('utf-8'));
      if (this.held.length - first < SAMPLE && this.held.length < 4 * SAMPLE) return '';
      this.decide(isUtf8(this.held.subarray(first, first + SAMPLE)) ? 'utf-8' : 'windows-1252');
    }
    const bytes = this.held;
    this.held = new Uint8Array(0);
    return this.decode(bytes, true);
  }

  /** The rest of the text. */
  end(): string {
    if (!this.decoder) this.decide(isUtf8(this.held, true) ? 'utf-8' : 'windows-1252');
    const bytes = this.held;
    this.held = new Uint8Array(0);
    return this.decode(bytes, false);
  }

  private decide(encoding: Encoding): void {
    this.encoding = encoding;
    this.decoder = decoderOf(encoding);
  }

  private release(decoder: Decoder): string {
    const text = decoder.decode(this.held);
    this.decoded += this.held.length;
    this.held = new Uint8Array(0);
    return text;
  }

  private decode(bytes: Uint8Array, stream: boolean): string {
    try {
      const text = this.decoder?.decode(bytes, { stream }) ?? '';
      this.decoded += bytes.length;
      return text;
    } catch (error) {
      const reason = `somewhere after byte ${String(this.decoded)} it is not ${String(this.encoding)}; say which encoding it is with encoding=`;
      throw AudienceErrors.importNotReadable({ reason }, { cause: error });
    }
  }
}

type Decoder = Pick<TextDecoder, 'decode'>;

function decoderOf(encoding: Encoding): Decoder {
  return encoding === 'windows-1252' ? WINDOWS_1252 : new TextDecoder(encoding, { fatal: true });
}

/** The characters of bytes 0x80 to 0x9f, the only ones that are not those of Latin-1 (WHATWG Encoding Standard). */
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

// Node 20 takes Windows-1252 for Latin-1, and so loses the euro sign.
const WINDOWS_1252: Decoder = {
  decode: (bytes) =>
    Buffer.from(bytes instanceof Uint8Array ? bytes : [])
      .toString('latin1')
      .replaceAll(/[\u0080-\u009f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80] ?? character),
};

/** A character that is cut off at the end counts, unless the end is that of the file. */
function isUtf8(bytes: Uint8Array, isWhole = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}
