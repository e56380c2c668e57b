import type { Cell } from './cells.js';
import { type Column, type Frame, PADDING } from './frame.js';
import type { MomentView } from './map-view.js';
import { element, type Markup } from './markup.js';
import { severityColour } from './sheet-theme.js';
import { badge, BODY, type TextBlock, textBlock } from './text-block.js';

const INDENT = 26;
const METER = 42;
const INSET = 9;
const BETWEEN = 7;
const HIGHEST = 5;

interface Item {
  readonly moment: MomentView;
  readonly severity: number;
  readonly block: TextBlock;
  readonly y: number;
  readonly height: number;
}

/** What makes it hard, each with five bars of which as many are filled as it is severe. */
export function frictionCell(frame: Frame, column: Column): Cell {
  const items: Item[] = [];
  let y = 0;
  for (const moment of column.phase.moments) {
    for (const { text, severity } of moment.friction) {
      const room = column.width - 2 * PADDING - INDENT - METER - 10;
      const block = textBlock(text, room, { ...BODY, colour: frame.theme.ink });
      const height = block.height + 2 * INSET;
      items.push({ moment, severity, block, y, height });
      y += height + BETWEEN;
    }
  }
  return {
    height: Math.max(0, y - BETWEEN),
    draw: (top) => items.flatMap((item) => drawItem({ frame, column, item, top: top + item.y })),
  };
}

interface PlacedItem {
  readonly frame: Frame;
  readonly column: Column;
  readonly item: Item;
  readonly top: number;
}

function drawItem({ frame: { theme, words }, column, item, top }: PlacedItem): Markup[] {
  const colour = severityColour(theme, item.severity);
  const x = column.x + PADDING;
  const width = column.width - 2 * PADDING;
  return [
    element('rect', {
      x,
      y: top,
      width,
      height: item.height,
      rx: 7,
      fill: colour,
      'fill-opacity': theme.tint,
      stroke: colour,
      'stroke-opacity': 0.45,
    }),
    badge(item.moment.number, { x: x + 15, y: top + INSET + 8.6, r: 8, fill: column.colour }),
    item.block.draw(x + INDENT + 2, top + INSET),
    meter(
      { x: x + width - METER - 7, y: top + INSET + 3, colour },
      item.severity,
      words.severity(item.severity),
    ),
  ];
}

function meter(
  { x, y, colour }: { x: number; y: number; colour: string },
  severity: number,
  words: string,
): Markup {
  const bars = Array.from({ length: HIGHEST }, (_, index) =>
    element('rect', {
      x: x + index * 8.6,
      y: y + 8 - index * 2,
      width: 6,
      height: 4 + index * 2,
      rx: 1.5,
      fill: colour,
      'fill-opacity': index < severity ? 1 : 0.22,
    }),
  );
  return element('g', {}, element('title', {}, words), bars);
}
