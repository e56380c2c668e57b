import { cardRow, type Cell } from './cells.js';
import { chipCell } from './chip-row.js';
import { emotionRow } from './emotion-row.js';
import { evidenceCell } from './evidence-row.js';
import { footerRow } from './footer.js';
import { type Column, type Frame, frameOf, GAP, MARGIN, type Row } from './frame.js';
import { frictionCell } from './friction-row.js';
import { headerRow } from './header.js';
import type { MapView } from './map-view.js';
import { element, type Markup } from './markup.js';
import { phaseBand } from './phase-band.js';
import { describeMap } from './sheet-description.js';
import { sheetWords } from './sheet-words.js';
import { type ThemeName, THEMES } from './sheet-theme.js';
import { FONT_FAMILY } from './text-block.js';
import { textCell } from './text-row.js';

type DrawRow = (frame: Frame, top: number) => Row | undefined;

const cards =
  (label: (frame: Frame) => string, cellOf: (frame: Frame, column: Column) => Cell): DrawRow =>
  (frame, top) =>
    cardRow(frame, { label: label(frame), top, cellOf: (column) => cellOf(frame, column) });

/** From top to bottom; a row that has nothing to show is left out. */
const ROWS: readonly { readonly draw: DrawRow; readonly gap: number }[] = [
  { draw: headerRow, gap: 26 },
  { draw: phaseBand, gap: GAP },
  { draw: cards(({ words }) => words.touchpoints, chipCell), gap: GAP },
  {
    draw: cards(
      ({ words }) => words.goals,
      (frame, column) => textCell(frame, column, 'goals'),
    ),
    gap: GAP,
  },
  {
    draw: cards(
      ({ words }) => words.actions,
      (frame, column) => textCell(frame, column, 'actions'),
    ),
    gap: GAP,
  },
  {
    draw: cards(
      ({ words }) => words.motivations,
      (frame, column) => textCell(frame, column, 'motivations'),
    ),
    gap: GAP,
  },
  {
    draw: cards(
      ({ words }) => words.questions,
      (frame, column) => textCell(frame, column, 'questions'),
    ),
    gap: GAP,
  },
  { draw: emotionRow, gap: GAP },
  { draw: cards(({ words }) => words.friction, frictionCell), gap: GAP },
  { draw: cards(({ words }) => words.evidence, evidenceCell), gap: GAP },
  { draw: footerRow, gap: 0 },
];

/** A journey map as one SVG drawing: phases are columns, what customers do and feel are rows. */
export function drawSheet(view: MapView, themeName: ThemeName): Markup {
  const theme = THEMES[themeName];
  const words = sheetWords(view.locale);
  const frame = frameOf(view, { theme, words });
  let y = MARGIN;
  const marks = ROWS.flatMap(({ draw, gap }) => {
    const row = draw(frame, y);
    if (!row) return [];
    y += row.height + gap;
    return row.marks;
  });
  const height = Math.ceil(y + MARGIN * 0.6);
  const width = Math.ceil(frame.width);
  const ids = { title: `title-${themeName}`, about: `about-${themeName}` };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      width,
      height,
      lang: view.locale,
      role: 'img',
      'aria-labelledby': `${ids.title} ${ids.about}`,
      'font-family': FONT_FAMILY,
    },
    element('title', { id: ids.title }, `${words.map}: ${view.name}`),
    element('desc', { id: ids.about }, describeMap(view, words)),
    element('rect', { width, height, fill: theme.page }),
    marks,
  );
}
