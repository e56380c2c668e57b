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

  constructor(private readonly clock: Clock) {}

  find(hash: string): Cached | undefined {
    const cached = this.byHash.get(hash);
    return cached !== undefined && cached.until > this.clock.now() ? cached : undefined;
  }

  keep(hash: string, token: ApiToken | undefined): void {
    this.byHash.set(hash, { token, until: this.clock.now() + CACHE_MS });
  }

  forget(hash: string): void {
    this.byHash.delete(hash);
  }
}
