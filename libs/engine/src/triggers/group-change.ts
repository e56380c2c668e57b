import { type ConditionScope, type GroupKind, valueInWords } from '@parcours/conditions';
import type { PictureContext } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import type { ContentReference } from '../steps/step-type.js';

/** A customer comes into a segment or persona, or goes out of it. */
export type GroupChange = { readonly on: 'enter' | 'exit' } & (
  { readonly segment: string } | { readonly persona: string }
);

/** The group of a change, by its kind. */
export function groupOf(change: GroupChange): { readonly kind: GroupKind; readonly key: string } {
  return 'segment' in change
    ? { kind: 'segment', key: change.segment }
    : { kind: 'persona', key: change.persona };
}

/** The name of the event by which Parcours tells of a change: `segment.entered`, with the key as a property. */
export function groupEventName(kind: GroupKind, on: GroupChange['on']): string {
  return `${kind}.${on === 'enter' ? 'entered' : 'left'}`;
}

/** The event that tells of a change, and whether one at hand tells of this very group. */
export function groupEvent(change: GroupChange): {
  readonly event: string;
  readonly holds: (scope: ConditionScope) => boolean;
} {
  const { kind, key } = groupOf(change);
  return {
    event: groupEventName(kind, change.on),
    holds: ({ event }) => event?.properties[kind] === key,
  };
}

/** The group as a piece of content that is named; `at` is the JSON pointer of the change. */
export function groupReference(change: GroupChange, at: string): ContentReference {
  const { kind, key } = groupOf(change);
  return { kind, key, at: `${at}/${kind}` };
}

/** `comes into segment vip`. */
export function groupChangeInWords(change: GroupChange, context: PictureContext): string {
  const { kind, key } = groupOf(change);
  const name = context.nameOf(kind, key) ?? valueInWords(key, context.language);
  return change.on === 'enter'
    ? say(context, `enters ${kind} ${name}`, `entre dans le ${kind} ${name}`)
    : say(context, `leaves ${kind} ${name}`, `sort du ${kind} ${name}`);
}
