/** Durations in milliseconds, as figures show them. */
export interface DurationFigures {
  readonly count: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

/** How long something took, each time. */
export class Durations {
  private readonly values: number[] = [];

  add(ms: number): void {
    this.values.push(ms);
  }

  figures(): DurationFigures {
    const sorted = Float64Array.from(this.values).sort();
    return { count: sorted.length, p50Ms: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) };
  }
}

/** The nearest rank: a value that was measured; null of nothing. */
function quantile(sorted: Float64Array, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
