import type { JsonSchema } from '@parcours/http';

/** JSON Schema of who did something, as it was recorded then. */
export const RECORDED_ACTOR_SCHEMA: JsonSchema = {
  title: 'Recorded actor',
  description: 'Who did it, as they were called then.',
  type: 'object',
  required: ['kind', 'id', 'name'],
  properties: {
    kind: {
      type: 'string',
      enum: ['user', 'token', 'system'],
      description: 'Somebody who has signed in, a program with an API token, or the product itself.',
    },
    id: {
      type: ['string', 'null'],
      description: 'Of the user or API token; null of the system.',
      examples: ['6917529027641081'],
    },
    name: { type: 'string', description: 'As it was then.', examples: ['Ada Lovelace'] },
  },
};

interface RecordedActor {
  readonly kind: string;
  readonly id: number | null;
  readonly name: string;
}

/** An actor as it is stored, as REST shows one. */
export function presentRecordedActor(text: string) {
  const { kind, id, name } = JSON.parse(text) as RecordedActor;
  return { kind, id: id === null ? null : String(id), name };
}
