import { describeCondition } from '@parcours/conditions';
import { describeDuration } from '@parcours/kernel';
import type { PictureContext, PictureWay } from '../diagram/picture.js';
import { eventInWords, listed, say } from '../diagram/picture.js';
import { type GroupChange, groupChangeInWords } from '../triggers/group-change.js';
import { type MessageReaction, reactionInWords } from './message-reaction.js';
import type { AwaitedEvent, WaitForStep } from './wait-for.js';

/** The ways out of a wait-for as they are drawn: what comes, everything, or nothing in time. */
export function drawWaitForWays(step: WaitForStep, context: PictureContext): PictureWay[] {
  const { any = [], timeout, next } = step;
  const ownWays = any.flatMap((each) =>
    each.next === undefined ? [] : [{ next: each.next, label: awaitedInWords(each, context) }],
  );
  const common = next === undefined ? [] : [{ next, label: commonLabel(step, context) }];
  if (!timeout) return [...ownWays, ...common];
  const length = describeDuration(timeout.after, context.language);
  const late = { next: timeout.next, label: say(context, `after ${length}`, `après ${length}`) };
  return [...ownWays, ...common, late];
}

/** When the step's own `next` is taken. */
function commonLabel({ any = [], all }: WaitForStep, context: PictureContext): string {
  if (all) {
    return listed(
      all.map((each) => awaitedInWords(each, context)),
      say(context, 'and', 'et'),
    );
  }
  const undirected = any.filter((each) => each.next === undefined);
  if (undirected.length === 0) return say(context, 'never', 'jamais');
  return listed(
    undirected.map((each) => awaitedInWords(each, context)),
    say(context, 'or', 'ou'),
  );
}

function awaitedInWords(awaited: AwaitedEvent, context: PictureContext): string {
  if (!('event' in awaited)) return changeInWords(awaited, context);
  const { event, where } = awaited;
  const condition = where && describeCondition(where, context.language, { implied: 'property' });
  return eventInWords(event, condition);
}

/** What is waited for, without what is asked of it. */
export function subjectOf(awaited: AwaitedEvent, context: PictureContext): string {
  return 'event' in awaited ? awaited.event : changeInWords(awaited, context);
}

function changeInWords(change: GroupChange | MessageReaction, context: PictureContext): string {
  return 'message' in change ? reactionInWords(change, context) : groupChangeInWords(change, context);
}
