/** 3GPP TS 23.038, 6.2.1; the letter at 27 leads over to the extension. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const ESCAPE = 0x1b;

/** 3GPP TS 23.038, 6.2.1.1. */
const EXTENSION: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};
const SEPTETS = new Map<string, readonly number[]>([
  ...Array.from(BASIC, (letter, at) => [letter, [at]] as const).filter(([, [at]]) => at !== ESCAPE),
  ...Object.entries(EXTENSION).map(([letter, at]) => [letter, [ESCAPE, at]] as const),
]);
const EXTENDED = new Map(Object.entries(EXTENSION).map(([letter, at]) => [at, letter]));

/** `data_coding` of what is sent: the default alphabet, one septet an octet, or UCS-2. */
export const DEFAULT_CODING = 0x00;
export const UCS2_CODING = 0x08;

/** A text as it goes over the wire, letter by letter, so that it can be cut between two of them. */
export interface EncodedText {
  readonly coding: number;
  readonly letters: readonly Buffer[];
}

/** In the default alphabet where every letter is in it. */
export function encoded(text: string): EncodedText {
  const letters = Array.from(text);
  const septets = letters.flatMap((letter) => {
    const found = SEPTETS.get(letter);
    return found ? [Buffer.from(found)] : [];
  });
  if (septets.length === letters.length) return { coding: DEFAULT_CODING, letters: septets };
  return { coding: UCS2_CODING, letters: letters.map((letter) => Buffer.from(letter, 'utf16le').swap16()) };
}

/** Names of the WHATWG Encoding Standard, by `data_coding`. */
const NAMED: Readonly<Record<number, string>> = {
  0x01: 'ascii',
  0x03: 'latin1',
  0x06: 'iso-8859-5',
  0x07: 'iso-8859-8',
  0x08: 'utf-16be',
  0x0a: 'iso-2022-jp',
  0x0e: 'euc-kr',
};

/** The text of octets; `undefined` where they are no text. */
export function decoded(octets: Buffer, coding: number): string | undefined {
  // Classes of messages (3GPP TS 23.038, 4): bit 2 says octets in place of the default alphabet.
  const kind = coding >= 0xf0 ? ((coding & 0x04) === 0 ? DEFAULT_CODING : 0x04) : coding;
  if (kind === DEFAULT_CODING) return fromDefault(octets);
  if (kind === UCS2_CODING && octets.length % 2 === 1) return undefined;
  const name = NAMED[kind];
  return name === undefined ? undefined : new TextDecoder(name).decode(octets);
}

/** What is not of seven bits is not of this alphabet, whatever was said: it is Latin-1 then. */
function fromDefault(octets: Buffer): string {
  if (octets.some((octet) => octet > 0x7f)) return octets.toString('latin1');
  let text = '';
  for (let at = 0; at < octets.length; at++) {
    const octet = octets[at] ?? 0;
    if (octet === ESCAPE) {
      const next = octets[++at];
      // Phones show the letter of the basic table for an extension that they do not know.
      text += next === undefined ? '' : (EXTENDED.get(next) ?? BASIC.charAt(next));
    } else text += BASIC.charAt(octet);
  }
  return text;
}
