import type { DiagramBox } from './diagram.js';
import type { Face } from './text-width.js';
import { widthOf } from './text-width.js';
import { wrapText } from './text-wrap.js';

/** One line of a box; `baseline` counts from the top of the box. */
export interface BoxLine {
  readonly text: string;
  readonly style: 'kind' | 'title' | 'detail' | 'problem';
  readonly baseline: number;
}

/** A box with its words set: how large it is, in pixels, and where each line stands. */
export interface BoxText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly BoxLine[];
}

const WIDTH = 264;
const NARROWEST = 150;
/** Where the words begin, after the sign of the box. */
export const TEXT_LEFT = 56;
const TEXT_RIGHT = 16;
const PADDING = 12;
const ROOM = WIDTH - TEXT_LEFT - TEXT_RIGHT;

const STYLES = {
  kind: { face: { size: 11 }, height: 16, lines: 2 },
  title: { face: { size: 14, isBold: true }, height: 19, lines: 3 },
  detail: { face: { size: 12 }, height: 16, lines: 3 },
  problem: { face: { size: 12 }, height: 16, lines: 3 },
} as const satisfies Record<BoxLine['style'], { face: Face; height: number; lines: number }>;

/** Sets the words of a box. Steps are equally wide, so that columns form; what stands around them is as wide as its words. */
export function boxText({ role, kind, step, title, details, problem }: DiagramBox): BoxText {
  const paragraphs: readonly (readonly [BoxLine['style'], string])[] = [
    ['kind', step === undefined ? kind : `${kind} · ${step}`],
    ['title', title],
    ...details.map((detail) => ['detail', detail] as const),
    ...(problem === undefined ? [] : [['problem', problem] as const]),
  ];
  const set = paragraphs.flatMap(([style, text]) => {
    const { face, lines } = STYLES[style];
    return wrapText(text, face, { width: ROOM, lines }).map((line) => ({ style, text: line }));
  });
  let below = PADDING;
  const lines = set.map(({ style, text }) => {
    below += STYLES[style].height;
    return { style, text, baseline: below - 4 };
  });
  const widest = Math.max(...set.map(({ style, text }) => widthOf(text, STYLES[style].face)));
  const fitting = Math.max(NARROWEST, Math.ceil(widest) + TEXT_LEFT + TEXT_RIGHT + 4);
  return { width: role === 'step' ? WIDTH : Math.min(WIDTH, fitting), height: below + PADDING, lines };
}
