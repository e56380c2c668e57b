import { PATH_PATTERN } from '@parcours/conditions';
import type { JsonObject } from '@parcours/kernel';
import { KEY, TIMEZONE } from '../definition/schema-parts.js';
import { CUSTOMER_ZONE } from '../time/zone-choice.js';

const AT: JsonObject = {
  type: 'string',
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  description: 'The time of day, HH:MM.',
  examples: ['09:00'],
};
const ZONE: JsonObject = { ...TIMEZONE, default: CUSTOMER_ZONE };
export const CHANGE: JsonObject = {
  enum: ['enter', 'exit'],
  description: 'enter: they come into it. exit: they go out of it.',
};

function groupTrigger(kind: 'segment' | 'persona', title: string): JsonObject {
  return {
    type: 'object',
    title,
    description: `The customer enters when they come into a ${kind}, or go out of it.`,
    required: ['type', kind, 'on'],
    additionalProperties: false,
    properties: { type: { const: kind }, [kind]: KEY, on: CHANGE },
    examples: [{ type: kind, [kind]: 'trial-users', on: 'enter' }],
  };
}

/** JSON Schemas of the triggers that segments, personas and the time set off. */
export const AUDIENCE_TRIGGER_SCHEMAS: Readonly<Record<string, JsonObject>> = {
  segment: groupTrigger('segment', 'Segment'),
  persona: groupTrigger('persona', 'Persona'),
  schedule: {
    type: 'object',
    title: 'Schedule',
    description: 'Every member of a segment enters on the days of a rule, at a time of day.',
    required: ['type', 'segment', 'rrule', 'at'],
    additionalProperties: false,
    properties: {
      type: { const: 'schedule' },
      segment: KEY,
      rrule: {
        type: 'string',
        minLength: 1,
        maxLength: 500,
        description:
          'A rule of RFC 5545: FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT, UNTIL.',
        examples: ['FREQ=WEEKLY;BYDAY=MO', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
      },
      from: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'The first day; INTERVAL and COUNT are reckoned from it.',
        examples: ['2026-03-02'],
      },
      at: AT,
      timezone: ZONE,
    },
    examples: [{ type: 'schedule', segment: 'vip', rrule: 'FREQ=WEEKLY;BYDAY=MO', at: '09:00' }],
  },
  date: {
    type: 'object',
    title: 'Date',
    description: 'The customer enters when the date in a trait comes, or some days before or after it.',
    required: ['type', 'trait', 'at'],
    additionalProperties: false,
    properties: {
      type: { const: 'date' },
      trait: {
        type: 'string',
        pattern: PATH_PATTERN,
        description: 'A trait that holds a date, or an RFC 3339 instant: its day where the customer is.',
        examples: ['birthday'],
      },
      offset: {
        type: 'string',
        pattern: '^[+-]?[0-9]{1,4}[dw]$',
        default: '0d',
        description: 'Days or weeks before (-) or after (+).',
        examples: ['-3d'],
      },
      at: AT,
      timezone: ZONE,
      repeat: {
        enum: ['never', 'yearly'],
        default: 'never',
        description:
          'never: on the date itself. yearly: also every year after; 29 February falls on the 28th.',
      },
    },
    examples: [{ type: 'date', trait: 'birthday', offset: '-3d', at: '09:00', repeat: 'yearly' }],
  },
};
