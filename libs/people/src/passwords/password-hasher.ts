import { Injectable } from '@nestjs/common';
import { type Options, hash, verify } from '@node-rs/argon2';

import { PeopleErrors } from '../people.errors.js';
import { normalisePassword } from './password.rules.js';

/**
 * OWASP Password Storage Cheat Sheet: argon2id (the package's default) with 19 MiB, two passes, one lane: some 20 ms.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** They run in libuv's pool of four threads: files and names must be looked up beside them. */
const AT_ONCE = 2;
const WAITING = 100;
const RETRY_S = 1;

/** Hashes and checks passwords, a few at a time. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly queue: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  /** A PHC string: `$argon2id$v=19$m=19456,t=2,p=1$…`. @throws people.sign-ins-busy */
  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalisePassword(password), COST));
  }

  /** Takes as long where there is nothing to compare with. @throws people.sign-ins-busy */
  async verify(known: string | null, password: string): Promise<boolean> {
    const text = normalisePassword(password);
    const expected = known ?? (await this.decoyHash());
    const isRight = await this.inTurn(() => verify(expected, text));
    return known !== null && isRight;
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= hash('nobody has this password', COST);
    return this.decoy;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running++;
      return;
    }
    if (this.queue.length >= WAITING) throw PeopleErrors.signInsBusy({}, { retryAfter: RETRY_S });
    await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  /** Who waits takes over the place. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.running--;
  }
}
