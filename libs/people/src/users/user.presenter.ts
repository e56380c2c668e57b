import { formatInstant, type JsonObject } from '@parcours/kernel';

import type { User } from './user.entity.js';

/** A user as answered; of the password no more than whether there is one. */
export function presentUser(user: User): JsonObject {
  const { email, name, locale, roles, revision } = user;
  return {
    id: String(user.id),
    email,
    name,
    locale,
    roles: [...roles],
    status: statusOf(user),
    revision,
    createdAt: formatInstant(user.createdAt),
    updatedAt: formatInstant(user.updatedAt),
    lastSignInAt: instantOrNull(user.lastSignInAt),
    passwordChangedAt: instantOrNull(user.passwordChangedAt),
    inviteExpiresAt: instantOrNull(user.linkExpiresAt),
  };
}

/** What the audit log remembers of a user: what a person can change. */
export function recordedUser(user: User): JsonObject {
  const { email, name, locale, roles } = user;
  return { email, name, locale, roles: [...roles], disabled: user.disabledAt !== null };
}

export const USER_STATUSES = ['active', 'invited', 'disabled'] as const;

function statusOf({ disabledAt, passwordHash }: User): (typeof USER_STATUSES)[number] {
  if (disabledAt !== null) return 'disabled';
  return passwordHash === null ? 'invited' : 'active';
}

export function instantOrNull(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
