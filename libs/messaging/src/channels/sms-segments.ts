/** How a text message is sent: its alphabet, and how many parts it takes. */
export interface SmsSize {
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** 1 or more; an empty text takes one. */
  readonly segments: number;
  /** Septets of GSM 7 bit, or 16-bit units of UCS-2. */
  readonly units: number;
}

/** The basic table of 3GPP TS 23.038, section 6.2.1. Position 9 is the capital Ç there. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Its extension table, section 6.2.1.1: an escape and a second septet each. */
const EXTENSION = new Set('\f^{}\\[~]|€');

const LIMITS = {
  'gsm-7': { single: 160, part: 153 },
  'ucs-2': { single: 70, part: 67 },
} as const;

/**
 * The size of a text message. A part of several has room for less (3GPP TS 23.040, section 9.2.3.24.1: six octets say which
 * it is), and no letter is cut in two.
 */
export function smsSize(text: string): SmsSize {
  // Code points, not letters as people see them: an emoji of several parts takes the room of all of them.
  const letters = Array.from(text);
  const encoding = letters.every((letter) => BASIC.has(letter) || EXTENSION.has(letter)) ? 'gsm-7' : 'ucs-2';
  const sizes = letters.map((letter) =>
    encoding === 'ucs-2' ? letter.length : EXTENSION.has(letter) ? 2 : 1,
  );
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { single, part } = LIMITS[encoding];
  return { encoding, units, segments: units <= single ? 1 : partsOf(sizes, part) };
}

/** The letters of a text that the small alphabet lacks, each once. */
export function beyondGsm(text: string): readonly string[] {
  return [...new Set(text)].filter((letter) => !BASIC.has(letter) && !EXTENSION.has(letter));
}

function partsOf(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
