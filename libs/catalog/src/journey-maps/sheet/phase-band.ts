import { type Column, type Frame, GAP, type Row } from './frame.js';
import { element, type Markup } from './markup.js';
import { inkOn } from './sheet-theme.js';
import { textBlock } from './text-block.js';

const POINT = 11;
const PADDING_X = 20;
const PADDING_Y = 13;

/** The phases as a row of arrows, each in its colour. */
export function phaseBand({ columns }: Frame, top: number): Row {
  const blocks = columns.map((column, index) => {
    const ink = inkOn(column.colour);
    const style = { size: 15, bold: true, colour: ink };
    return textBlock(
      `${String(index + 1)}  ${column.phase.name}`,
      column.width - PADDING_X - POINT - 8,
      style,
    );
  });
  const height = Math.max(0, ...blocks.map((block) => block.height)) + 2 * PADDING_Y;
  const marks = columns.flatMap((column, index) => {
    const block = blocks[index];
    const y = top + (height - (block?.height ?? 0)) / 2;
    const label = block ? [block.draw(column.x + PADDING_X, y - 1)] : [];
    return [
      arrow(column, { top, height, isFirst: index === 0, isLast: index === columns.length - 1 }),
      ...label,
    ];
  });
  return { height, marks };
}

interface ArrowShape {
  readonly top: number;
  readonly height: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Its point reaches into the notch of the next one. */
function arrow({ x, width, colour }: Column, { top, height, isFirst, isLast }: ArrowShape): Markup {
  const middle = top + height / 2;
  const bottom = top + height;
  const right = x + width + (isLast ? 0 : GAP - 5);
  const body = isLast ? right : right - POINT;
  const points = [
    [x, top],
    [body, top],
    ...(isLast ? [] : [[right, middle]]),
    [body, bottom],
    [x, bottom],
    ...(isFirst ? [] : [[x + POINT, middle]]),
  ];
  const path = points.map((point) => point.map((value) => Math.round(value * 10) / 10).join(' ')).join(' L');
  return element('path', {
    d: `M${path} Z`,
    fill: colour,
    stroke: colour,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
  });
}
