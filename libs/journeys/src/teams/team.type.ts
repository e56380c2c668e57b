import { defineContentType } from '@parcours/content';
import {
  type Finding,
  LOCALISED_TEXT_SCHEMA,
  type LocalisedText,
  parseInstant,
  pointer,
} from '@parcours/kernel';

/** A time in which somebody is not there. RFC 3339. */
export interface Absence {
  readonly from: string;
  /** Until further notice where it is left out. */
  readonly until?: string;
}

/** Somebody who is given things to do. */
export interface TeamMember {
  /** As the other system calls them: what the action is told. */
  readonly key: string;
  readonly name?: string;
  readonly away?: readonly Absence[];
}

export interface TeamDocument {
  readonly name: LocalisedText;
  readonly description?: LocalisedText;
  readonly members: readonly TeamMember[];
}

/** Codes of findings of teams. */
export const TEAM_FINDINGS = {
  'journeys.duplicate-member': 'Two members of a team have the same key.',
  'journeys.absence-reversed': 'An absence ends before it begins.',
} as const;

const INSTANT = { type: 'string', format: 'date-time' } as const;

/** People to whom journeys hand customers over, in turn. */
export const TEAM_TYPE = defineContentType<TeamDocument>({
  name: 'teams',
  singular: 'team',
  title: 'Teams',
  description: 'People to whom journeys hand customers over, in turn.',
  schema: {
    type: 'object',
    required: ['members'],
    properties: {
      description: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'What is handed over to it.',
        examples: ['Takes over who wants an offer.'],
      },
      members: {
        type: 'array',
        minItems: 1,
        maxItems: 500,
        description: 'Whose turn it is goes round in this order.',
        items: {
          type: 'object',
          required: ['key'],
          additionalProperties: false,
          properties: {
            key: {
              type: 'string',
              minLength: 1,
              maxLength: 100,
              description: 'As the other system calls them; actions are told this.',
              examples: ['00590000001AbcD'],
            },
            name: { type: 'string', maxLength: 200, description: 'For whoever reads it.', examples: ['Ann'] },
            away: {
              type: 'array',
              maxItems: 50,
              description: 'When they are not there: they are passed over.',
              items: {
                type: 'object',
                required: ['from'],
                additionalProperties: false,
                properties: {
                  from: { ...INSTANT, description: 'From when on.', examples: ['2026-08-03T00:00:00Z'] },
                  until: {
                    ...INSTANT,
                    description: 'From when on they are back; until further notice when left out.',
                    examples: ['2026-08-17T00:00:00Z'],
                  },
                },
              },
            },
          },
        },
      },
    },
    examples: [
      {
        key: 'sales',
        name: { en: 'Sales', fr: 'Ventes' },
        members: [
          { key: 'ann', name: 'Ann' },
          {
            key: 'bob',
            name: 'Bob',
            away: [{ from: '2026-08-03T00:00:00Z', until: '2026-08-17T00:00:00Z' }],
          },
        ],
      },
    ],
  },
  check: ({ members }) => [...repetitions(members), ...members.flatMap(absenceFindings)],
});

/** Whoever of a team is there; all of them where nobody is, as somebody has to do it. */
export function presentMembers({ members }: TeamDocument, now: number): readonly string[] {
  const present = members.filter(({ away = [] }) => !away.some((absence) => covers(absence, now)));
  return (present.length > 0 ? present : members).map(({ key }) => key);
}

function covers({ from, until }: Absence, now: number): boolean {
  const end = until === undefined ? Infinity : (parseInstant(until) ?? Infinity);
  return (parseInstant(from) ?? Infinity) <= now && now < end;
}

function repetitions(members: readonly TeamMember[]): Finding[] {
  return members.flatMap(({ key }, index) => {
    const isFirst = members.findIndex((other) => other.key === key) === index;
    if (isFirst) return [];
    const at = pointer('members', index, 'key');
    return [finding('journeys.duplicate-member', at, `There is another member '${key}'.`)];
  });
}

function absenceFindings({ away = [] }: TeamMember, index: number): Finding[] {
  return away.flatMap(({ from, until }, place) => {
    if (until === undefined || (parseInstant(from) ?? 0) < (parseInstant(until) ?? Infinity)) return [];
    const at = pointer('members', index, 'away', place, 'until');
    return [finding('journeys.absence-reversed', at, 'It ends before it begins.')];
  });
}

function finding(code: keyof typeof TEAM_FINDINGS, at: string, message: string): Finding {
  return { code, severity: 'error', pointer: at, message };
}
