import { element, type Markup } from './markup.js';
import { inkOn } from './sheet-theme.js';
import { type Font, wrapText } from './text-metrics.js';

export const FONT_FAMILY = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

export const BODY: Font = { size: 12.5 };
export const SMALL: Font = { size: 11 };
export const LABEL: Font = { size: 12, bold: true };

const LEADING = 1.4;
/** The baseline of the first line, below the top of the block. */
const ASCENT = 1.02;

export interface TextStyle extends Font {
  readonly colour: string;
  readonly italic?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Drawn around the letters, so that they stay readable on a line. */
  readonly halo?: string;
}

export interface TextBlock {
  readonly height: number;
  readonly draw: (x: number, y: number) => Markup;
}

/** Wrapped text as a block that can be placed by its upper left corner (or its anchor). */
export function textBlock(text: string, maxWidth: number, style: TextStyle): TextBlock {
  const lines = wrapText(text, maxWidth, style);
  const leading = style.size * LEADING;
  return {
    height: lines.length * leading,
    draw: (x, y) =>
      element(
        'text',
        {
          'font-size': style.size,
          'font-weight': style.bold === true ? 700 : undefined,
          'font-style': style.italic === true ? 'italic' : undefined,
          'text-anchor': style.anchor === undefined || style.anchor === 'start' ? undefined : style.anchor,
          fill: style.colour,
          ...(style.halo !== undefined && {
            stroke: style.halo,
            'stroke-width': 4,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }),
        },
        // The space keeps words apart for whoever copies them; at a line's start it would be seen.
        lines.map((line, index) =>
          element(
            'tspan',
            { x, y: y + style.size * ASCENT + index * leading },
            index === lines.length - 1 ? line : `${line} `,
          ),
        ),
      ),
  };
}

/** A single line on a baseline. */
export function textLine(text: string, at: { x: number; baseline: number }, style: TextStyle): Markup {
  return element(
    'text',
    {
      x: at.x,
      y: at.baseline,
      'font-size': style.size,
      'font-weight': style.bold === true ? 700 : undefined,
      'font-style': style.italic === true ? 'italic' : undefined,
      'text-anchor': style.anchor === undefined || style.anchor === 'start' ? undefined : style.anchor,
      fill: style.colour,
    },
    text,
  );
}

/** The number of a moment in a disc, as it stands on its chip, on the curve and before its texts. */
export function badge(
  number: number,
  { x, y, r, fill }: { x: number; y: number; r: number; fill: string },
): Markup {
  const style = {
    size: r * (number > 9 ? 1.05 : 1.2),
    bold: true,
    colour: inkOn(fill),
    anchor: 'middle',
  } as const;
  return element(
    'g',
    {},
    element('circle', { cx: x, cy: y, r, fill }),
    textLine(String(number), { x, baseline: y + r * 0.42 }, style),
  );
}
