import type { JsonObject } from '@parcours/kernel';

import { nameOf, phaseView, type Reading, unfinished } from './map-view.js';

export interface Named {
  readonly type: string;
  readonly key: string;
}

/** Everything that a map names, each once; it may be a draft that is not finished. */
export function namedBy(document: Readonly<JsonObject>): readonly Named[] {
  const { persona, phaseSet, journeyTemplates = [], phases = [] } = unfinished(document);
  const touchpoints = phases.flatMap(({ moments = [] }) =>
    moments.flatMap(({ touchpoint }: { touchpoint?: string }) =>
      touchpoint === undefined ? [] : [touchpoint],
    ),
  );
  const named = [
    ...(persona === undefined ? [] : [{ type: 'personas', key: persona }]),
    ...(phaseSet === undefined ? [] : [{ type: 'phase-sets', key: phaseSet }]),
    ...[...new Set(journeyTemplates)].map((key) => ({ type: 'journey-templates', key })),
    ...[...new Set(touchpoints)].map((key) => ({ type: 'touchpoints', key })),
  ];
  return named;
}

/** What people call the phases and touchpoints of maps; of the phases, the first set that has one decides. */
export function namesIn(documents: readonly Readonly<JsonObject>[], reading: Reading) {
  const sets = documents.map((document) => unfinished(document).phaseSet);
  return {
    phaseName: (key: string) => {
      const names = sets.map((set) => phaseView(set, key, reading));
      return (names.find(({ isKnown }) => isKnown) ?? names[0])?.name ?? key;
    },
    touchpointName: (key: string) => nameOf('touchpoints', key, reading),
  };
}
