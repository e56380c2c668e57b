import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AudienceErrors, CUSTOMER_ID_SCHEMA, CustomerStore } from '@parcours/audience';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { Answers, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { CRM_SYNC_TYPE } from '../declaration/crm-sync.type.js';
import { LinkStore } from '../state/link.store.js';
import { CRM_LINK_SCHEMA } from './crm-sync.schema.js';

@Tag('Customers')
@Controller('customers/:id/crm-links')
export class CrmLinkController {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly links: LinkStore,
    private readonly content: PublishedContent,
  ) {}

  @Get()
  @Scope('customers:read')
  @ApiOperation({
    summary: 'See who a customer is in CRMs',
    description: 'One for each sync that knows them, and what both sides last agreed on. All on one page.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, CRM_LINK_SCHEMA, 'list')
  async list(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string) {
    const { sql } = this.database;
    const customer = (await this.customers.findCurrentByKeys(sql, [id])).get(id);
    if (!customer) throw AudienceErrors.customerNotFound({});
    const links = await this.links.ofCustomer(sql, customer.externalId);
    const pendingIds = links.flatMap(({ pendingId }) => pendingId ?? []);
    const pending = await this.links.stillPending(sql, pendingIds);
    const syncs = (await this.content.snapshot()).all(CRM_SYNC_TYPE);
    const data = links.map((link) => {
      const sync = syncs.find(({ itemId }) => itemId === link.syncId);
      return {
        sync: sync?.key ?? null,
        connector: sync?.document.connector ?? null,
        personId: link.recordId,
        state: link.state,
        agreed: link.agreed,
        isPending: link.pendingId !== null && pending.has(link.pendingId),
        linkedAt: formatInstant(link.linkedAt),
        changedAt: formatInstant(link.changedAt),
        exchangedAt: formatInstant(link.exchangedAt),
      };
    });
    return { data, page: { next: null, limit: data.length } };
  }
}
