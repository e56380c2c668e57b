/** How one check ended. */
export interface CheckResult {
  /** What it looks at: `email-smtp: a refused address is told apart`. */
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What was found instead, or why there was nothing to look at. */
  readonly detail?: string;
  /** Milliseconds. */
  readonly durationMs: number;
}

/** How a plugin keeps its contract. */
export interface ConformanceReport {
  readonly plugin: string;
  readonly results: readonly CheckResult[];
  readonly passed: boolean;
}

const MARKS = { passed: '✓', failed: '✗', skipped: '–' };

/** The report for a terminal: a line a check, and under those that failed what was found instead. */
export function describeReport({ plugin, results, passed }: ConformanceReport): string {
  const lines = results.flatMap(({ title, status, detail, durationMs }) => {
    const line = `  ${MARKS[status]} ${title} (${String(Math.round(durationMs))} ms)`;
    return detail === undefined ? [line] : [line, `      ${detail}`];
  });
  const count = (status: CheckResult['status']) => results.filter((each) => each.status === status).length;
  const sum = `${String(count('passed'))} passed, ${String(count('failed'))} failed, ${String(count('skipped'))} skipped`;
  return [`${plugin} ${passed ? 'keeps its contract' : 'breaks its contract'}`, ...lines, sum].join('\n');
}
