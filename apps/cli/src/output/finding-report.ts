import { type FileDefect, locationOf, pathOf, type ReadThing, thingName } from '@parcours/content-files';

import type { PlanFinding } from '../remote/plan.js';
import type { Screen } from './screen.js';

/** Something wrong, and where in which file. */
export interface LocatedFinding {
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** Finds the places in the files; what has no file (a thing that is to be deleted) is told of its name. */
export function located(
  findings: readonly PlanFinding[],
  things: ReadonlyMap<string, ReadThing>,
): LocatedFinding[] {
  return findings.map(({ type, key, side, pointer, severity, code, message }) => {
    const read = things.get(thingName(type, key));
    const file = side === 'published' ? (read?.published ?? read?.draft) : read?.draft;
    const place = file?.source.placeOf(pointer) ?? { line: 1, column: 1 };
    return { severity, path: file?.path ?? pathOf({ type, key, side }), ...place, code, message };
  });
}

export function defectFindings(defects: readonly FileDefect[]): LocatedFinding[] {
  return defects.map((defect) => ({ severity: 'error', ...defect }));
}

/** In the form that editors and terminals follow: `touchpoints/sms.yaml:3:7`. */
export function findingLines(findings: readonly LocatedFinding[], screen: Screen): string[] {
  return findings.map(({ severity, message, code, ...place }) => {
    const told = screen.style(severity === 'error' ? 'red' : 'yellow', severity);
    return `${locationOf(place)} ${told} ${message} ${screen.style('dim', code)}`;
  });
}

export function hasErrors(findings: readonly LocatedFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
