import type { Schemas } from '@parcours/client';

/** What an installation makes, or would make, of what is brought to it. */
export type Plan = Schemas['ImportPlan'];

export type PlannedThing = Schemas['PlannedThing'];

export type PlanFinding = Schemas['ThingFinding'];

/** What is to be brought in line, and how. */
export interface PlanRequest {
  readonly body: Schemas['ContentImport'];
  readonly publish: boolean;
  readonly prune: boolean;
  readonly force: boolean;
}
