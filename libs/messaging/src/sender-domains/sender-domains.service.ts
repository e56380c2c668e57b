import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { sentOn, type WarmingDomain, warmingDomains } from './sender-domain.rules.js';
import { SenderDomainStore } from './sender-domain.store.js';

/** How a domain stands on the day that it is. */
export interface SenderDomain extends WarmingDomain {
  readonly sent: number;
}

/** Looks at domains that are warming up, for people who want to know why emails wait. */
@Injectable()
export class SenderDomains {
  constructor(
    private readonly database: Database,
    private readonly content: PublishedContent,
    private readonly store: SenderDomainStore,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  async list(): Promise<readonly SenderDomain[]> {
    const content = await this.content.snapshot();
    const domains = warmingDomains(content, this.clock.now(), this.config.workspace.timezone);
    const days = await this.store.all(this.database.sql);
    return [...domains.values()].map((warming) => ({
      ...warming,
      sent: sentOn(days.get(warming.domain), warming.quota),
    }));
  }
}
