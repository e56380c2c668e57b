import { Injectable } from '@nestjs/common';
import { assertMatch, type Caller, type ListQuery, type Page } from '@parcours/http';
import { canonicalJson } from '@parcours/kernel';

import { LINK_MS, newLink, PasswordService } from '../passwords/password.service.js';
import { PeopleErrors } from '../people.errors.js';
import { PeopleMoment } from '../people.moment.js';
import { PeopleWriter } from '../people.writer.js';
import { endSessions } from '../sessions/session.repository.js';
import { emailOf } from './email.rules.js';
import { recordedUser } from './user.presenter.js';
import type { User } from './user.entity.js';
import { deleteUser, insertUser, updateUser, type UserChange, UserRepository } from './user.repository.js';
import { assertOwnerLeft, UserRights } from './user-rights.js';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly locale?: string | null;
  readonly roles?: readonly string[];
  readonly password?: string;
}

export type UserPatch = Partial<Pick<NewUser, 'email' | 'name' | 'locale' | 'roles'>> & {
  readonly disabled?: boolean;
};

/** Which user, and the ETag that the caller has seen. */
export interface UserAddress {
  readonly id: number;
  readonly ifMatch?: string | undefined;
}

/** Users, as administrators see them. */
@Injectable()
export class UserService {
  constructor(
    private readonly users: UserRepository,
    private readonly rights: UserRights,
    private readonly passwords: PasswordService,
    private readonly writer: PeopleWriter,
    private readonly moment: PeopleMoment,
  ) {}

  async list(query: ListQuery): Promise<Page<User>> {
    return this.users.list(query, query.parameters['role']);
  }

  /** @throws people.user-not-found, http.stale */
  async get({ id, ifMatch }: UserAddress): Promise<User> {
    const user = await this.users.findById(id);
    if (!user) throw PeopleErrors.userNotFound({ id: String(id) });
    assertMatch(ifMatch, user.revision);
    return user;
  }

  /** @throws people.email-taken, people.weak-password, people.beyond-own, http.invalid-request */
  async create(request: NewUser, { by, scopes }: Caller): Promise<User> {
    const { name, locale = null, roles = [], password } = request;
    await this.rights.assertMayGive(scopes, roles);
    const address = emailOf(request.email);
    const passwordHash =
      password === undefined ? null : await this.passwords.hash(password, { ...address, name });
    const { id, at } = this.moment.next();
    const user: User = {
      id,
      ...address,
      name,
      locale,
      roles,
      disabledAt: null,
      passwordHash,
      passwordChangedAt: passwordHash === null ? null : at,
      linkHash: null,
      linkExpiresAt: null,
      lastSignInAt: null,
      revision: 1,
      createdAt: at,
      updatedAt: at,
    };
    await this.writer.change(async ({ sql, record }) => {
      await insertUser(sql, user);
      await record({ action: 'user.created', subject: subjectOf(user), after: recordedUser(user), by });
    });
    return user;
  }

  /**
   * @throws people.user-not-found, http.stale, people.email-taken, people.beyond-own, people.last-owner,
   *   people.changed-meanwhile, http.invalid-request
   */
  async patch(address: UserAddress, patch: UserPatch, { by, scopes }: Caller): Promise<User> {
    const user = await this.get(address);
    await this.rights.assertInCharge(scopes, user);
    if (patch.roles) await this.rights.assertMayGive(scopes, patch.roles);
    const at = this.moment.now();
    const change = changeOf(user, patch, at);
    if (isSame(user, { ...user, ...change })) return user;
    return this.writer.change(async ({ sql, record }) => {
      const changed = await updateUser(sql, user, change);
      await assertOwnerLeft(sql, user, changed);
      if (changed.disabledAt !== null) await endSessions(sql, { userId: user.id, at });
      const [before, after] = [recordedUser(user), recordedUser(changed)];
      await record({ action: 'user.changed', subject: subjectOf(user), before, after, by });
      return changed;
    });
  }

  /** @throws people.user-not-found, http.stale, people.beyond-own, people.last-owner, people.changed-meanwhile */
  async remove(address: UserAddress, { by, scopes }: Caller): Promise<void> {
    const user = await this.get(address);
    await this.rights.assertInCharge(scopes, user);
    const at = this.moment.now();
    await this.writer.change(async ({ sql, record }) => {
      await deleteUser(sql, user);
      await assertOwnerLeft(sql, user, undefined);
      await endSessions(sql, { userId: user.id, at });
      await record({ action: 'user.deleted', subject: subjectOf(user), before: recordedUser(user), by });
    });
  }

  /**
   * A token with which the user can set a password, once; it takes the place of the one before. The password that there
   * is works until then.
   * @throws people.user-not-found, people.beyond-own, people.changed-meanwhile
   */
  async invite(
    id: number,
    { by, scopes }: Caller,
  ): Promise<{ token: string; expiresAt: number; user: User }> {
    const user = await this.get({ id });
    await this.rights.assertInCharge(scopes, user);
    const link = newLink();
    const at = this.moment.now();
    const expiresAt = at + LINK_MS;
    const invited = await this.writer.change(async ({ sql, record }) => {
      const change = { linkHash: link.hash, linkExpiresAt: expiresAt, updatedAt: at };
      const changed = await updateUser(sql, user, change);
      await record({ action: 'user.invited', subject: subjectOf(user), by });
      return changed;
    });
    return { token: link.text, expiresAt, user: invited };
  }
}

/** An invitation went to the address that the user had; it is void when that changes, or the user is disabled. */
function changeOf(user: User, { disabled, email, ...rest }: UserPatch, at: number): UserChange {
  const address = email === undefined ? {} : emailOf(email);
  const disabledAt = disabled === undefined ? user.disabledAt : disabled ? (user.disabledAt ?? at) : null;
  const isVoid = disabledAt !== null || ('emailKey' in address && address.emailKey !== user.emailKey);
  return {
    ...rest,
    ...address,
    disabledAt,
    ...(isVoid && { linkHash: null, linkExpiresAt: null }),
    updatedAt: at,
  };
}

function isSame(before: User, after: User): boolean {
  return canonicalJson(recordedUser(before)) === canonicalJson(recordedUser(after));
}

function subjectOf({ id }: User) {
  return { type: 'users', key: String(id) };
}
