import { Injectable } from '@nestjs/common';
import { raw, type SqlContext } from '@parcours/conditions';
import type { Sql } from '@parcours/database';

import { DueStore } from './due.store.js';
import { PastStore } from './facts/past.store.js';
import { MemberStore } from './member.store.js';
import { MembershipSession } from './membership-session.js';
import type { MembershipRules } from './rules/membership-rules.js';

/** Where sessions are opened that keep up to date who belongs where. */
@Injectable()
export class MembershipDesk {
  constructor(
    private readonly members: MemberStore,
    readonly dues: DueStore,
    private readonly past: PastStore,
  ) {}

  open(rules: MembershipRules, now: number): MembershipSession {
    return new MembershipSession(rules, { members: this.members, dues: this.dues, past: this.past }, now);
  }
}

/** What conditions need to know to be put into SQL over `customers c`. */
export function customersInSql({ dialect }: Sql, { numbers }: MembershipRules, now: number): SqlContext {
  return { dialect, now, numbers, traits: raw('c.traits'), profile: raw('c.profile') };
}
