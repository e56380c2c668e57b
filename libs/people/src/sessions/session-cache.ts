import { Injectable } from '@nestjs/common';
import type { Principal } from '@parcours/http';
import { Clock } from '@parcours/kernel';

const CACHE_MS = 3_000;
const CACHED_SESSIONS = 10_000;

interface Cached {
  /** `undefined`: no session has this token. */
  readonly caller: Principal | undefined;
  readonly until: number;
}

/** Callers by access token for three seconds: a change elsewhere takes effect within that, one here at once. */
@Injectable()
export class SessionCache {
  private readonly byHash = new Map<string, Cached>();
  private age = 0;

  constructor(private readonly clock: Clock) {}

  find(hash: string): Cached | undefined {
    const cached = this.byHash.get(hash);
    return cached !== undefined && cached.until > this.clock.now() ? cached : undefined;
  }

  /** Reads with `read` and keeps what it answers, unless everything was to be forgotten meanwhile. */
  async load(hash: string, read: () => Promise<{ caller: Principal; expiresAt: number } | undefined>) {
    const age = this.age;
    const found = await read();
    const until = Math.min(this.clock.now() + CACHE_MS, found?.expiresAt ?? Number.POSITIVE_INFINITY);
    if (age === this.age) this.keep(hash, { caller: found?.caller, until });
    return found?.caller;
  }

  forgetAll(): void {
    this.age++;
    this.byHash.clear();
  }

  /** Who guesses tokens fills it: the oldest goes first, and is looked up again. */
  private keep(hash: string, cached: Cached): void {
    this.byHash.delete(hash);
    if (this.byHash.size >= CACHED_SESSIONS) {
      const oldest = this.byHash.keys().next().value;
      if (oldest !== undefined) this.byHash.delete(oldest);
    }
    this.byHash.set(hash, cached);
  }
}
