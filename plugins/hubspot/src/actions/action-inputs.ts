import type { ConnectorAction, JsonValue } from '@parcours/sdk';

const text = (description: string, maxLength = 500) =>
  ({ type: 'string', minLength: 1, maxLength, description }) as const;

/** Whom it is about: who is unknown becomes a contact. */
const person = {
  personId: text('The id of the contact in HubSpot, where it is known.', 50),
  email: text('Their email address: finds the contact, or makes one.', 320),
  firstName: text('Of a contact that is made.'),
  lastName: text('Of a contact that is made.'),
  phone: text('Of a contact that is made.', 50),
};

const story = { body: text('What is to be known or done, as plain text.', 20_000) };

const owner = {
  owner: text(
    'Who is to do it: the id of an owner in HubSpot, or the email address of a user of the portal.',
    320,
  ),
};

const subject = text('One line.', 255);
const PERSON_KNOWN = [{ required: ['personId'] }, { required: ['email'] }];

/** All that goes into the text of a task, a ticket or a note. */
const HAND_OVER = ['conversation', 'events', 'journey', 'traits'] as const;

export const ACTIONS = {
  'create-task': {
    summary: 'Creates a task for a user of HubSpot, about the customer.',
    handOver: HAND_OVER,
    input: {
      type: 'object',
      required: ['subject'],
      anyOf: PERSON_KNOWN,
      properties: {
        subject,
        ...person,
        ...story,
        ...owner,
        dueAt: text(
          'When it has to be done, in ISO 8601; at once when neither this nor `dueInHours` is given.',
          40,
        ),
        dueInHours: { type: 'number', minimum: 0, maximum: 8_760, description: 'Or so many hours from now.' },
        priority: { type: 'string', enum: ['low', 'medium', 'high'], description: 'How much it matters.' },
        type: {
          type: 'string',
          enum: ['todo', 'call', 'email'],
          default: 'todo',
          description: 'What is to be done.',
        },
        ticketId: text('The id of a ticket that it belongs to.', 50),
      },
    },
  },
  'create-ticket': {
    summary: 'Opens a ticket in HubSpot, about the customer.',
    handOver: HAND_OVER,
    input: {
      type: 'object',
      required: ['subject'],
      anyOf: PERSON_KNOWN,
      properties: {
        subject,
        ...person,
        ...story,
        ...owner,
        priority: { type: 'string', enum: ['low', 'medium', 'high'], description: 'How much it matters.' },
        pipeline: text('The id of its pipeline; that of the connector when left out.', 50),
        stage: text('The id of its stage; that of the connector when left out.', 50),
      },
    },
  },
  'create-lead': {
    summary: 'Makes the customer a lead in HubSpot, with a note on how they came there.',
    handOver: HAND_OVER,
    input: {
      type: 'object',
      required: ['subject'],
      anyOf: PERSON_KNOWN,
      properties: {
        subject,
        ...person,
        ...story,
        ...owner,
        label: { type: 'string', enum: ['hot', 'warm', 'cold'], description: 'How near they are to buying.' },
        type: text('The internal value of the type of the lead, such as `NEW BUSINESS`.', 100),
      },
    },
  },
  'add-note': {
    summary: 'Writes a note on the customer in HubSpot.',
    handOver: HAND_OVER,
    input: {
      type: 'object',
      anyOf: PERSON_KNOWN,
      properties: {
        ...person,
        ...story,
        ...owner,
        ticketId: text('The id of a ticket that it belongs to as well.', 50),
      },
    },
  },
} as const satisfies Readonly<Record<string, ConnectorAction>>;

export type ActionName = keyof typeof ACTIONS;

export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(ACTIONS, name);
}

/** What every action may be given; it has been checked against the schema. */
export type ActionInput = { readonly [member: string]: JsonValue | undefined };
