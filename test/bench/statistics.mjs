const GIVEN = new Set(['customers', 'items', 'fillCustomers', 'worked']);
/** Explains a figure; its range would say nothing. */
const WITHOUT_RANGE = new Set([
  'cpuSeconds',
  'cpuUs',
  'withoutCpuUs',
  'withoutAgainCpuUs',
  'enteringCpuUs',
  'fillCpuS',
  'oneCpuUs',
  'hundredCpuUs',
  'oneAgainCpuUs',
]);

/** The middle value; the mean of the two middle ones of an even number. @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest value that at least `share` of the values do not exceed (nearest rank). */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** How far apart the values lie, as a share of their median. */
export function spread(values) {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/**
 * Medians of the same measurement in several runs, with `range` beside them: `{ a: 2, range: { a: [1, 3] } }`.
 * What was given and not measured (`customers`), and members that are not numbers in every run, keep their last value.
 */
export function summarise(runs) {
  const summary = {};
  const range = {};
  for (const name of Object.keys(runs.at(-1) ?? {})) {
    const values = runs.map((run) => run[name]);
    if (GIVEN.has(name)) summary[name] = values.at(-1);
    else if (values.every(isPlainObject)) {
      summary[name] = summarise(values);
      if (WITHOUT_RANGE.has(name)) removeRanges(summary[name]);
    } else if (values.every(Number.isFinite)) {
      summary[name] = rounded(median(values));
      range[name] = [rounded(Math.min(...values)), rounded(Math.max(...values))];
    } else summary[name] = values.at(-1);
  }
  return Object.keys(range).length > 0 ? { ...summary, range } : summary;
}

/** Enough digits to compare, not more than were measured. */
export function rounded(value) {
  if (Math.abs(value) >= 100) return Math.round(value);
  return Number(value.toPrecision(3));
}

function removeRanges(summary) {
  delete summary.range;
  for (const value of Object.values(summary)) if (isPlainObject(value)) removeRanges(value);
}

function isPlainObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
