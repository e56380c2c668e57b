import type { PictureIcon } from './picture.js';

/** A box of the drawing. */
export interface DiagramBox {
  readonly id: string;
  /** The key of the step that it stands for; none for what lets customers in. */
  readonly step?: string | undefined;
  /** `missing`: a step that something points at and that is not there. */
  readonly role: 'entry' | 'step' | 'end' | 'missing';
  readonly icon: PictureIcon;
  /** What it is: `Message`. */
  readonly kind: string;
  readonly title: string;
  readonly details: readonly string[];
  /** What keeps it from being published. */
  readonly problem?: string | undefined;
}

/** An arrow of the drawing; one that `isBroken` ends at a step that is not there. */
export interface DiagramArrow {
  readonly id: string;
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  /** When this way is taken. */
  readonly label?: string | undefined;
  readonly isBroken: boolean;
}

/** A journey as boxes and arrows, without a place for any of them yet. */
export interface DiagramGraph {
  readonly boxes: readonly DiagramBox[];
  readonly arrows: readonly DiagramArrow[];
  /** What makes a customer leave from any step, a line each. */
  readonly exitRules: readonly string[];
}
