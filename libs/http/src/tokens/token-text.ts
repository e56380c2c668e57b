import { createHash, randomBytes } from 'node:crypto';

/** Tokens start with this, so that scanners of source code find a leaked one. */
export const TOKEN_PREFIX = 'prc_';

const HINT_LENGTH = 8;

/** A new token: 256 random bits. */
export function newTokenText(): string {
  return TOKEN_PREFIX + randomBytes(32).toString('base64url');
}

/** What is stored and searched by. A random text of 256 bits needs no slow hash. */
export function hashToken(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function hintOf(text: string): string {
  return text.slice(0, HINT_LENGTH);
}
