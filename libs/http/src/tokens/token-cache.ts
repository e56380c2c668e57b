import { Injectable } from '@nestjs/common';
import { Clock } from '@parcours/kernel';
import { LRUCache } from 'lru-cache';

import type { ApiToken } from './api-token.entity.js';

const CACHE_MS = 5_000;
const CACHED_TOKENS = 10_000;

interface Cached {
  /** `undefined`: there is no such token, which is worth remembering when somebody guesses. */
  readonly token: ApiToken | undefined;
  readonly until: number;
}

/** Tokens by hash for five seconds: a revocation elsewhere takes effect within that, one here at once. */
@Injectable()
export class TokenCache {
  private readonly byHash = new LRUCache<string, Cached>({ max: CACHED_TOKENS });
  private age = 0;

  constructor(private readonly clock: Clock) {}

  find(hash: string): Cached | undefined {
    const cached = this.byHash.get(hash);
    return cached !== undefined && cached.until > this.clock.now() ? cached : undefined;
  }

  /** Reads with `read` and keeps what it answers, unless something was to be forgotten meanwhile. */
  async load(hash: string, read: () => Promise<ApiToken | undefined>): Promise<ApiToken | undefined> {
    const { age } = this;
    const token = await read();
    if (age === this.age) this.byHash.set(hash, { token, until: this.clock.now() + CACHE_MS });
    return token;
  }

  forget(hash: string): void {
    this.age++;
    this.byHash.delete(hash);
  }

  forgetAll(): void {
    this.age++;
    this.byHash.clear();
  }
}
