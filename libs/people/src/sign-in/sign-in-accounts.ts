import { Injectable } from '@nestjs/common';

import { SessionRepository } from '../sessions/session.repository.js';
import type { User } from '../users/user.entity.js';
import { UserRepository } from '../users/user.repository.js';

/** Whom somebody claims to be, and whether they have been seen at this address. */
@Injectable()
export class SignInAccounts {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** Asks as much where there is no such user. */
  async find(
    emailKey: string,
    address: string,
  ): Promise<{ user: User | undefined; isKnownAddress: boolean }> {
    const user = await this.users.findByEmail(emailKey);
    return { user, isKnownAddress: await this.sessions.knowsAddress(user?.id ?? 0, address) };
  }
}
