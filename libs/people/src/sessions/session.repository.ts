import { Injectable } from '@nestjs/common';
import { Database, type Sql, type SqlValue } from '@parcours/database';
import { type ListQuery, type Page, selectPage } from '@parcours/http';

import { type Session, SessionRow } from './session.entity.js';
import type { SessionTokens } from './session-tokens.js';

/** How long the rows of sessions that are over are kept: they tell which addresses somebody signs in from. */
const KEPT_MS = 90 * 86_400_000;
const PURGED_AT_ONCE = 500;

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async findByAccess(accessHash: string): Promise<Session | undefined> {
    return (await this.sessions.findOneBy({ accessHash })) ?? undefined;
  }

  async findByFamily(familyHash: string): Promise<Session | undefined> {
    return (await this.sessions.findOneBy({ familyHash })) ?? undefined;
  }

  /** The sessions of a user that are still open. */
  async listOpen(query: ListQuery, userId: number, now: number): Promise<Page<Session>> {
    const page = await selectPage<{ id: number }>(this.database.sql, {
      query,
      columns: 'id',
      from: 'sessions',
      where: `user_id = ? AND ${OPEN}`,
      parameters: [userId, now, now],
    });
    const ids = page.data.map(({ id }) => id);
    const found = ids.length === 0 ? [] : await this.sessions.findBy(ids.map((id) => ({ id })));
    const byId = new Map(found.map((session) => [session.id, session]));
    return { ...page, data: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  /** True where the user has signed in from the address before. */
  async knowsAddress(userId: number, address: string): Promise<boolean> {
    const rows = await this.database.sql.select(
      'SELECT id FROM sessions WHERE user_id = ? AND address = ? LIMIT 1',
      [userId, address],
    );
    return rows.length > 0;
  }

  /** A bounded number of what ended long ago. */
  async purge(now: number): Promise<void> {
    const old = await this.database.sql.select<{ id: number }>(
      `SELECT id FROM sessions WHERE expires_at < ? ORDER BY expires_at LIMIT ${String(PURGED_AT_ONCE)}`,
      [now - KEPT_MS],
    );
    if (old.length === 0) return;
    await this.database.sql.run('DELETE FROM sessions WHERE id IN (?)', [old.map(({ id }) => id)]);
  }

  private get sessions() {
    return this.database.dataSource.getRepository(SessionRow);
  }
}

const OPEN = 'ended_at IS NULL AND expires_at > ? AND idle_expires_at > ?';

const COLUMNS: Readonly<Record<string, (session: Session) => SqlValue>> = {
  id: ({ id }) => id,
  user_id: ({ userId }) => userId,
  family_hash: ({ familyHash }) => familyHash,
  refresh_hash: ({ refreshHash }) => refreshHash,
  access_hash: ({ accessHash }) => accessHash,
  access_expires_at: ({ accessExpiresAt }) => accessExpiresAt,
  idle_expires_at: ({ idleExpiresAt }) => idleExpiresAt,
  expires_at: ({ expiresAt }) => expiresAt,
  created_at: ({ createdAt }) => createdAt,
  last_used_at: ({ lastUsedAt }) => lastUsedAt,
  address: ({ address }) => address,
  user_agent: ({ userAgent }) => userAgent,
  ended_at: ({ endedAt }) => endedAt,
};

export async function insertSession(sql: Sql, session: Session): Promise<void> {
  await sql.insert({
    table: 'sessions',
    columns: Object.keys(COLUMNS),
    rows: [Object.values(COLUMNS).map((valueOf) => valueOf(session))],
  });
}

export interface Rotation {
  readonly sessionId: number;
  /** Hash of the refresh token that is given back. */
  readonly used: string;
  readonly next: SessionTokens;
  readonly at: number;
  readonly accessExpiresAt: number;
  readonly idleExpiresAt: number;
}

/** Answers false where the token is not the session's present one, or the session is over. */
export async function rotateSession(sql: Sql, rotation: Rotation): Promise<boolean> {
  const { sessionId, used, next, at, accessExpiresAt, idleExpiresAt } = rotation;
  const affected = await sql.run(
    'UPDATE sessions SET refresh_hash = ?, access_hash = ?, access_expires_at = ?, idle_expires_at = ?, last_used_at = ? ' +
      `WHERE id = ? AND refresh_hash = ? AND ${OPEN}`,
    [next.refreshHash, next.accessHash, accessExpiresAt, idleExpiresAt, at, sessionId, used, at, at],
  );
  return affected === 1;
}

/** Ends one session. Answers false where it is over already. */
export async function endSession(
  sql: Sql,
  { id, userId, at }: { id: number; userId: number; at: number },
): Promise<boolean> {
  const ended = await sql.run(`UPDATE sessions SET ended_at = ? WHERE id = ? AND user_id = ? AND ${OPEN}`, [
    at,
    id,
    userId,
    at,
    at,
  ]);
  return ended === 1;
}

/** Ends all sessions of a user, but for the one given. */
export async function endSessions(
  sql: Sql,
  { userId, except = 0, at }: { userId: number; except?: number | undefined; at: number },
): Promise<number> {
  return sql.run('UPDATE sessions SET ended_at = ? WHERE user_id = ? AND id <> ? AND ended_at IS NULL', [
    at,
    userId,
    except,
  ]);
}
