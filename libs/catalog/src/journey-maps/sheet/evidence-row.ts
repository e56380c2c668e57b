import type { Cell } from './cells.js';
import { type Column, type Frame, PADDING } from './frame.js';
import { element, type Markup } from './markup.js';
import { badge, SMALL, textBlock } from './text-block.js';

const INDENT = 24;
const BETWEEN = 6;

/** Where it is known from: links that work where the drawing is shown on its own, titles on paper. */
export function evidenceCell(frame: Frame, column: Column): Cell {
  let y = 0;
  const items = column.phase.moments.flatMap((moment) =>
    moment.evidence.map(({ title, url }) => {
      const room = column.width - 2 * PADDING - INDENT;
      const block = textBlock(title, room, { ...SMALL, colour: frame.theme.soft });
      const item = { moment, block, url, y };
      y += block.height + BETWEEN;
      return item;
    }),
  );
  return {
    height: Math.max(0, y - BETWEEN),
    draw: (top) =>
      items.flatMap(({ moment, block, url, y: down }): Markup[] => [
        badge(moment.number, { x: column.x + PADDING + 8, y: top + down + 8, r: 8, fill: column.colour }),
        linked(url, block.draw(column.x + PADDING + INDENT, top + down)),
      ]),
  };
}

/** A draft is not checked for its links: only an address of the web becomes one. */
export function linked(url: string, content: Markup | string): Markup {
  if (!/^https?:\/\//i.test(url)) return element('g', {}, content);
  return element('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, content);
}
