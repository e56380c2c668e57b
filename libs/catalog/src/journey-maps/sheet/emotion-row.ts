import { rowLabel } from './cells.js';
import { smoothPath } from './emotion-curve.js';
import { type Column, type Frame, MARGIN, type Row } from './frame.js';
import type { MomentView } from './map-view.js';
import { element, type Markup } from './markup.js';
import { emotionColour, type SheetTheme } from './sheet-theme.js';
import { badge, type TextBlock, textBlock } from './text-block.js';

const STEP = 34;
/** Above the best level and below the worst, at least; words that wrap often ask for more. */
const ROOM = 46;
const BESIDE = 22;
const LEVELS = [2, 1, 0, -1, -2];

/** What a customer feels at one moment, and where it stands from left to right. */
interface Feeling {
  readonly moment: MomentView;
  readonly emotion: number;
  readonly x: number;
  readonly words: TextBlock | undefined;
}

/** Where the emotions stand from top to bottom. */
interface Axis {
  readonly top: number;
  readonly height: number;
  readonly y: (emotion: number) => number;
}

/** The curve of emotions over all phases; `undefined` when no moment has one. */
export function emotionRow(frame: Frame, top: number): Row | undefined {
  const feelings = frame.columns.flatMap((column) => feelingsOf(frame, column));
  if (feelings.length === 0) return undefined;
  const axis = axisOf(feelings, top);
  return {
    height: axis.height,
    marks: [
      rowLabel(frame, frame.words.emotions, top),
      ...ground(frame, axis),
      ...faces(frame, axis),
      ...curve(frame, feelings, axis),
      ...feelings.map((feeling) => pointMark(frame, feeling, axis)),
    ],
  };
}

function feelingsOf({ theme }: Frame, { phase: { moments }, x, width }: Column): Feeling[] {
  const room = width / Math.max(moments.length, 1);
  const style = { size: 11, colour: theme.ink, anchor: 'middle', halo: theme.card } as const;
  return moments.flatMap((moment, index) => {
    const { emotion, feeling } = moment;
    if (emotion === undefined) return [];
    const words = feeling === undefined ? undefined : textBlock(feeling, Math.min(room - 8, 150), style);
    return [{ moment, emotion, x: x + room * (index + 0.5), words }];
  });
}

function axisOf(feelings: readonly Feeling[], top: number): Axis {
  const tallest = Math.max(0, ...feelings.map(({ words }) => words?.height ?? 0));
  const room = Math.max(ROOM, BESIDE + tallest);
  return {
    top,
    height: 4 * STEP + 2 * room,
    y: (emotion) => top + room + (2 - emotion) * STEP,
  };
}

function ground({ columns, theme }: Frame, { top, height, y }: Axis): Markup[] {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return [];
  const [left, right] = [first.x, last.x + last.width];
  const lines = LEVELS.map((level) =>
    element('line', {
      x1: left + 1,
      x2: right - 1,
      y1: y(level),
      y2: y(level),
      stroke: level === 0 ? theme.soft : theme.line,
      'stroke-opacity': level === 0 ? 0.7 : undefined,
      'stroke-dasharray': level === 0 ? undefined : '2 5',
    }),
  );
  const borders = columns
    .slice(1)
    .map(({ x }) =>
      element('line', { x1: x - 6, x2: x - 6, y1: top + 1, y2: top + height - 1, stroke: theme.line }),
    );
  const card = {
    x: left,
    y: top,
    width: right - left,
    height,
    rx: 10,
    fill: theme.card,
    stroke: theme.line,
  };
  return [element('rect', card), ...borders, ...lines];
}

/** A glad, an even and an unhappy face at the left. */
function faces({ theme, labels }: Frame, axis: Axis): Markup[] {
  const x = MARGIN + labels - 26;
  return [2, 0, -2].map((level) => {
    const y = axis.y(level);
    const colour = emotionColour(theme, level);
    const bend = (level / 2) * 4;
    const mouth = `M${String(x - 4)} ${String(y + 4 - bend / 2)} Q${String(x)} ${String(y + 4 + bend)} ${String(x + 4)} ${String(y + 4 - bend / 2)}`;
    const pen = { fill: 'none', stroke: colour, 'stroke-width': 1.6, 'stroke-linecap': 'round' };
    return element(
      'g',
      {},
      element('circle', { cx: x, cy: y, r: 10, ...pen }),
      element('circle', { cx: x - 3.4, cy: y - 2.6, r: 1.3, fill: colour }),
      element('circle', { cx: x + 3.4, cy: y - 2.6, r: 1.3, fill: colour }),
      element('path', { d: mouth, ...pen }),
    );
  });
}

function curve({ theme }: Frame, feelings: readonly Feeling[], axis: Axis): Markup[] {
  const points = feelings.map(({ x, emotion }) => ({ x, y: axis.y(emotion) }));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return [];
  const ids = { line: `line-${theme.name}`, area: `area-${theme.name}` };
  const path = smoothPath(points);
  const even = String(axis.y(0));
  const area = `${path} L${String(last.x)} ${even} L${String(first.x)} ${even} Z`;
  return [
    element(
      'defs',
      {},
      gradient({ theme, id: ids.line, axis, opacity: () => 1 }),
      gradient({ theme, id: ids.area, axis, opacity: (level) => 0.11 * Math.abs(level) }),
    ),
    element('path', { d: area, fill: `url(#${ids.area})` }),
    element('path', {
      d: path,
      fill: 'none',
      stroke: `url(#${ids.line})`,
      'stroke-width': 3,
      'stroke-linecap': 'round',
    }),
  ];
}

interface GradientShape {
  readonly theme: SheetTheme;
  readonly id: string;
  readonly axis: Axis;
  readonly opacity: (level: number) => number;
}

/** From the colour of the best emotion at the top to that of the worst at the bottom. */
function gradient({ theme, id, axis: { y }, opacity }: GradientShape): Markup {
  return element(
    'linearGradient',
    { id, gradientUnits: 'userSpaceOnUse', x1: 0, x2: 0, y1: y(2), y2: y(-2) },
    LEVELS.map((level, index) =>
      element('stop', {
        offset: index / (LEVELS.length - 1),
        'stop-color': emotionColour(theme, level),
        'stop-opacity': opacity(level),
      }),
    ),
  );
}

/** The words stand on the outer side of the curve, away from the middle. */
function pointMark(
  { theme, words: told }: Frame,
  { moment, emotion, x, words }: Feeling,
  axis: Axis,
): Markup {
  const colour = emotionColour(theme, emotion);
  const y = axis.y(emotion);
  const wordsTop = emotion > 0 ? y - 15 - (words?.height ?? 0) : y + 14;
  return element(
    'g',
    {},
    element('title', {}, `${moment.touchpoint.name}: ${told.emotion(emotion)}`),
    element('circle', { cx: x, cy: y, r: 12.5, fill: theme.card }),
    badge(moment.number, { x, y, r: 10, fill: colour }),
    words?.draw(x, wordsTop),
  );
}
