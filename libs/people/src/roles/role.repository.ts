import { Injectable } from '@nestjs/common';
import { Database, isDuplicate, type Sql } from '@parcours/database';

import { PeopleErrors, RoleErrors } from '../people.errors.js';
import { type CustomRole, RoleRow } from './role.entity.js';

/** The roles that an installation made. They are few: all of them are read at once. */
@Injectable()
export class RoleRepository {
  constructor(private readonly database: Database) {}

  async all(): Promise<CustomRole[]> {
    return this.roles.find({ order: { key: 'ASC' } });
  }

  async findByKey(key: string): Promise<CustomRole | undefined> {
    return (await this.roles.findOneBy({ key })) ?? undefined;
  }

  private get roles() {
    return this.database.dataSource.getRepository(RoleRow);
  }
}

/** @throws roles.key-taken */
export async function insertRole(sql: Sql, role: CustomRole): Promise<void> {
  const { key, name, description, scopes, revision, createdAt, updatedAt } = role;
  try {
    await sql.insert({
      table: 'roles',
      columns: ['role_key', 'name', 'description', 'scopes', 'revision', 'created_at', 'updated_at'],
      rows: [[key, name, description, JSON.stringify(scopes), revision, createdAt, updatedAt]],
    });
  } catch (error) {
    if (isDuplicate(error)) throw RoleErrors.keyTaken({ key });
    throw error;
  }
}

export type RoleChange = Pick<CustomRole, 'name' | 'description' | 'scopes' | 'updatedAt'>;

/** Answers the role as it is now. @throws people.changed-meanwhile */
export async function updateRole(sql: Sql, role: CustomRole, change: RoleChange): Promise<CustomRole> {
  const { name, description, scopes, updatedAt } = change;
  const revision = role.revision + 1;
  const affected = await sql.run(
    'UPDATE roles SET name = ?, description = ?, scopes = ?, updated_at = ?, revision = ? WHERE role_key = ? AND revision = ?',
    [name, description, JSON.stringify(scopes), updatedAt, revision, role.key, role.revision],
  );
  if (affected !== 1) throw PeopleErrors.changedMeanwhile({ what: 'role' });
  return { ...role, ...change, revision };
}

/** @throws people.changed-meanwhile */
export async function deleteRole(sql: Sql, { key, revision }: CustomRole): Promise<void> {
  const gone = await sql.run('DELETE FROM roles WHERE role_key = ? AND revision = ?', [key, revision]);
  if (gone !== 1) throw PeopleErrors.changedMeanwhile({ what: 'role' });
}

/** API tokens that are in force and have the role. */
export async function countTokensWithRole(sql: Sql, role: string): Promise<number> {
  const [row] = await sql.select<{ total: number | string }>(
    'SELECT COUNT(*) AS total FROM api_tokens WHERE revoked_at IS NULL AND INSTR(roles, ?) > 0',
    [`"${role}"`],
  );
  return Number(row?.total ?? 0);
}
