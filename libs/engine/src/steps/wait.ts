import { describeDuration, formatInstant, parseDuration } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import { PATH_PATTERN } from '@parcours/conditions';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import { DURATION, STEP_KEY, TIMEZONE } from '../definition/schema-parts.js';
import { checkZone } from '../time/check-zone.js';
import { CUSTOMER_ZONE } from '../time/zone-choice.js';
import { WEEKDAYS } from '../time/zones.js';
import { defineStepType } from './step-type.js';
import type { Until, WaitEnd } from './wait-until.js';
import { compileUntil, describeUntil } from './wait-until.js';

/** Rests for a time, until a time of day, or until a date of the customer. */
export interface WaitStep {
  readonly type: 'wait';
  /** A duration; a day is 24 hours. */
  readonly for?: string;
  readonly until?: Until;
  readonly next: string;
}

const UNTIL: JsonObject = {
  type: 'object',
  description: 'A time of day, or the date in a trait with an offset.',
  additionalProperties: false,
  properties: {
    time: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM' },
    weekdays: {
      type: 'array',
      description: 'On these days alone.',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', enum: [...WEEKDAYS] },
    },
    timezone: { ...TIMEZONE, default: CUSTOMER_ZONE },
    trait: {
      type: 'string',
      pattern: PATH_PATTERN,
      description: 'A trait that holds an RFC 3339 instant, or a date: midnight in the customer’s zone.',
    },
    offset: { $ref: '#/$defs/offset' },
  },
  oneOf: [{ required: ['time'] }, { required: ['trait'] }],
  dependentRequired: { weekdays: ['time'], timezone: ['time'], offset: ['trait'] },
};

export const waitStep = defineStepType<WaitStep>({
  type: 'wait',
  title: 'Wait',
  description: 'Rests for a time, until the next time of day, or until a date of the customer.',
  required: ['next'],
  properties: { for: DURATION, until: UNTIL, next: STEP_KEY },
  rules: { oneOf: [{ required: ['for'] }, { required: ['until'] }] },
  examples: [
    { type: 'wait', for: '2d', next: 'tips' },
    { type: 'wait', until: { time: '10:00', weekdays: ['mon', 'tue'], timezone: 'customer' }, next: 'tips' },
    { type: 'wait', until: { trait: 'renewal_date', offset: '-30d' }, next: 'tips' },
  ],
  // A date may have gone by.
  rests: ({ for: duration, until }) => (until ? 'time' in until : (parseDuration(duration ?? '') ?? 0) > 0),
  explain: {
    elapsed: {
      en: 'The wait was over, so it went on to {next}.',
      fr: 'L’attente a pris fin : passage à {next}.',
    },
    past: {
      en: 'The date to wait for ({until}) had already gone by, so it went on to {next}.',
      fr: 'La date attendue ({until}) était déjà passée : passage à {next}.',
    },
    'no-date': {
      en: 'The customer has no date in {trait}, so it went on to {next}.',
      fr: 'Le client n’a pas de date dans {trait} : passage à {next}.',
    },
  },
  ways: ({ next }) => [{ next, at: '/next' }],
  check: ({ until }, at) =>
    until && 'time' in until ? checkZone(until.timezone, `${at}/until/timezone`) : [],
  compile: ({ for: duration, until, next }) => {
    const end = until ? compileUntil(until) : afterDuration(duration);
    const trait = until && 'trait' in until ? until.trait : '';
    return {
      enter: (visit) => {
        const dueAt = end(visit);
        if (dueAt === undefined) return { move: 'go', next, code: 'no-date', detail: { next, trait } };
        if (dueAt > visit.now) return { move: 'wait', dueAt, waiting: { for: 'time', since: visit.now } };
        if (!until) return { move: 'go', next, code: 'elapsed', detail: { next } };
        return { move: 'go', next, code: 'past', detail: { next, until: printable(dueAt) } };
      },
      signal: (visit, signal) => {
        if (signal.type !== 'due') return undefined;
        return {
          move: 'go',
          next,
          code: 'elapsed',
          detail: { next, since: visit.waiting?.since ?? visit.now },
        };
      },
    };
  },
  picture: drawWait,
});

function drawWait({ for: duration, until, next }: WaitStep, context: PictureContext): StepPicture {
  const { title, details } = until
    ? describeUntil(until, context)
    : { title: describeDuration(duration ?? '', context.language), details: [] };
  return { icon: 'wait', kind: say(context, 'Wait', 'Attente'), title, details, ways: [{ next }] };
}

function afterDuration(duration = '0s'): WaitEnd {
  const ms = parseDuration(duration) ?? 0;
  return (visit) => visit.now + ms;
}

/** An offset of a thousand million weeks leaves the range of dates. */
function printable(at: number): string {
  return Math.abs(at) <= 8.64e15 ? formatInstant(at) : String(at);
}
