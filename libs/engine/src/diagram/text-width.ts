/**
 * Widths of characters in thousandths of the font size, of a wide face (DejaVu Sans, as measured): a text that fits in
 * it fits in Segoe UI, Roboto, Helvetica and Arial.
 */
const REGULAR = [
  [280, "ijl'ìíîïı"],
  [320, ' ,.·’IJÌÍÎÏ'],
  [350, '/:;\\|f-'],
  [400, '()[]t!°'],
  [420, 'r"'],
  [520, '*_`–szšž“”'],
  [560, '?cçLF'],
  [600, 'kvxyPTYaÀàáâäåoóôöòõø«»'],
  [640, 'ESbdeghnpquéèêëùúûüÉÈÊËñß0123456789${}¢£¥€'],
  [700, 'AVKBRXZCÇÂÄÅ'],
  [780, 'UÙÛÜHNÑDG&'],
  [840, 'OQÔÖØw#+<=>~×÷→≥≤'],
  [1000, 'MWm%@…—æœÆŒ'],
] as const;

const NARROWEST_UNKNOWN = 700;
const FULL_WIDTH = 1_050;
const BOLD = 1.12;

const WIDTHS: ReadonlyMap<string, number> = new Map(
  REGULAR.flatMap(([width, characters]) => Array.from(characters, (each) => [each, width] as const)),
);

/** How a text is set. */
export interface Face {
  /** In pixels. */
  readonly size: number;
  readonly isBold?: boolean;
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as single characters: an emoji with its modifiers is one. */
export function graphemesOf(text: string): string[] {
  // Nothing combines in ASCII, and asking the segmenter costs a hundred times more.
  if (/^[ -~]*$/u.test(text)) return Array.from(text);
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
}

/** How wide a text is at most, in pixels. */
export function widthOf(text: string, { size, isBold = false }: Face): number {
  let thousandths = 0;
  for (const grapheme of graphemesOf(text)) thousandths += widthOfGrapheme(grapheme);
  return (thousandths * size * (isBold ? BOLD : 1)) / 1_000;
}

function widthOfGrapheme(grapheme: string): number {
  const known = WIDTHS.get(grapheme);
  if (known !== undefined) return known;
  const base = grapheme.normalize('NFD').codePointAt(0) ?? 0;
  const ofBase = WIDTHS.get(String.fromCodePoint(base));
  if (ofBase !== undefined) return ofBase;
  // Scripts of East Asia, and emoji.
  return base >= 0x1100 ? FULL_WIDTH : NARROWEST_UNKNOWN;
}
