import { DUE_PATTERN, type FromSchema, HAND_OVER_PARTS } from '@parcours/sdk';

const GUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

const text = (description: string, maxLength: number) =>
  ({ type: 'string', maxLength, description }) as const;
const id = (description: string) => ({ type: 'string', pattern: GUID, description }) as const;
const line = { ...text('In one line.', 200), minLength: 1 } as const;

/** What every action for a user takes. */
const HAND_OFF = {
  personId: id('The person it is about.'),
  email: text('Finds the person where personId is left out.', 100),
  description: { type: 'string', maxLength: 100_000, description: 'What there is to do.' },
  fields: { type: 'object', description: 'Further columns; lookups as name@odata.bind with /table(id).' },
} as const;

const OWNER = {
  ownerId: id('The user it is for; by the rules of the environment when left out.'),
  teamId: id('The team it is for, in place of a user.'),
} as const;

const ABOUT = {
  aboutId: id('The record that it belongs to, in place of the person.'),
  aboutKind: {
    type: 'string',
    enum: ['lead', 'deal', 'ticket', 'order', 'invoice'],
    default: 'ticket',
    description: 'What aboutId is the id of.',
  },
} as const;

export const ACTIONS = {
  'create-task': {
    summary: 'Creates a task about the customer for a user of Dynamics 365.',
    handOver: HAND_OVER_PARTS,
    input: {
      type: 'object',
      required: ['subject'],
      additionalProperties: false,
      properties: {
        subject: line,
        due: {
          type: 'string',
          pattern: DUE_PATTERN,
          description: 'A date, a time in ISO 8601, or so long from when the step was reached: 4h, 1d.',
          examples: ['1d'],
        },
        priority: { type: 'string', enum: ['low', 'normal', 'high'], description: 'How urgent it is.' },
        ...ABOUT,
        ...OWNER,
        ...HAND_OFF,
      },
    },
  },
  'create-case': {
    summary: 'Opens a case for the customer.',
    handOver: HAND_OVER_PARTS,
    input: {
      type: 'object',
      required: ['subject'],
      additionalProperties: false,
      properties: {
        subject: line,
        priority: { type: 'string', enum: ['low', 'normal', 'high'], description: 'How urgent it is.' },
        ...OWNER,
        ...HAND_OFF,
      },
    },
  },
  'create-lead': {
    summary: 'Creates a lead for sales.',
    handOver: HAND_OVER_PARTS,
    input: {
      type: 'object',
      required: ['subject', 'lastName'],
      additionalProperties: false,
      properties: {
        subject: { ...text('What it is about, in one line (Topic).', 300), minLength: 1 },
        firstName: text('Given name.', 50),
        lastName: { ...text('Family name.', 50), minLength: 1 },
        company: text('Company.', 100),
        phone: text('Phone number.', 50),
        title: text('Position.', 100),
        ...OWNER,
        ...HAND_OFF,
        email: text('Email address of the lead.', 100),
        personId: id('The contact that it belongs to.'),
      },
    },
  },
  'add-note': {
    summary: 'Adds a note to the timeline of the customer, or of a record.',
    input: {
      type: 'object',
      required: ['subject'],
      additionalProperties: false,
      properties: { subject: { ...text('In one line.', 500), minLength: 1 }, ...ABOUT, ...HAND_OFF },
    },
  },
} as const;

type InputOf<N extends keyof typeof ACTIONS> = Omit<FromSchema<(typeof ACTIONS)[N]['input']>, 'fields'>;

/** The members of all inputs; which are there is up to the schema of the action. */
export type ActionInput = Partial<InputOf<'create-task'> & InputOf<'create-lead'>> & {
  readonly fields?: Readonly<Record<string, unknown>>;
};
