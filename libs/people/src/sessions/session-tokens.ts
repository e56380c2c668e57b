import { createHash, randomBytes } from 'node:crypto';

/** Access tokens start with this, refresh tokens with the other, so that scanners of source code find a leaked one. */
export const ACCESS_PREFIX = 'prs_';
const REFRESH_PREFIX = 'prr_';

const REFRESH_PATTERN = /^prr_([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** A pair of tokens, and what is kept of it. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessHash: string;
  readonly refreshHash: string;
  readonly familyHash: string;
}

/** New tokens, of a new family or of the one given. */
export function newSessionTokens(family = randomBytes(16).toString('base64url')): SessionTokens {
  const accessToken = ACCESS_PREFIX + randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  return {
    accessToken,
    refreshToken: `${REFRESH_PREFIX}${family}.${secret}`,
    accessHash: hashText(accessToken),
    refreshHash: hashText(secret),
    familyHash: hashText(family),
  };
}

export interface RefreshToken {
  readonly family: string;
  readonly familyHash: string;
  readonly refreshHash: string;
}

/** Nothing where the text cannot be a refresh token. */
export function readRefreshToken(text: string): RefreshToken | undefined {
  const [, family, secret] = REFRESH_PATTERN.exec(text) ?? [];
  if (family === undefined || secret === undefined) return undefined;
  return { family, familyHash: hashText(family), refreshHash: hashText(secret) };
}

/** Random texts of 128 bits and more need no slow hash. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
