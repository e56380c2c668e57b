import { type JsonObject, type JsonValue, isError } from '@parcours/kernel';

import { describeChanges } from '../history/change-words.js';
import type { ImportAction, ImportPlan, PlannedThing } from './import-request.js';

const ACTIONS: readonly ImportAction[] = ['create', 'update', 'unchanged', 'delete', 'kept', 'conflict'];

/** A plan as it is answered. `isApplied`: it has been carried out. */
export function presentPlan(plan: ImportPlan, { isApplied, locale }: { isApplied: boolean; locale: string }) {
  const { instance, things, findings, defects, secrets, digest } = plan;
  const isBroken = defects.length > 0 || findings.some(isError);
  return {
    instance,
    applied: isApplied,
    applicable: !isBroken && !things.some(({ action }) => action === 'conflict'),
    digest,
    counts: Object.fromEntries(
      ACTIONS.map((action) => [action, things.filter((thing) => thing.action === action).length]),
    ),
    things: things.map((thing) => presentThing(thing, locale)),
    findings: findings.map((finding) => ({ ...finding })),
    defects: defects.map((defect) => ({ ...defect })),
    secrets: { given: [...secrets.given], kept: [...secrets.kept] },
  };
}

function presentThing(thing: PlannedThing, locale: string): JsonObject {
  const { type, key, action, reason, effects, isWithheld, changes } = thing;
  return {
    type,
    key,
    action,
    reason,
    effects: [...effects],
    withheld: isWithheld,
    changes: changes.map((change): JsonValue => ({ ...change })),
    summary: describeChanges(changes, locale),
  };
}
