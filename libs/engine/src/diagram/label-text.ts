import { widthOf } from './text-width.js';
import { wrapText } from './text-wrap.js';

/** The words on an arrow, set: the size with the rim around them, in pixels. */
export interface LabelText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

const FACE = { size: 12 };
const ROOM = { width: 176, lines: 3 };
/** From line to line. */
export const LABEL_LEADING = 15;
const RIM = { x: 8, y: 4 };

/** Sets the words of an arrow; `undefined` where it has none. */
export function labelText(label: string | undefined): LabelText | undefined {
  const lines = wrapText(label ?? '', FACE, ROOM);
  if (lines.length === 0) return undefined;
  const widest = Math.max(...lines.map((line) => widthOf(line, FACE)));
  return {
    width: Math.ceil(widest) + 2 * RIM.x,
    height: lines.length * LABEL_LEADING + 2 * RIM.y,
    lines,
  };
}
