import { describeDuration, type JsonObject, type JsonValue, parseDuration } from '@parcours/kernel';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import { CUSTOMER_ZONE } from '../time/zone-choice.js';
import { recurrenceInWords } from './recurrence-words.js';

type TriggerPicture = Omit<StepPicture, 'ways'>;

/** A trigger of a segment, a persona or the time as it is drawn; `undefined` for any other. */
export function drawAudienceTrigger(
  trigger: JsonObject,
  context: PictureContext,
): TriggerPicture | undefined {
  switch (trigger['type']) {
    case 'segment':
    case 'persona':
      return drawGroup(trigger, trigger['type'], context);
    case 'schedule':
      return drawSchedule(trigger, context);
    case 'date':
      return drawDate(trigger, context);
    default:
      return undefined;
  }
}

function drawGroup(
  trigger: JsonObject,
  kind: 'segment' | 'persona',
  context: PictureContext,
): TriggerPicture {
  const title = nameIn(trigger[kind], kind, context);
  const way =
    trigger['on'] === 'exit' ? say(context, 'Leaves', 'Sort du') : say(context, 'Enters', 'Entre dans le');
  return { icon: 'event', kind: `${way} ${kind}`, title, details: [] };
}

function drawSchedule(trigger: JsonObject, context: PictureContext): TriggerPicture {
  const { rrule, from } = trigger;
  const begins = typeof from === 'string' ? [say(context, `from ${from}`, `à partir du ${from}`)] : [];
  return {
    icon: 'wait',
    kind: say(context, 'Schedule', 'Calendrier'),
    title: typeof rrule === 'string' ? recurrenceInWords(rrule, context) : '?',
    details: [
      timeOf(trigger, context),
      ...begins,
      say(context, 'everybody in ', 'tous ceux de ') + nameIn(trigger['segment'], 'segment', context),
    ],
  };
}

function drawDate(trigger: JsonObject, context: PictureContext): TriggerPicture {
  const { trait, offset, repeat } = trigger;
  const name = textOf(trait);
  return {
    icon: 'wait',
    kind: say(context, 'Date', 'Date'),
    title: typeof offset === 'string' ? offsetInWords(offset, name, context) : name,
    details: [
      timeOf(trigger, context),
      ...(repeat === 'yearly' ? [say(context, 'every year', 'chaque année')] : []),
    ],
  };
}

function offsetInWords(offset: string, trait: string, context: PictureContext): string {
  if ((parseDuration(offset) ?? 0) === 0) return trait;
  const length = describeDuration(offset, context.language);
  return offset.startsWith('-')
    ? say(context, `${length} before ${trait}`, `${length} avant ${trait}`)
    : say(context, `${length} after ${trait}`, `${length} après ${trait}`);
}

function timeOf({ at, timezone = CUSTOMER_ZONE }: JsonObject, context: PictureContext): string {
  const zone =
    timezone === CUSTOMER_ZONE
      ? say(context, 'where the customer is', 'à l’heure du client')
      : textOf(timezone);
  return `${say(context, 'at', 'à')} ${textOf(at)}, ${zone}`;
}

function nameIn(key: JsonValue | undefined, kind: 'segment' | 'persona', context: PictureContext): string {
  return typeof key === 'string' ? (context.nameOf(kind, key) ?? key) : '?';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '?';
}
