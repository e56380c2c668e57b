import type { ContentSnapshot, PublishedVersion } from '@parcours/content';
import { type Finding, isJsonObject, nearest, pointer } from '@parcours/kernel';

import { warning } from '../schema/findings.js';

/** A phase named by something that is published. */
export interface PhaseUse {
  readonly type: string;
  readonly key: string;
  readonly pointer: string;
  readonly phaseSet: string;
  readonly phase: string;
}

/** A phase that a set does not have, and everything published that names it. */
export interface OrphanedPhase {
  readonly phase: string;
  /** The phase of the set whose key is nearest: perhaps the new name. */
  readonly suggestion: string | undefined;
  readonly uses: readonly Omit<PhaseUse, 'phase' | 'phaseSet'>[];
}

export interface PhaseList {
  readonly phaseSet: string;
  readonly phases: readonly string[];
}

/** What a document means that names a phase and no set. */
export const DEFAULT_PHASE_SET = 'lifecycle';

/** The phases in use that the list lacks: what it would orphan if it were published. */
export function orphanedPhases({ phaseSet, phases }: PhaseList, published: ContentSnapshot): OrphanedPhase[] {
  const known = new Set(phases);
  const orphaned = new Map<string, PhaseUse[]>();
  for (const version of published.versions()) {
    for (const use of phaseUses(version)) {
      if (use.phaseSet !== phaseSet || known.has(use.phase)) continue;
      orphaned.set(use.phase, [...(orphaned.get(use.phase) ?? []), use]);
    }
  }
  return [...orphaned].map(([phase, uses]) => ({
    phase,
    suggestion: nearest(phase, phases),
    uses: uses.map(({ type, key, pointer: at }) => ({ type, key, pointer: at })),
  }));
}

export function orphanFindings(list: PhaseList, published: ContentSnapshot): Finding[] {
  return orphanedPhases(list, published).map(({ phase, suggestion, uses }) => {
    const users = uses.slice(0, 5).map(({ type, key }) => `${type}/${key}`);
    const others = uses.length > users.length ? ` and ${String(uses.length - users.length)} more` : '';
    return warning('catalog.phase-orphaned', {
      pointer: '/phases',
      message: `The phase '${phase}' is no longer in the set, and is named by ${users.join(', ')}${others}.`,
      suggestion,
    });
  });
}

/**
 * The phases that a document names. Every type names them alike, so that a new one needs nothing here: `phaseSet` and
 * `phase` at the top, `phaseSet` and `phases[].phase` in what spans several.
 */
function phaseUses({ type, key, document }: PublishedVersion): PhaseUse[] {
  const { phaseSet: named = DEFAULT_PHASE_SET, phase, phases } = document;
  if (typeof named !== 'string') return [];
  const use = (name: string, at: string): PhaseUse => ({
    type,
    key,
    pointer: at,
    phaseSet: named,
    phase: name,
  });
  const own = typeof phase === 'string' ? [use(phase, '/phase')] : [];
  const spanned = Array.isArray(phases)
    ? phases.flatMap((entry, index) => {
        const name = isJsonObject(entry) ? entry['phase'] : undefined;
        return typeof name === 'string' ? [use(name, pointer('phases', index, 'phase'))] : [];
      })
    : [];
  return [...own, ...spanned];
}
