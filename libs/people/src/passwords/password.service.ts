import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { Caller, Origin } from '@parcours/http';
import { type Actor, Clock } from '@parcours/kernel';

import { PeopleErrors } from '../people.errors.js';
import { type PeopleChange, PeopleWriter } from '../people.writer.js';
import { endSessions } from '../sessions/session.repository.js';
import { hashText } from '../sessions/session-tokens.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import type { User } from '../users/user.entity.js';
import { updateUser, UserRepository } from '../users/user.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { passwordDefects } from './password.rules.js';

const LINK_PREFIX = 'prl_';

/** Long enough for a weekend. */
export const LINK_MS = 72 * 3_600_000;

/** A new token of a link, and what is kept of it. */
export function newLink(): { text: string; hash: string } {
  const text = LINK_PREFIX + randomBytes(32).toString('base64url');
  return { text, hash: hashText(text) };
}

/** Passwords: changed by their holders, or set with the token of a link. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly signIns: SignInService,
    private readonly writer: PeopleWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends the caller's other sessions.
   * @throws people.users-only, people.wrong-password, people.weak-password, people.locked-out
   */
  async change(
    { by, sessionId }: Caller,
    { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
  ) {
    const user = by.kind === 'user' && by.id !== null ? await this.users.findById(by.id) : undefined;
    if (!user) throw PeopleErrors.usersOnly({});
    await this.signIns.confirm(user, oldPassword, by);
    await this.set(user, { password: newPassword, pointer: '/newPassword', by, except: sessionId });
  }

  /** Works once; ends all sessions. @throws people.link-invalid, people.weak-password */
  async reset(token: string, password: string, { address, requestId }: Origin): Promise<void> {
    const user = await this.users.findByLink(hashText(token));
    const isOpen = user?.linkExpiresAt !== null && (user?.linkExpiresAt ?? 0) > this.clock.now();
    if (!user || !isOpen || user.disabledAt !== null) throw PeopleErrors.linkInvalid({});
    const by: Actor = { kind: 'user', id: user.id, name: user.name, address, requestId };
    await this.set(user, { password, pointer: '/password', by, except: undefined });
  }

  /** Hashes a password for somebody, if it will do. @throws people.weak-password */
  async hash(password: string, holder: Pick<User, 'email' | 'name'>, pointer = '/password'): Promise<string> {
    const errors = passwordDefects(password, holder, pointer);
    if (errors.length > 0) throw PeopleErrors.weakPassword({}, { errors });
    return this.hasher.hash(password);
  }

  private async set(
    user: User,
    {
      password,
      pointer,
      by,
      except,
    }: { password: string; pointer: string; by: Actor; except: number | undefined },
  ): Promise<void> {
    const passwordHash = await this.hash(password, user, pointer);
    const at = this.clock.now();
    await this.writer.change(async ({ sql, record }: PeopleChange) => {
      const change = {
        passwordHash,
        passwordChangedAt: at,
        linkHash: null,
        linkExpiresAt: null,
        updatedAt: at,
      };
      await updateUser(sql, user, change);
      await endSessions(sql, { userId: user.id, except, at });
      await record({ action: 'user.password-set', subject: { type: 'users', key: String(user.id) }, by });
    });
  }
}
