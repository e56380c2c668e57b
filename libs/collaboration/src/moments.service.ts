import { Injectable } from '@nestjs/common';
import { Clock, IdGenerator } from '@parcours/kernel';

/** When something happens, and the id that it is given. */
@Injectable()
export class Moments {
  constructor(
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  now(): number {
    return this.clock.now();
  }

  next(): { id: number; at: number } {
    return { id: this.ids.next(), at: this.clock.now() };
  }
}
