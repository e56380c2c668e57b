import { describeCondition } from '@parcours/conditions';
import { describeDuration, isJsonObject } from '@parcours/kernel';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import { drawAudienceTrigger } from '../triggers/draw-trigger.js';
import type { PictureContext, StepPicture } from './picture.js';
import { eventInWords, say } from './picture.js';

type EntrancePicture = Omit<StepPicture, 'ways'>;

/** What sets the journey off, a picture each. */
export function drawTriggers(entry: unknown, context: PictureContext): EntrancePicture[] {
  const triggers = isJsonObject(entry) ? entry['triggers'] : undefined;
  return Array.isArray(triggers) ? triggers.map((trigger) => drawTrigger(trigger, context)) : [];
}

function drawTrigger(trigger: JsonValue, context: PictureContext): EntrancePicture {
  const { type, event, where } = isJsonObject(trigger) ? trigger : {};
  const other = isJsonObject(trigger) ? drawAudienceTrigger(trigger, context) : undefined;
  if (other) return other;
  if (type === 'api') {
    return {
      icon: 'api',
      kind: 'API',
      title: say(context, 'Call of the API', 'Appel de l’API'),
      details: [],
    };
  }
  return {
    icon: 'event',
    kind: say(context, 'Event', 'Événement'),
    title: typeof event === 'string' ? event : '?',
    details: where === undefined ? [] : [describeCondition(where, context.language, { implied: 'property' })],
  };
}

/** Who may enter and come again; `undefined` where anybody may, once. */
export function drawGate(entry: unknown, context: PictureContext): EntrancePicture | undefined {
  const { condition, reentry } = isJsonObject(entry) ? entry : {};
  if (condition === undefined && reentry === undefined) return undefined;
  return {
    icon: 'entry',
    kind: say(context, 'Who may enter', 'Qui peut entrer'),
    title: whoMayEnter(condition, context),
    details: drawReentry(isJsonObject(reentry) ? reentry : {}, context),
  };
}

function whoMayEnter(condition: unknown, context: PictureContext): string {
  const anybody = say(context, 'Anybody', 'Tout le monde');
  if (condition === undefined) return anybody;
  const words = describeCondition(condition, context.language);
  return /^(unless|sauf si) /u.test(words) ? `${anybody} ${words}` : words;
}

function drawReentry({ mode = 'never', cooldown, key }: JsonObject, context: PictureContext): string[] {
  const rest = typeof cooldown === 'string' ? describeDuration(cooldown, context.language) : undefined;
  if (typeof key !== 'string') return [reentryRule(mode, rest, context)];
  // With a key, passages for one of its values never run side by side.
  return [
    reentryRule(mode === 'always' ? 'after-exit' : mode, rest, context),
    say(context, `for each ${key}`, `pour chaque ${key}`),
  ];
}

function reentryRule(mode: JsonValue, rest: string | undefined, context: PictureContext): string {
  if (mode === 'after-exit' || (mode === 'always' && rest !== undefined)) {
    return rest === undefined
      ? say(context, 'again once they have left', 'à nouveau après la sortie')
      : say(context, `again ${rest} after leaving`, `à nouveau ${rest} après la sortie`);
  }
  if (mode === 'always') return say(context, 'every time', 'à chaque fois');
  return say(context, 'once', 'une seule fois');
}

/** What makes a customer leave from any step, a line each. */
export function tellExitRules(exit: unknown, { language }: PictureContext): string[] {
  if (!Array.isArray(exit)) return [];
  return exit.flatMap((rule: unknown) => {
    if (!isJsonObject(rule)) return [];
    const { event, where, condition } = rule;
    if (typeof event !== 'string') return [describeCondition(condition, language)];
    const asked =
      where === undefined ? undefined : describeCondition(where, language, { implied: 'property' });
    return [eventInWords(event, asked)];
  });
}
