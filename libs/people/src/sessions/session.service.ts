import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import type { ListQuery, Origin, Page } from '@parcours/http';
import { type Actor, Clock, IdGenerator } from '@parcours/kernel';

import { PeopleErrors } from '../people.errors.js';
import { PeopleWriter } from '../people.writer.js';
import type { User } from '../users/user.entity.js';
import { nameOfUser } from '../users/user.repository.js';
import type { Session } from './session.entity.js';
import { newSessionTokens, readRefreshToken, type SessionTokens } from './session-tokens.js';
import { endSession, insertSession, rotateSession, SessionRepository } from './session.repository.js';

/** Access tokens are looked up at each call and could live for ever; this is how long a stolen one is of use. */
export const ACCESS_MS = 15 * 60_000;

/** A session with its tokens: the only time that they are known. */
export interface OpenedSession {
  readonly session: Session;
  readonly tokens: SessionTokens;
}

/** Sessions: opened by a password, carried on by refresh tokens that work once, ended. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly writer: PeopleWriter,
    private readonly config: ParcoursConfig,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async open(user: User, { address, requestId, userAgent }: Origin): Promise<OpenedSession> {
    const now = this.clock.now();
    const tokens = newSessionTokens();
    const { familyHash, refreshHash, accessHash } = tokens;
    const session: Session = {
      id: this.ids.next(),
      userId: user.id,
      familyHash,
      refreshHash,
      accessHash,
      ...this.lifetime(now, now + this.config.sessions.maxMs),
      expiresAt: now + this.config.sessions.maxMs,
      createdAt: now,
      lastUsedAt: now,
      address,
      userAgent,
      endedAt: null,
    };
    await this.writer.add(async ({ sql, record }) => {
      await insertSession(sql, session);
      await sql.run('UPDATE users SET last_sign_in_at = ? WHERE id = ?', [now, user.id]);
      const by: Actor = { kind: 'user', id: user.id, name: user.name, address, requestId };
      await record({ action: 'session.started', subject: subjectOf(session.id), by });
    });
    await this.sessions.purge(now);
    return { session, tokens };
  }

  /**
   * New tokens for the present refresh token. One that was used before has been copied: whoever comes second may be the
   * thief or the owner, so the session ends for both.
   * @throws people.session-ended
   */
  async refresh(text: string, { address, requestId }: Origin): Promise<OpenedSession> {
    const given = readRefreshToken(text);
    const session = given && (await this.sessions.findByFamily(given.familyHash));
    if (!session || session.endedAt !== null) throw PeopleErrors.sessionEnded({});
    const now = this.clock.now();
    const tokens = newSessionTokens(given.family);
    const lifetime = this.lifetime(now, session.expiresAt);
    const isRotated = await this.writer.end(async ({ sql, record }) => {
      const rotation = { sessionId: session.id, used: given.refreshHash, next: tokens, at: now, ...lifetime };
      if (await rotateSession(sql, rotation)) return true;
      const isEnded = await endSession(sql, { id: session.id, userId: session.userId, at: now });
      if (!isEnded) return false;
      const name = await nameOfUser(sql, session.userId);
      const by: Actor = { kind: 'user', id: session.userId, name, address, requestId };
      await record({ action: 'session.refresh-reused', subject: subjectOf(session.id), by });
      return false;
    });
    if (!isRotated) throw PeopleErrors.sessionEnded({});
    const { refreshHash, accessHash } = tokens;
    return { session: { ...session, ...lifetime, refreshHash, accessHash, lastUsedAt: now }, tokens };
  }

  async list(query: ListQuery, userId: number): Promise<Page<Session>> {
    return this.sessions.listOpen(query, userId, this.clock.now());
  }

  /** @throws people.session-not-found */
  async end(id: number, by: Actor): Promise<void> {
    const isEnded = await this.writer.end(async ({ sql, record }) => {
      if (!(await endSession(sql, { id, userId: by.id ?? 0, at: this.clock.now() }))) return false;
      await record({ action: 'session.ended', subject: subjectOf(id), by });
      return true;
    });
    if (!isEnded) throw PeopleErrors.sessionNotFound({ id: String(id) });
  }

  private lifetime(now: number, expiresAt: number) {
    return {
      accessExpiresAt: Math.min(now + ACCESS_MS, expiresAt),
      idleExpiresAt: Math.min(now + this.config.sessions.idleMs, expiresAt),
    };
  }
}

function subjectOf(id: number) {
  return { type: 'sessions', key: String(id) };
}
