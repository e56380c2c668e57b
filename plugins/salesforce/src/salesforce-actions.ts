import { DUE_PATTERN, type FromSchema, HAND_OVER_PARTS } from '@parcours/sdk';

const text = (description: string, maxLength = 255) => ({ type: 'string', maxLength, description }) as const;
const id = (description: string) =>
  ({ type: 'string', pattern: '^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$', description }) as const;

/** What every action for a person takes. */
const HAND_OFF = {
  description: { type: 'string', maxLength: 32_000, description: 'What there is to do.' },
  ownerId: id('The user or queue it is for; by the rules of the organisation when left out.'),
  fields: { type: 'object', description: 'Further fields by their API names.' },
} as const;

const PERSON = {
  personId: id('The contact or lead it is about.'),
  email: text('Finds the person where personId is left out.', 80),
} as const;

export const createTask = {
  summary: 'Creates a task about the customer for a user of Salesforce.',
  handOver: HAND_OVER_PARTS,
  input: {
    type: 'object',
    required: ['subject'],
    additionalProperties: false,
    properties: {
      subject: { ...text('In one line.'), minLength: 1 },
      ...PERSON,
      aboutId: id('The deal, case, account or order that it belongs to (WhatId).'),
      due: {
        type: 'string',
        pattern: DUE_PATTERN,
        description: 'A date, a time in ISO 8601, or so long from when the step was reached: 4h, 1d.',
        examples: ['1d'],
      },
      priority: { ...text('As the organisation names it.', 40), examples: ['High'] },
      status: { ...text('As the organisation names it.', 40), examples: ['Not Started'] },
      ...HAND_OFF,
    },
  },
} as const;

export const addNote = {
  summary: 'Notes something in the activities of the customer: a task that is done.',
  input: {
    type: 'object',
    required: ['subject'],
    additionalProperties: false,
    properties: {
      subject: { ...text('In one line.'), minLength: 1 },
      ...PERSON,
      aboutId: id('The deal, case, account or order that it belongs to (WhatId).'),
      ...HAND_OFF,
    },
  },
} as const;

export const createCase = {
  summary: 'Opens a case for the customer.',
  handOver: HAND_OVER_PARTS,
  input: {
    type: 'object',
    required: ['subject'],
    additionalProperties: false,
    properties: {
      subject: { ...text('In one line.'), minLength: 1 },
      ...PERSON,
      priority: { ...text('As the organisation names it.', 255), examples: ['High'] },
      origin: { ...text('As the organisation names it.', 255), examples: ['Web'] },
      type: text('As the organisation names it.', 255),
      ...HAND_OFF,
    },
  },
} as const;

export const createLead = {
  summary: 'Creates a lead for sales.',
  handOver: HAND_OVER_PARTS,
  input: {
    type: 'object',
    required: ['lastName', 'company'],
    additionalProperties: false,
    properties: {
      firstName: text('Given name.', 40),
      lastName: { ...text('Family name.', 80), minLength: 1 },
      company: { ...text('Company; of a private person what the organisation writes there.'), minLength: 1 },
      email: text('Email address.', 80),
      phone: text('Phone number.', 40),
      title: text('Position.', 128),
      source: { ...text('LeadSource, as the organisation names it.', 255), examples: ['Web'] },
      ...HAND_OFF,
    },
  },
} as const;

export const ACTIONS = {
  'create-task': createTask,
  'create-case': createCase,
  'create-lead': createLead,
  'add-note': addNote,
} as const;

type InputOf<A extends { readonly input: unknown }> = FromSchema<A['input']>;

/** The members of all inputs; which are there is up to the schema of the action. */
export type ActionInput = Partial<
  Omit<InputOf<typeof createTask>, 'fields'> &
    Omit<InputOf<typeof createCase>, 'fields'> &
    Omit<InputOf<typeof createLead>, 'fields'>
> & { readonly fields?: Readonly<Record<string, unknown>> };
