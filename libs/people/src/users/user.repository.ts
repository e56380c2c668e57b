import { Injectable } from '@nestjs/common';
import { Database, isDuplicate, type Sql, type SqlValue } from '@parcours/database';
import { type ListQuery, type Page, selectPage } from '@parcours/http';

import { PeopleErrors } from '../people.errors.js';
import { type User, UserRow } from './user.entity.js';

@Injectable()
export class UserRepository {
  constructor(private readonly database: Database) {}

  async findById(id: number): Promise<User | undefined> {
    return (await this.users.findOneBy({ id })) ?? undefined;
  }

  async findByEmail(emailKey: string): Promise<User | undefined> {
    return (await this.users.findOneBy({ emailKey })) ?? undefined;
  }

  async findByLink(linkHash: string): Promise<User | undefined> {
    return (await this.users.findOneBy({ linkHash })) ?? undefined;
  }

  async list(query: ListQuery, role?: string): Promise<Page<User>> {
    const page = await selectPage<{ id: number }>(this.database.sql, {
      query,
      columns: 'id',
      from: 'users',
      ...(role !== undefined && { where: HAS_ROLE, parameters: [quoted(role)] }),
    });
    const ids = page.data.map(({ id }) => id);
    const found = ids.length === 0 ? [] : await this.users.findBy(ids.map((id) => ({ id })));
    const byId = new Map(found.map((user) => [user.id, user]));
    return { ...page, data: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  private get users() {
    return this.database.dataSource.getRepository(UserRow);
  }
}

/** The keys of roles need no escape in JSON: the text of the list holds each of them in quotes. */
const HAS_ROLE = 'INSTR(roles, ?) > 0';
const quoted = (role: string) => `"${role}"`;

const COLUMNS: Readonly<Record<keyof User, string>> = {
  id: 'id',
  email: 'email',
  emailKey: 'email_key',
  name: 'name',
  locale: 'locale',
  roles: 'roles',
  disabledAt: 'disabled_at',
  passwordHash: 'password_hash',
  passwordChangedAt: 'password_changed_at',
  linkHash: 'link_hash',
  linkExpiresAt: 'link_expires_at',
  lastSignInAt: 'last_sign_in_at',
  revision: 'revision',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

export type UserChange = Partial<Omit<User, 'id' | 'revision' | 'createdAt'>>;

/** @throws people.email-taken */
export async function insertUser(sql: Sql, user: User): Promise<void> {
  const entries = rowOf(user);
  await sql
    .insert({
      table: 'users',
      columns: entries.map(([column]) => column),
      rows: [entries.map(([, value]) => value)],
    })
    .catch(refuseDuplicate);
}

/** Answers the user as it is now. @throws people.email-taken, people.changed-meanwhile */
export async function updateUser(sql: Sql, user: User, change: UserChange): Promise<User> {
  const changed = { ...change, revision: user.revision + 1 };
  const entries = rowOf(changed);
  const affected = await sql
    .run(
      `UPDATE users SET ${entries.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ? AND revision = ?`,
      [...entries.map(([, value]) => value), user.id, user.revision],
    )
    .catch(refuseDuplicate);
  if (affected !== 1) throw PeopleErrors.changedMeanwhile({ what: 'user' });
  return { ...user, ...changed };
}

/** @throws people.changed-meanwhile */
export async function deleteUser(sql: Sql, { id, revision }: User): Promise<void> {
  const gone = await sql.run('DELETE FROM users WHERE id = ? AND revision = ?', [id, revision]);
  if (gone !== 1) throw PeopleErrors.changedMeanwhile({ what: 'user' });
}

/** Users who have the role, and who could sign in with it. */
export async function countWithRole(sql: Sql, role: string): Promise<{ all: number; active: number }> {
  const [row] = await sql.select<{ everybody: number | string; able: number | string | null }>(
    'SELECT COUNT(*) AS everybody, SUM(CASE WHEN disabled_at IS NULL AND password_hash IS NOT NULL THEN 1 ELSE 0 END) AS able ' +
      `FROM users WHERE ${HAS_ROLE}`,
    [quoted(role)],
  );
  return { all: Number(row?.everybody ?? 0), active: Number(row?.able ?? 0) };
}

/** The name of a user, for those who know the id alone. */
export async function nameOfUser(sql: Sql, id: number): Promise<string> {
  const [row] = await sql.select<{ name: string }>('SELECT name FROM users WHERE id = ?', [id]);
  return row?.name ?? 'unknown';
}

/** Everybody who changes users or roles goes one after the other: there is little of it, and much to be right about. */
export async function lockPeople(sql: Sql): Promise<void> {
  await sql.select(`SELECT name FROM settings WHERE name = 'people'${sql.forUpdate}`);
}

function rowOf(values: Partial<User>): (readonly [string, SqlValue])[] {
  const { roles, ...plain } = values;
  const row: Readonly<Record<string, SqlValue>> = {
    ...plain,
    ...(roles && { roles: JSON.stringify(roles) }),
  };
  return Object.entries(COLUMNS).flatMap(([member, column]) => {
    const value = row[member];
    return value === undefined ? [] : [[column, value] as const];
  });
}

function refuseDuplicate(error: unknown): never {
  if (isDuplicate(error)) throw PeopleErrors.emailTaken({});
  throw error;
}
