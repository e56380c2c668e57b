/** What a check of a document found. Errors stop a publish, warnings do not. */
export interface Finding {
  /** Stable code, `area.kebab-name`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** JSON pointer (RFC 6901) into the document. */
  readonly pointer: string;
  readonly message: string;
  /** What would put it right, where that can be said. */
  readonly suggestion?: string;
}

/** True for a finding that stops a publish. */
export function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

/** The candidate nearest to a mistyped name, if one is near enough to suggest (Levenshtein distance of 3 at most). */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = 4;
  for (const candidate of candidates) {
    const distance = editDistance(name, candidate);
    if (distance < bestDistance && distance < Math.max(name.length, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
