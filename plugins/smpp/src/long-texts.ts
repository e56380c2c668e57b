import type { Place } from './text-parts.js';

/** A part that has come in. */
export interface IncomingPart {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
  readonly octets: Buffer;
  readonly coding: number;
}

interface Gathering {
  readonly parts: Map<number, IncomingPart>;
  readonly told: Promise<void>;
  tell(): void;
}

export interface LongTextParts {
  /** What is made of parts in their order; durable when it resolves. */
  readonly tell: (parts: readonly IncomingPart[]) => Promise<void>;
  /** How long the others are waited for, in milliseconds. */
  readonly holdMs: number;
}

/**
 * Puts texts of several parts together. No part is kept beyond its session: each is answered when the whole text is
 * durable, so that the SMSC sends again whatever a crash has taken. Where the others do not come in time, as from an
 * SMSC that sends one at a time, what is there is told by itself.
 */
export class LongTexts {
  private readonly gatherings = new Map<string, Gathering>();

  constructor(private readonly options: LongTextParts) {}

  /** Resolves when what it belongs to is durable. @throws whatever keeps it from being so */
  take(part: IncomingPart): Promise<void> {
    const { from, to, place } = part;
    const key = JSON.stringify([from, to, place.reference, place.total]);
    const gathering = this.gatherings.get(key) ?? this.begin(key);
    gathering.parts.set(place.number, part);
    if (gathering.parts.size === place.total) gathering.tell();
    return gathering.told;
  }

  private begin(key: string): Gathering {
    const parts = new Map<number, IncomingPart>();
    let tell: () => void = () => undefined;
    const isTime = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const timer = setTimeout(tell, this.options.holdMs).unref();
    const told = isTime.then(() => {
      clearTimeout(timer);
      this.gatherings.delete(key);
      const inOrder = [...parts.values()].sort((a, b) => a.place.number - b.place.number);
      return this.options.tell(inOrder);
    });
    const gathering = { parts, told, tell };
    this.gatherings.set(key, gathering);
    return gathering;
  }
}
