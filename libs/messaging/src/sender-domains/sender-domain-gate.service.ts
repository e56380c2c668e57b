import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import type { ContentSnapshot } from '@parcours/content';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import type { Prepared, Reader } from '../delivery/prepared-message.js';
import { reservedOf } from '../gates/gate.rules.js';
import {
  senderDomainOf,
  sentOn,
  takenOn,
  type WarmingDomain,
  warmingDomains,
} from './sender-domain.rules.js';
import { SenderDomainStore } from './sender-domain.store.js';

type Ready = Extract<Prepared, { reader: Reader }>;

/**
 * Keeps emails in the name of a domain that nobody knows yet within the plan of its first days, whatever connectors they
 * go by. What may go out counts from now on, sent well or not: a crash never lets more out than the plan says.
 */
@Injectable()
export class SenderDomainGate {
  constructor(
    private readonly database: Database,
    private readonly store: SenderDomainStore,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /** No statement where no domain of these messages has a plan; a short transaction for each that has one. */
  async hold(prepared: readonly Prepared[], content: ContentSnapshot): Promise<readonly Prepared[]> {
    const domains = warmingDomains(content, this.clock.now(), this.config.workspace.timezone);
    if (domains.size === 0) return prepared;
    const held = new Map<Prepared, number>();
    for (const [domain, ready] of byDomain(prepared)) {
      const warming = domains.get(domain);
      if (!warming) continue;
      const granted = await this.take(warming, ready);
      for (const each of ready) if (!granted.has(each)) held.set(each, warming.quota.endsAt);
    }
    return prepared.map((each): Prepared => {
      const at = held.get(each);
      return at === undefined ? each : { message: each.message, outcome: { kind: 'requeued', at } };
    });
  }

  /** Those that may go out today: what customers need first, then in their order. */
  private async take(
    { domain, quota }: WarmingDomain,
    ready: readonly Ready[],
  ): Promise<ReadonlySet<Prepared>> {
    return this.database.transaction(async ({ sql }) => {
      const known = await this.store.lock(sql, domain);
      const room = quota.messages - sentOn(known, quota);
      const urgent = ready.filter(isUrgent).slice(0, Math.max(0, room));
      const rest = Math.max(0, room - urgent.length - reservedOf(quota.messages));
      const others = ready.filter((each) => !isUrgent(each)).slice(0, rest);
      const granted = new Set<Prepared>([...urgent, ...others]);
      if (granted.size > 0) await this.store.save(sql, takenOn(known, quota, granted.size));
      return granted;
    });
  }
}

function isUrgent({ message }: Ready): boolean {
  return message.category === 'transactional';
}

/** Emails in the name of a brand; others come from whom their connector says. */
function byDomain(prepared: readonly Prepared[]): ReadonlyMap<string, Ready[]> {
  const domains = new Map<string, Ready[]>();
  for (const each of prepared) {
    if (!('reader' in each) || each.message.channel !== 'email' || !each.reader.brand) continue;
    const domain = senderDomainOf(each.reader.brand);
    if (domain === undefined) continue;
    const known = domains.get(domain);
    if (known) known.push(each);
    else domains.set(domain, [each]);
  }
  return domains;
}
