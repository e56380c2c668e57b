import { Injectable } from '@nestjs/common';
import type { Origin } from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import { PasswordHasher } from '../passwords/password-hasher.js';
import { PeopleErrors } from '../people.errors.js';
import { PeopleWriter } from '../people.writer.js';
import type { OpenedSession } from '../sessions/session.service.js';
import { SessionService } from '../sessions/session.service.js';
import { emailKeyOf } from '../users/email.rules.js';
import type { User } from '../users/user.entity.js';
import { SignInAccounts } from './sign-in-accounts.js';
import { SignInAttempts, type StartedAttempt } from './sign-in-attempts.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signing in by e-mail address and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly accounts: SignInAccounts,
    private readonly attempts: SignInAttempts,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionService,
    private readonly writer: PeopleWriter,
  ) {}

  /**
   * Whatever is wrong, the answer is the same, after the same work: nobody learns which addresses have a user.
   * @throws people.wrong-credentials, people.locked-out, people.sign-ins-busy
   */
  async signIn(
    { email, password }: Credentials,
    origin: Origin,
  ): Promise<{ user: User; opened: OpenedSession }> {
    const emailKey = emailKeyOf(email);
    const { user, isKnownAddress } = await this.accounts.find(emailKey, origin.address);
    const attempt = await this.attempts.start({ emailKey, address: origin.address, isKnownAddress });
    const isRight = await this.hasher.verify(user?.passwordHash ?? null, password);
    if (!isRight || !user || user.disabledAt !== null) {
      await this.fail(user, attempt, origin);
      throw PeopleErrors.wrongCredentials({});
    }
    await this.attempts.succeed(attempt);
    return { user, opened: await this.sessions.open(user, origin) };
  }

  /** Confirms the password of somebody who is signed in. @throws people.wrong-password, people.locked-out */
  async confirm(user: User, password: string, by: Actor): Promise<void> {
    const origin = { address: by.address ?? '', requestId: by.requestId ?? '', userAgent: null };
    const attempt = await this.attempts.start({
      emailKey: user.emailKey,
      address: origin.address,
      isKnownAddress: true,
    });
    if (await this.hasher.verify(user.passwordHash, password)) {
      await this.attempts.succeed(attempt);
      return;
    }
    await this.fail(user, attempt, origin);
    throw PeopleErrors.wrongPassword({});
  }

  /** What was typed where there is no such user is not kept: it may be a password in the wrong field. */
  private async fail(user: User | undefined, { waitMs }: StartedAttempt, origin: Origin): Promise<void> {
    const { address, requestId } = origin;
    const by: Actor = {
      kind: 'user',
      id: user?.id ?? null,
      name: user?.name ?? 'unknown',
      address,
      requestId,
    };
    const subject = { type: 'users', key: user ? String(user.id) : 'unknown' };
    await this.writer.add(async ({ record }) => {
      await record({ action: 'sign-in.failed', subject, by });
      if (waitMs === 0) return;
      await record({
        action: 'sign-in.locked',
        subject,
        by,
        details: { seconds: Math.ceil(waitMs / 1_000) },
      });
    });
  }
}
