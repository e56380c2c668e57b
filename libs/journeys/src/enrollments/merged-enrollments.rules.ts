import type { Enrollment } from './enrollment.js';

/** The end reason of an enrollment whose customer became another who was in the same journey already. */
export const MERGED = 'merged';

/** An enrollment that is one too many, and the one that goes on in its place. */
export interface DoubledEnrollment {
  readonly enrollment: Enrollment;
  readonly goesOn: Enrollment;
}

/**
 * Active enrollments of what is now one customer that no re-entry rule would have let in beside each other: of each
 * journey and entry key all but the one that entered first. `mayRunBesides` names journeys that allow several.
 */
export function doubledEnrollments(
  active: readonly Enrollment[],
  mayRunBesides: (enrollment: Enrollment) => boolean,
): DoubledEnrollment[] {
  const first = new Map<string, Enrollment>();
  const inOrder = [...active].sort(
    (one, other) => one.state.enteredAt - other.state.enteredAt || one.id - other.id,
  );
  return inOrder.flatMap((enrollment) => {
    if (mayRunBesides(enrollment)) return [];
    const place = JSON.stringify([enrollment.journeyId, enrollment.entryKey]);
    const goesOn = first.get(place);
    if (goesOn) return [{ enrollment, goesOn }];
    first.set(place, enrollment);
    return [];
  });
}
