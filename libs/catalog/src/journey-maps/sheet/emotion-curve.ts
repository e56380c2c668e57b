export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A smooth path through points of rising x that never goes beyond them: monotone cubic interpolation after Fritsch and
 * Carlson (1980), as cubic Bézier segments. A curve that overshot would tell of feelings that nobody had.
 */
export function smoothPath(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  const slopes = tangents(points);
  const segments = points.slice(1).map((to, index) => {
    const from = points[index] ?? first;
    const third = (to.x - from.x) / 3;
    const leave = from.y + third * (slopes[index] ?? 0);
    const arrive = to.y - third * (slopes[index + 1] ?? 0);
    return `C${numbers(from.x + third, leave)} ${numbers(to.x - third, arrive)} ${numbers(to.x, to.y)}`;
  });
  return [`M${numbers(first.x, first.y)}`, ...segments].join(' ');
}

function tangents(points: readonly Point[]): number[] {
  const secants = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x);
  });
  return points.map((_point, index) => {
    const [before, after] = [secants[index - 1], secants[index]];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    if (before * after <= 0) return 0;
    const middle = (before + after) / 2;
    const limit = 3 * Math.min(Math.abs(before), Math.abs(after));
    return Math.sign(middle) * Math.min(Math.abs(middle), limit);
  });
}

function numbers(x: number, y: number): string {
  return `${String(Math.round(x * 10) / 10)} ${String(Math.round(y * 10) / 10)}`;
}
