import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { systemActor } from '@parcours/kernel';

import { PasswordService } from '../passwords/password.service.js';
import { PeopleMoment } from '../people.moment.js';
import { PeopleWriter } from '../people.writer.js';
import { emailOf } from './email.rules.js';
import { recordedUser } from './user.presenter.js';
import { countWithRole, insertUser } from './user.repository.js';

/** The first owner, so that somebody can sign in at all. Once there is an owner the variables change nothing. */
@Injectable()
export class OwnerBootstrap implements OnApplicationBootstrap {
  private readonly logger = new Logger(OwnerBootstrap.name);

  constructor(
    private readonly config: ParcoursConfig,
    private readonly passwords: PasswordService,
    private readonly writer: PeopleWriter,
    private readonly moment: PeopleMoment,
  ) {}

  /** @throws people.weak-password */
  async onApplicationBootstrap(): Promise<void> {
    const { owner } = this.config;
    if (!owner) return;
    const address = emailOf(owner.email);
    const name = owner.email.split('@')[0] ?? owner.email;
    const passwordHash = await this.passwords.hash(owner.password, { ...address, name });
    const { id, at } = this.moment.next();
    const user = {
      id,
      ...address,
      name,
      locale: null,
      roles: ['owner'],
      disabledAt: null,
      passwordHash,
      passwordChangedAt: at,
      linkHash: null,
      linkExpiresAt: null,
      lastSignInAt: null,
      revision: 1,
      createdAt: at,
      updatedAt: at,
    };
    const isFirst = await this.writer.change(async ({ sql, record }) => {
      if ((await countWithRole(sql, 'owner')).all > 0) return false;
      await insertUser(sql, user);
      const subject = { type: 'users', key: String(id) };
      await record({
        action: 'user.created',
        subject,
        after: recordedUser(user),
        by: systemActor('bootstrap'),
      });
      return true;
    });
    if (isFirst) this.logger.log('The first owner was created from PARCOURS_OWNER_EMAIL.');
  }
}
