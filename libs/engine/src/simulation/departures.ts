/** A message that is held until its time. `at` is in milliseconds since the epoch. */
export interface Departure {
  readonly at: number;
  readonly enrollment: number;
  readonly template: string;
  /** The visit of the step whose message it is, where it is a step's own. */
  readonly visit?: number;
}

/** The messages of a simulation that are held, the next one first. */
export class Departures {
  private waiting: Departure[] = [];

  get nextAt(): number {
    return this.waiting[0]?.at ?? Infinity;
  }

  add(departure: Departure): void {
    this.waiting = [...this.waiting, departure].sort((a, b) => a.at - b.at);
  }

  /** The next one that is to go out by a moment. */
  take(at: number): Departure | undefined {
    return this.nextAt <= at ? this.waiting.shift() : undefined;
  }

  holds(enrollment: number, visit: number): boolean {
    return this.waiting.some((each) => each.enrollment === enrollment && each.visit === visit);
  }

  /** Nothing of a passage goes out any more. */
  withdraw(enrollment: number): void {
    this.waiting = this.waiting.filter((each) => each.enrollment !== enrollment);
  }
}
