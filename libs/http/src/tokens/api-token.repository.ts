import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@parcours/database';

import { type ListQuery } from '../lists/list-query.js';
import { type Page, selectPage } from '../lists/list-page.js';
import { type ApiToken, ApiTokenRow } from './api-token.entity.js';

@Injectable()
export class ApiTokenRepository {
  constructor(private readonly database: Database) {}

  async findByHash(hash: string): Promise<ApiToken | null> {
    return this.tokens.findOneBy({ hash });
  }

  async findById(id: number): Promise<ApiToken | null> {
    return this.tokens.findOneBy({ id });
  }

  async add(token: ApiToken): Promise<void> {
    await this.tokens.insert(token);
  }

  /** Answers false when a token with the same hash is there already, or is just being added by another process. */
  async addIfNew(token: ApiToken): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await lockTokens(tx);
      if (await tx.manager.existsBy(ApiTokenRow, { hash: token.hash })) return false;
      await tx.manager.insert(ApiTokenRow, token);
      return true;
    });
  }

  /** Stores the token when it is the very first; processes that start together make one between them. */
  async addIfFirst(token: ApiToken, beforeCommit: () => void): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await lockTokens(tx);
      if (await tx.manager.existsBy(ApiTokenRow, {})) return false;
      await tx.manager.insert(ApiTokenRow, token);
      beforeCommit();
      return true;
    });
  }

  async revoke(id: number, at: number): Promise<void> {
    await this.tokens.update({ id }, { revokedAt: at });
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

  private get tokens() {
    return this.database.dataSource.getRepository(ApiTokenRow);
  }
}

/** The row is there since the lanes were counted at boot; holding it keeps other processes waiting. */
async function lockTokens({ sql }: Transaction): Promise<void> {
  await sql.select(`SELECT name FROM settings WHERE name = 'lanes'${sql.forUpdate}`);
}
