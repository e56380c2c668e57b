import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { ActionTrail, AuthenticationService, type RecordedAction } from '@parcours/http';

import { SessionCache } from './sessions/session-cache.js';
import { lockPeople } from './users/user.repository.js';

/** What a change of users and roles writes with. */
export interface PeopleChange {
  readonly sql: Sql;
  /** Tells the audit log, in the same transaction. */
  readonly record: (...actions: readonly RecordedAction[]) => Promise<void>;
}

/** Changes users, roles and sessions: what is written is recorded with it, and takes effect in this process at once. */
@Injectable()
export class PeopleWriter {
  constructor(
    private readonly database: Database,
    private readonly trail: ActionTrail,
    private readonly sessions: SessionCache,
    private readonly authentication: AuthenticationService,
  ) {}

  /** One after the other, over all processes. */
  async change<T>(work: (change: PeopleChange) => Promise<T>): Promise<T> {
    return this.end(async (change) => {
      await lockPeople(change.sql);
      return work(change);
    });
  }

  /** Ends or renews sessions: what is known of callers is looked up again. */
  async end<T>(work: (change: PeopleChange) => Promise<T>): Promise<T> {
    const result = await this.add(work);
    this.sessions.forgetAll();
    this.authentication.forgetAll();
    return result;
  }

  /** Adds what changes nothing for those who are signed in; anybody may cause it by trying passwords. */
  async add<T>(work: (change: PeopleChange) => Promise<T>): Promise<T> {
    return this.database.transaction(({ sql }) =>
      work({ sql, record: (...actions) => this.trail.record(sql, ...actions) }),
    );
  }
}
