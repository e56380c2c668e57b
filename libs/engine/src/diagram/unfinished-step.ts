import { isJsonObject } from '@parcours/kernel';
import type { PictureContext, PictureWay, StepPicture } from './picture.js';
import { say } from './picture.js';

/** A step that no type accepts, or of no known type: what it says of itself, and wherever it points. */
export function drawUnfinishedStep(step: unknown, context: PictureContext): StepPicture {
  const type = isJsonObject(step) ? step['type'] : undefined;
  return {
    icon: 'step',
    kind: say(context, 'Unfinished', 'Inachevée'),
    title: typeof type === 'string' ? type : '',
    details: [],
    ways: waysIn(step, 0),
  };
}

const MOST_LEVELS = 4;
/** Their members are the author's own, not of the language. */
const FREE_FORM = new Set(['set', 'when', 'where']);

/** Whatever a `next` or an `else` names, and the outcomes under `on`, as all types of steps write their ways. */
function waysIn(value: unknown, depth: number): PictureWay[] {
  if (depth > MOST_LEVELS) return [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => waysIn(each, depth + 1));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([member, inner]) => {
    if (member === 'next' || member === 'else') return typeof inner === 'string' ? [{ next: inner }] : [];
    if (member === 'on' && isJsonObject(inner)) return Object.values(inner).flatMap(wayTo);
    return FREE_FORM.has(member) ? [] : waysIn(inner, depth + 1);
  });
}

function wayTo(next: unknown): PictureWay[] {
  return typeof next === 'string' ? [{ next }] : [];
}
