/**
 * Advance widths of DejaVu Sans, in hundredths of the font size, from the space to the tilde. It is the widest of the
 * fonts that a sheet may be shown in: what fits in it fits in Arial, Helvetica, Segoe UI and Inter.
 */
const REGULAR = [
  32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34,
  34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73,
  68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63,
  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];
const BOLD = [
  35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40,
  40, 84, 84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68,
  81, 77, 110, 77, 72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71,
  69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84,
];

const FIRST = 32;
const NARROW_MARKS = /[\u2018\u2019\u00b7\u202f\u00a0]/u;
/** East Asian letters and pictures stand in a square. */
const SQUARE =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u;
const COMBINING = /\p{Mark}/u;
const OTHER = 70;
const WIDE = 105;
const WIDE_LETTERS = /[\u0152\u0153\u00c6\u00e6\u2014\u2026]/u;

export interface Font {
  readonly size: number;
  readonly bold?: boolean;
}

/** The width of a line, in the unit of the font size. */
export function textWidth(text: string, { size, bold = false }: Font): number {
  let hundredths = 0;
  for (const character of text.normalize('NFD')) hundredths += widthOf(character, bold ? BOLD : REGULAR);
  return (hundredths * size) / 100;
}

function widthOf(character: string, widths: readonly number[]): number {
  const known = widths[(character.codePointAt(0) ?? 0) - FIRST];
  if (known !== undefined) return known;
  if (COMBINING.test(character)) return 0;
  if (NARROW_MARKS.test(character)) return 38;
  if (SQUARE.test(character) || WIDE_LETTERS.test(character)) return WIDE;
  return OTHER;
}

/** Breaks a text into lines that fit; at spaces, and inside of a word only where it is longer than a line. */
export function wrapText(text: string, maxWidth: number, font: Font): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(bindMarks(paragraph), maxWidth, font));
}

/** French sets a space before its punctuation, and few keyboards a no-break one. */
function bindMarks(paragraph: string): string {
  return paragraph.replace(/ (?=[?!;:»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');
}

function wrapParagraph(paragraph: string, maxWidth: number, font: Font): string[] {
  const lines: string[] = [];
  let line = '';
  // No-break spaces are none to break at.
  for (const word of paragraph.split(/[ \t]+/).flatMap((long) => splitWord(long, maxWidth, font))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, font) > maxWidth) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

function splitWord(word: string, maxWidth: number, font: Font): string[] {
  if (textWidth(word, font) <= maxWidth) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (part !== '' && textWidth(part + segment, font) > maxWidth) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
