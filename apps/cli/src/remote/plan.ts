/** A plan as `POST /import` answers it. */
export interface Plan {
  readonly instance: string;
  readonly applied: boolean;
  readonly applicable: boolean;
  readonly digest: string;
  readonly things: readonly PlannedThing[];
  readonly findings: readonly PlanFinding[];
  readonly secrets: { readonly given: readonly string[]; readonly kept: readonly string[] };
}

export interface PlannedThing {
  readonly type: string;
  readonly key: string;
  readonly action: 'create' | 'update' | 'unchanged' | 'delete' | 'kept' | 'conflict';
  readonly reason: string | null;
  readonly effects: readonly string[];
  readonly withheld: boolean;
  readonly summary: readonly string[];
}

export interface PlanFinding {
  readonly type: string;
  readonly key: string;
  readonly side: 'draft' | 'published';
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly pointer: string;
  readonly message: string;
}

/** What is to be brought in line, and how. */
export interface PlanRequest {
  readonly body: object;
  readonly publish: boolean;
  readonly prune: boolean;
  readonly force: boolean;
}
