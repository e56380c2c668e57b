import { Global, Module } from '@nestjs/common';

import { CustomerController } from './api/customer.controller.js';
import { CustomerMaker } from './customers/customer-maker.service.js';
import { CustomerRemoval } from './customers/customer-removal.service.js';
import { CustomerRows } from './customers/customer-rows.store.js';
import { CustomerViews } from './customers/customer-views.service.js';
import { CustomerService } from './customers/customer.service.js';
import { CustomerStore } from './customers/customer.store.js';
import { CustomerHoldings } from './identity/customer-holdings.js';
import { IdentityController } from './identity/identity.controller.js';
import { IdentityIntake, IdentityLinks, IdentityTriggers } from './identity/identity-links.service.js';
import { IdentityLinkStore } from './identity/identity-link.store.js';
import { IdentityService } from './identity/identity.service.js';
import { MergeLog } from './identity/merge-log.store.js';
import { MergeService, MergeWriter } from './identity/merge.service.js';
import { ProfileHolding } from './identity/profile-holding.js';
import { TraitCatalogue } from './traits/trait-catalogue.service.js';
import { TraitIndexStore } from './traits/trait-index.store.js';
import { TraitIndexes, TraitIndexJobs, TraitIndexWaker } from './traits/trait-indexes.service.js';
import { TraitInventoryController } from './traits/trait-inventory.controller.js';
import { TraitInventory } from './traits/trait-inventory.service.js';

/** Customers, who they are and what becomes of them, for every process. */
@Global()
@Module({
  providers: [
    CustomerStore,
    CustomerRows,
    CustomerMaker,
    CustomerHoldings,
    CustomerService,
    ProfileHolding,
    MergeLog,
    MergeWriter,
    MergeService,
    IdentityLinkStore,
    IdentityIntake,
    TraitCatalogue,
    TraitIndexStore,
    TraitIndexWaker,
  ],
  exports: [
    CustomerStore,
    CustomerRows,
    CustomerMaker,
    CustomerHoldings,
    CustomerService,
    MergeService,
    IdentityLinkStore,
    IdentityIntake,
    TraitCatalogue,
    TraitIndexStore,
  ],
})
export class AudienceModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  controllers: [CustomerController, IdentityController, TraitInventoryController],
  providers: [CustomerRemoval, CustomerViews, IdentityService, MergeLog, TraitInventory],
})
export class AudienceApiModule {}

/** The work that goes on beside the lanes, for processes that work. */
@Module({ providers: [IdentityLinks, IdentityTriggers, TraitIndexes, TraitIndexJobs] })
export class AudienceWorkModule {}
