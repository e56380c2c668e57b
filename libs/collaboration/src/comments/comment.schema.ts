import type { JsonSchema } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { presentPerson } from '../person.js';
import { INSTANT, INSTANT_OR_NULL, PERSON_SCHEMA } from '../schema.parts.js';
import type { Comment } from './comment.store.js';

const TEXT = { type: 'string', maxLength: 10_000, pattern: '\\S' } as const;

export const NEW_COMMENT_SCHEMA = {
  title: 'New comment',
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text: { ...TEXT, examples: ['Too long for a phone.'] },
    pointer: {
      type: 'string',
      pattern: '^(/([^~/]|~[01])*)*$',
      maxLength: 500,
      description: 'JSON pointer (RFC 6901): which part of the document it is about.',
      examples: ['/name'],
    },
    replyTo: { type: 'string', maxLength: 20, description: 'The id of the comment that is replied to.' },
  },
} as const satisfies JsonSchema;

export const COMMENT_EDIT_SCHEMA = {
  title: 'Change of a comment',
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    text: { ...TEXT, description: 'Only its author changes it.' },
    resolved: {
      type: 'boolean',
      description: 'Whether the thread is settled; said of the comment that began it.',
      examples: [true],
    },
  },
} as const satisfies JsonSchema;

export const COMMENT_SCHEMA: JsonSchema = {
  title: 'Comment',
  type: 'object',
  properties: {
    id: { type: 'string' },
    thread: { type: 'string', description: 'The id of the comment that began the thread.' },
    pointer: { type: ['string', 'null'], description: 'Which part of the document it is about.' },
    text: { type: ['string', 'null'], description: 'Null where it was deleted and others have replied.' },
    author: PERSON_SCHEMA,
    createdAt: INSTANT,
    editedAt: INSTANT_OR_NULL,
    resolved: { type: 'boolean', description: 'Of the thread; on the comment that began it.' },
    resolvedAt: INSTANT_OR_NULL,
    resolvedBy: { type: ['string', 'null'] },
    revision: { type: 'integer', description: 'Also the ETag.' },
  },
  examples: [
    {
      id: '9101',
      thread: '9101',
      pointer: '/name',
      text: 'Too long for a phone.',
      author: { kind: 'user', id: '7301', name: 'Ada' },
      createdAt: '2030-03-02T08:00:00.000Z',
      editedAt: null,
      resolved: false,
      resolvedAt: null,
      resolvedBy: null,
      revision: 1,
    },
  ],
};

export function presentComment(comment: Comment) {
  const { id, threadId, pointer, text, author, createdAt, editedAt, resolvedAt, resolvedBy, revision } =
    comment;
  return {
    id: String(id),
    thread: String(threadId),
    pointer,
    text,
    author: presentPerson(author),
    createdAt: formatInstant(createdAt),
    editedAt: editedAt === null ? null : formatInstant(editedAt),
    resolved: resolvedAt !== null,
    resolvedAt: resolvedAt === null ? null : formatInstant(resolvedAt),
    resolvedBy,
    revision,
  };
}
