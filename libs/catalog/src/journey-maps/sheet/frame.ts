import type { Markup } from './markup.js';
import type { MapView, MomentView, PhaseView } from './map-view.js';
import type { SheetWords } from './sheet-words.js';
import { phaseColour, type SheetTheme } from './sheet-theme.js';

/** Pixels at 96 to the inch; the sheet scales as a whole. */
export const MARGIN = 40;
export const GAP = 12;
export const PADDING = 14;
const LABELS = 132;
const NARROWEST = 1180;

export interface Column {
  readonly phase: PhaseView;
  readonly colour: string;
  readonly x: number;
  readonly width: number;
}

/** Where the columns of a sheet stand, and what it is drawn with. */
export interface Frame {
  readonly view: MapView;
  readonly theme: SheetTheme;
  readonly words: SheetWords;
  readonly width: number;
  /** Space for the words of a row, left of the columns. */
  readonly labels: number;
  readonly columns: readonly Column[];
}

/** A drawn row, and how high it is. */
export interface Row {
  readonly height: number;
  readonly marks: readonly Markup[];
}

export function frameOf(view: MapView, { theme, words }: Pick<Frame, 'theme' | 'words'>): Frame {
  const count = Math.max(view.phases.length, 1);
  const gaps = GAP * (count - 1);
  const wide = count <= 3 ? 330 : count <= 5 ? 262 : 232;
  const columnWidth = Math.max(wide, (NARROWEST - 2 * MARGIN - LABELS - gaps) / count);
  return {
    view,
    theme,
    words,
    width: 2 * MARGIN + LABELS + count * columnWidth + gaps,
    labels: LABELS,
    columns: view.phases.map((phase, index) => ({
      phase,
      colour: phaseColour(theme, phase.colour, index),
      x: MARGIN + LABELS + index * (columnWidth + GAP),
      width: columnWidth,
    })),
  };
}

export function momentsOf({ view }: Frame): readonly MomentView[] {
  return view.phases.flatMap(({ moments }) => moments);
}
