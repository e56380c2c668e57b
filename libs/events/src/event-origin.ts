import type { JsonObject } from '@parcours/kernel';

/** The layers of data that lie over one customer. Their places in the list are stored. */
export const EVENT_LAYERS = ['behavioural', 'transactional', 'demographic', 'anecdotal'] as const;

export type EventLayer = (typeof EVENT_LAYERS)[number];

/** Where an event comes from: what its definition says of every one, and its sender of this one. */
export interface EventOrigin {
  readonly layer?: EventLayer | undefined;
  /** Key of the touchpoint at which it happened. */
  readonly touchpoint?: string | undefined;
  readonly channel?: string | undefined;
  readonly device?: string | undefined;
  readonly department?: string | undefined;
}

/** How long the parts of an origin may be: what fits their columns. */
export const ORIGIN_MAX = { channel: 40, touchpoint: 100, device: 40, department: 100 } as const;

/** What is kept of an event beside its name, time and properties. */
export interface EventSetting {
  readonly origin?: EventOrigin | undefined;
  /** What the sender tells of the circumstances: page, campaign, device, library. */
  readonly context?: JsonObject | undefined;
  /** Its properties are not what its definition says. */
  readonly breaksSchema?: true | undefined;
}

/** The number that stands for a layer in the database. */
export function layerNumber(layer: EventLayer | undefined): number {
  return layer === undefined ? 0 : EVENT_LAYERS.indexOf(layer);
}

/** What its sender says of an event goes before what its definition says. */
export function joinOrigins(sent: EventOrigin | undefined, defined: EventOrigin | undefined) {
  if (!sent || !defined) return sent ?? defined;
  return {
    layer: sent.layer ?? defined.layer,
    touchpoint: sent.touchpoint ?? defined.touchpoint,
    channel: sent.channel ?? defined.channel,
    device: sent.device ?? defined.device,
    department: sent.department ?? defined.department,
  };
}
