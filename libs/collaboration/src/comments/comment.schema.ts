import type { JsonSchema } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { presentPerson } from '../person.js';
import { INSTANT, INSTANT_OR_NULL, PERSON_SCHEMA } from '../schema.parts.js';
import type { Comment } from './comment.store.js';

const TEXT = {
  type: 'string',
  maxLength: 10_000,
  pattern: '\\S',
  description: 'What is said; only its author changes it.',
  examples: ['Too long for a phone.'],
} as const;

/** In a path. */
export const COMMENT_ID: JsonSchema = {
  type: 'integer',
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'The id of the comment.',
  examples: [9101],
};

export const NEW_COMMENT_SCHEMA = {
  title: 'New comment',
  description: 'Something to say about a thing, or in reply.',
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text: TEXT,
    pointer: {
      type: 'string',
      pattern: '^(/([^~/]|~[01])*)*$',
      maxLength: 500,
      description: 'JSON pointer (RFC 6901): which part of the document it is about.',
      examples: ['/name'],
    },
    replyTo: {
      type: 'string',
      maxLength: 20,
      description: 'The id of the comment that is replied to.',
      examples: ['9101'],
    },
  },
} as const satisfies JsonSchema;

export const COMMENT_EDIT_SCHEMA = {
  title: 'Change of a comment',
  description: 'Another text, or whether the thread is settled.',
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    text: TEXT,
    resolved: {
      type: 'boolean',
      description: 'Whether the thread is settled; said of the comment that began it.',
      examples: [true],
    },
  },
} as const satisfies JsonSchema;

export const COMMENT_SCHEMA: JsonSchema = {
  title: 'Comment',
  description: 'What somebody has said about a thing, or about a part of it.',
  type: 'object',
  required: [
    'id',
    'thread',
    'pointer',
    'text',
    'author',
    'createdAt',
    'editedAt',
    'resolved',
    'resolvedAt',
    'resolvedBy',
    'revision',
  ],
  properties: {
    id: { type: 'string', description: 'Of the comment.', examples: ['9101'] },
    thread: {
      type: 'string',
      description: 'The id of the comment that began the thread.',
      examples: ['9101'],
    },
    pointer: {
      type: ['string', 'null'],
      description: 'Which part of the document it is about (RFC 6901); null for the whole.',
      examples: ['/name'],
    },
    text: {
      type: ['string', 'null'],
      description: 'Null where it was deleted and others have replied.',
      examples: ['Too long for a phone.'],
    },
    author: PERSON_SCHEMA,
    createdAt: { ...INSTANT, description: 'When it was said.' },
    editedAt: { ...INSTANT_OR_NULL, description: 'When its text was last changed; null when it never was.' },
    resolved: { type: 'boolean', description: 'Of the thread; on the comment that began it.' },
    resolvedAt: { ...INSTANT_OR_NULL, description: 'When the thread was settled; null while it is not.' },
    resolvedBy: {
      type: ['string', 'null'],
      description: 'The name of who settled it; null while it is not.',
      examples: ['Ben'],
    },
    revision: { type: 'integer', description: 'Counts the changes; also the ETag.', examples: [1] },
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
