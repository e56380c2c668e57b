import { type Frame, MARGIN, type Row } from './frame.js';
import { SMALL, textBlock, textLine } from './text-block.js';
import { textWidth } from './text-metrics.js';

/** Which journeys run along the map, and which state of it this is. */
export function footerRow({ view, theme, words, width }: Frame, top: number): Row {
  const style = { ...SMALL, colour: theme.soft };
  const state = view.version === undefined ? words.draft : `${words.version} ${String(view.version)}`;
  const stamp = [view.key, state, dateIn(view.locale, view.updatedAt)].join('  ·  ');
  const room = width - 2 * MARGIN - textWidth(stamp, SMALL) - 40;
  const text = view.journeys.length === 0 ? '' : words.journeys(view.journeys.join(', '));
  const journeys = textBlock(text, room, style);
  return {
    height: Math.max(journeys.height, 16),
    marks: [
      ...(journeys.height > 0 ? [journeys.draw(MARGIN, top)] : []),
      textLine(stamp, { x: width - MARGIN, baseline: top + 11.2 }, { ...style, anchor: 'end' }),
    ],
  };
}

function dateIn(locale: string, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
