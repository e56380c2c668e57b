import { laneOf } from '@parcours/kernel';

/** The lanes that this installation has, and which of them a customer is in. */
export class Lanes {
  constructor(readonly count: number) {}

  of(externalId: string): number {
    return laneOf(externalId, this.count);
  }
}
