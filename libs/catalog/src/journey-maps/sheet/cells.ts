import { type Column, type Frame, MARGIN, PADDING, type Row } from './frame.js';
import { element, type Markup } from './markup.js';
import { LABEL, textBlock, textLine } from './text-block.js';

/** What stands in one column of a row: how high it is, and its drawing below a top. */
export interface Cell {
  readonly height: number;
  readonly draw: (top: number) => readonly Markup[];
}

const LABEL_TOP = 15;

/** A row of cards under one word; `undefined` when there is nothing in it. */
export function cardRow(
  frame: Frame,
  { label, top, cellOf }: { label: string; top: number; cellOf: (column: Column) => Cell },
): Row | undefined {
  const cells = frame.columns.map((column) => ({ column, cell: cellOf(column) }));
  const tallest = Math.max(0, ...cells.map(({ cell }) => cell.height));
  if (tallest === 0) return undefined;
  const height = tallest + 2 * PADDING;
  const marks = cells.flatMap(({ column, cell }) => [
    card(frame, column, { top, height }),
    ...(cell.height === 0 ? [nothing(frame, column, top + height / 2)] : cell.draw(top + PADDING)),
  ]);
  return { height, marks: [rowLabel(frame, label, top), ...marks] };
}

export function card(
  { theme }: Frame,
  { x, width }: Column,
  { top, height }: { top: number; height: number },
): Markup {
  return element('rect', { x, y: top, width, height, rx: 10, fill: theme.card, stroke: theme.line });
}

export function rowLabel({ theme, labels }: Frame, label: string, top: number): Markup {
  return textBlock(label, labels - 18, { ...LABEL, colour: theme.ink }).draw(MARGIN, top + LABEL_TOP);
}

function nothing({ theme }: Frame, { x, width }: Column, middle: number): Markup {
  return textLine(
    '–',
    { x: x + width / 2, baseline: middle + 4 },
    { size: 12, colour: theme.soft, anchor: 'middle' },
  );
}
