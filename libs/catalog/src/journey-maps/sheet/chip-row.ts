import type { Cell } from './cells.js';
import { type Column, type Frame, PADDING } from './frame.js';
import type { MomentView, TouchpointKind } from './map-view.js';
import { element, type Markup } from './markup.js';
import { badge, type TextBlock, textBlock } from './text-block.js';
import { textWidth, wrapText } from './text-metrics.js';

const FONT = { size: 12, bold: true };
const BEFORE = 50;
const AFTER = 12;
const GAP = 8;
const INSET = 7;

/** One chip a touchpoint, with its number and a sign of its kind; as many side by side as fit. */
export function chipCell(frame: Frame, column: Column): Cell {
  const room = column.width - 2 * PADDING;
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  const chips = column.phase.moments.map((moment): Chip => {
    const { name } = moment.touchpoint;
    const lines = wrapText(name, room - BEFORE - AFTER, FONT);
    const width = Math.min(room, BEFORE + AFTER + Math.max(0, ...lines.map((line) => textWidth(line, FONT))));
    const block = textBlock(name, room - BEFORE - AFTER, { ...FONT, colour: frame.theme.ink });
    const height = block.height + 2 * INSET;
    if (x > 0 && x + width > room + 0.01) {
      x = 0;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    const place = { x, y, width, height, moment, block };
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
    return place;
  });
  return {
    height: y + rowHeight,
    draw: (top) => chips.flatMap((chip) => drawChip({ frame, column, chip, top })),
  };
}

interface Chip {
  readonly moment: MomentView;
  readonly block: TextBlock;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PlacedChip {
  readonly frame: Frame;
  readonly column: Column;
  readonly chip: Chip;
  readonly top: number;
}

function drawChip({ frame: { theme }, column, chip, top }: PlacedChip): Markup[] {
  const { width, height, moment, block } = chip;
  const { colour } = column;
  const [x, y] = [column.x + PADDING + chip.x, top + chip.y];
  const middle = y + height / 2;
  return [
    element('rect', {
      x,
      y,
      width,
      height,
      rx: Math.min(height / 2, 16),
      fill: colour,
      'fill-opacity': 0.1,
      stroke: colour,
      'stroke-opacity': 0.55,
    }),
    badge(moment.number, { x: x + 15.5, y: middle, r: 9, fill: colour }),
    element('path', {
      transform: `translate(${String(Math.round(x + 29))} ${String(Math.round(middle - 8))})`,
      d: SIGNS[moment.touchpoint.kind],
      fill: 'none',
      stroke: theme.soft,
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
    block.draw(x + BEFORE, y + INSET - 0.5),
  ];
}

/** In a square of 16: a shop, a screen, a person, a telephone. */
const SIGNS: Readonly<Record<TouchpointKind, string>> = {
  physical: 'M2.5 7 V13.5 H13.5 V7 M1.5 6.5 L3 2.5 H13 L14.5 6.5 Z M6.5 13.5 V9.5 H9.5 V13.5',
  digital: 'M2 3 H14 V11 H2 Z M6 14 H10 M8 11 V14',
  human:
    'M8 8 A2.75 2.75 0 1 0 8 2.5 A2.75 2.75 0 1 0 8 8 Z M2.5 14 C3 10.8 5 9.8 8 9.8 C11 9.8 13 10.8 13.5 14',
  device: 'M5 2 H11 A1 1 0 0 1 12 3 V13 A1 1 0 0 1 11 14 H5 A1 1 0 0 1 4 13 V3 A1 1 0 0 1 5 2 Z M7 11.8 H9',
};
