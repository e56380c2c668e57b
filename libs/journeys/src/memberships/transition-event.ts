import type { Transition } from '@parcours/audience';

/** The name of the event that tells of somebody who has come into a segment or persona, or left it. */
export function eventOf({ rule, hasEntered }: Transition): string {
  return rule.calendar?.event ?? `${rule.kind}.${hasEntered ? 'entered' : 'left'}`;
}
