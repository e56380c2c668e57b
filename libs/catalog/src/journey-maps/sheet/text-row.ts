import type { Cell } from './cells.js';
import { type Column, type Frame, PADDING } from './frame.js';
import type { MomentView } from './map-view.js';
import { element, type Markup } from './markup.js';
import { badge, BODY, type TextBlock, textBlock } from './text-block.js';

const INDENT = 24;
const BETWEEN = 5;
const BETWEEN_MOMENTS = 9;

type TextMember = 'goals' | 'actions' | 'motivations' | 'questions';

interface Line {
  readonly moment: MomentView;
  /** The first of its moment carries the moment's number, the others a dot. */
  readonly isFirst: boolean;
  readonly block: TextBlock;
  readonly y: number;
}

/** The texts of a phase, moment by moment, in the order of its moments. */
export function textCell(frame: Frame, column: Column, member: TextMember): Cell {
  const lines: Line[] = [];
  let y = 0;
  for (const moment of column.phase.moments) {
    for (const [index, text] of moment[member].entries()) {
      if (lines.length > 0) y += index === 0 ? BETWEEN_MOMENTS : BETWEEN;
      const style = { ...BODY, colour: frame.theme.ink, italic: member === 'questions' };
      const block = textBlock(text, column.width - 2 * PADDING - INDENT, style);
      lines.push({ moment, isFirst: index === 0, block, y });
      y += block.height;
    }
  }
  return { height: y, draw: (top) => lines.flatMap((line) => drawLine(line, column, top)) };
}

function drawLine({ moment, isFirst, block, y }: Line, { x, colour }: Column, top: number): Markup[] {
  const mark = { x: x + PADDING + 8, y: top + y + 8.6 };
  return [
    isFirst
      ? badge(moment.number, { ...mark, r: 8, fill: colour })
      : element('circle', { cx: mark.x, cy: mark.y, r: 2, fill: colour }),
    block.draw(x + PADDING + INDENT, top + y),
  ];
}
