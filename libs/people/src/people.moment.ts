import { Injectable } from '@nestjs/common';
import { Clock, IdGenerator } from '@parcours/kernel';

/** When, and under which id, something new comes into being. */
@Injectable()
export class PeopleMoment {
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
