import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@parcours/database';
import { type Actor, formatInstant, type JsonObject } from '@parcours/kernel';

import { ActionTrail } from '../actions/action-trail.js';
import { type ListQuery } from '../lists/list-query.js';
import { type Page, selectPage } from '../lists/list-page.js';
import { type ApiToken, ApiTokenRow } from './api-token.entity.js';

@Injectable()
export class ApiTokenRepository {
  constructor(
    private readonly database: Database,
    private readonly trail: ActionTrail,
  ) {}

  async findByHash(hash: string): Promise<ApiToken | null> {
    return this.tokens.findOneBy({ hash });
  }

  async findById(id: number): Promise<ApiToken | null> {
    return this.tokens.findOneBy({ id });
  }

  async add(token: ApiToken, by: Actor): Promise<void> {
    await this.database.transaction((tx) => this.insert(tx, token, by));
  }

  /** Answers false when a token with the same hash is there already, or is just being added by another process. */
  async addIfNew(token: ApiToken, by: Actor): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await lockTokens(tx);
      if (await tx.manager.existsBy(ApiTokenRow, { hash: token.hash })) return false;
      await this.insert(tx, token, by);
      return true;
    });
  }

  /** Stores the token when it is the very first; processes that start together make one between them. */
  async addIfFirst(token: ApiToken, by: Actor, beforeCommit: () => void): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await lockTokens(tx);
      if (await tx.manager.existsBy(ApiTokenRow, {})) return false;
      await this.insert(tx, token, by);
      beforeCommit();
      return true;
    });
  }

  async rename(token: ApiToken, name: string, by: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.manager.update(ApiTokenRow, { id: token.id }, { name });
      const [before, after] = [recorded(token), recorded({ ...token, name })];
      await this.trail.record(tx.sql, {
        action: 'token.renamed',
        subject: subjectOf(token),
        before,
        after,
        by,
      });
    });
  }

  /** Answers false when it is revoked already. */
  async revoke(token: ApiToken, at: number, by: Actor): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const revoked = await tx.sql.run(
        'UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
        [at, token.id],
      );
      if (revoked === 0) return false;
      const before = recorded(token);
      await this.trail.record(tx.sql, { action: 'token.revoked', subject: subjectOf(token), before, by });
      return true;
    });
  }

  async touch(id: number, at: number): Promise<void> {
    await this.tokens.update({ id }, { lastUsedAt: at });
  }

  async list(query: ListQuery): Promise<Page<ApiToken>> {
    const page = await selectPage<{ id: number }>(this.database.sql, {
      query,
      columns: 'id',
      from: 'api_tokens',
    });
    const ids = page.data.map(({ id }) => id);
    const found = ids.length === 0 ? [] : await this.tokens.findBy(ids.map((id) => ({ id })));
    const byId = new Map(found.map((token) => [token.id, token]));
    return { ...page, data: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  private async insert(tx: Transaction, token: ApiToken, by: Actor): Promise<void> {
    await tx.manager.insert(ApiTokenRow, token);
    const after = recorded(token);
    await this.trail.record(tx.sql, { action: 'token.created', subject: subjectOf(token), after, by });
  }

  private get tokens() {
    return this.database.dataSource.getRepository(ApiTokenRow);
  }
}

/** The row is there since the lanes were counted at boot; holding it keeps other processes waiting. */
async function lockTokens({ sql }: Transaction): Promise<void> {
  await sql.select(`SELECT name FROM settings WHERE name = 'lanes'${sql.forUpdate}`);
}

function subjectOf({ id }: ApiToken) {
  return { type: 'api-tokens', key: String(id) };
}

/** What the audit log remembers: neither the token nor its hash. */
function recorded({ name, hint, scopes, roles, expiresAt }: ApiToken): JsonObject {
  return {
    name,
    hint,
    scopes: [...scopes],
    roles: [...(roles ?? [])],
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
  };
}
