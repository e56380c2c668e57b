import { Global, Module } from '@nestjs/common';

import { CustomerController } from './api/customer.controller.js';
import { ChannelController } from './channels/channel.controller.js';
import { ConsentController } from './consents/consent.controller.js';
import { ConsentHistory } from './consents/consent-history.store.js';
import { ConsentListeners } from './consents/consent-listeners.js';
import { ConsentService } from './consents/consent.service.js';
import { CustomerLookup } from './customers/customer-lookup.store.js';
import { CustomerMaker } from './customers/customer-maker.service.js';
import { CustomerRemoval } from './customers/customer-removal.service.js';
import { CustomerRows } from './customers/customer-rows.store.js';
import { CustomerViews } from './customers/customer-views.service.js';
import { CustomerService } from './customers/customer.service.js';
import { CustomerStore } from './customers/customer.store.js';
import { CustomerHoldings } from './identity/customer-holdings.js';
import { CustomerExportController } from './exports/customer-export.controller.js';
import { CustomerExport } from './exports/customer-export.service.js';
import { SegmentMembers } from './exports/segment-members.js';
import { ChunkWorker } from './imports/chunk-worker.service.js';
import { ChunkWriter } from './imports/chunk-writer.service.js';
import { ImportController } from './imports/import.controller.js';
import { ImportHolding } from './imports/import-holding.js';
import { ImportPersonalData } from './imports/import-personal-data.js';
import { ImportRowStore } from './imports/import-rows.store.js';
import { ImportCare, ImportJobs, ImportRunner } from './imports/import-runner.service.js';
import { ImportService } from './imports/import.service.js';
import { ImportStore } from './imports/import.store.js';
import { ImportUpload } from './imports/import-upload.service.js';
import { IdentityController } from './identity/identity.controller.js';
import { IdentityIntake, IdentityLinks, IdentityTriggers } from './identity/identity-links.service.js';
import { IdentityLinkStore } from './identity/identity-link.store.js';
import { IdentityService } from './identity/identity.service.js';
import { MergeLog } from './identity/merge-log.store.js';
import { MergeService, MergeWriter } from './identity/merge.service.js';
import { ProfileHolding } from './identity/profile-holding.js';
import { LinkSigner } from './links/link-signer.service.js';
import { DueStore } from './memberships/due.store.js';
import { PastStore } from './memberships/facts/past.store.js';
import { SegmentFillJobs, SegmentFillWaker } from './memberships/fill/fill-jobs.service.js';
import { FillStep } from './memberships/fill/fill-step.service.js';
import { FillStore } from './memberships/fill/fill.store.js';
import { IdleDues, SegmentFill } from './memberships/fill/segment-fill.service.js';
import { LaneWaker } from './memberships/lane-waker.js';
import { MemberStore } from './memberships/member.store.js';
import { MembershipDesk } from './memberships/membership-desk.service.js';
import { MembershipHolding } from './memberships/membership-holding.js';
import { MembershipViews } from './memberships/membership-views.store.js';
import {
  CustomerSegmentController,
  PersonaMembershipController,
  SegmentMembershipController,
} from './memberships/membership.controller.js';
import { MembershipService } from './memberships/membership.service.js';
import { MembershipPreview } from './memberships/preview/preview.service.js';
import { PreviewStore } from './memberships/preview/preview.store.js';
import { MembershipRuleBook } from './memberships/rules/membership-rules.service.js';
import { AudiencePersonalData } from './privacy/audience-personal-data.js';
import { DataSubjects } from './privacy/data-subjects.service.js';
import { ErasureBook, ErasureService } from './privacy/erasure.service.js';
import { ErasureStore } from './privacy/erasure.store.js';
import { PersonalDataCatalogue } from './privacy/personal-data.js';
import { PersonalExport } from './privacy/personal-export.service.js';
import { PrivacyController } from './privacy/privacy.controller.js';
import { Pseudonyms } from './privacy/pseudonyms.service.js';
import { TombstoneStore } from './privacy/tombstone.store.js';
import { SuppressionController } from './suppressions/suppression.controller.js';
import { SuppressionService } from './suppressions/suppression.service.js';
import { SuppressionStore } from './suppressions/suppression.store.js';
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
    CustomerLookup,
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
    ConsentHistory,
    ConsentListeners,
    ConsentService,
    LinkSigner,
    AudiencePersonalData,
    ImportHolding,
    ImportPersonalData,
    ImportRowStore,
    ImportStore,
    PersonalDataCatalogue,
    Pseudonyms,
    TombstoneStore,
    SuppressionStore,
    TraitCatalogue,
    TraitIndexStore,
    TraitIndexWaker,
    MembershipRuleBook,
    MemberStore,
    DueStore,
    PastStore,
    MembershipDesk,
    MembershipHolding,
    SegmentFillWaker,
    LaneWaker,
  ],
  exports: [
    CustomerStore,
    CustomerLookup,
    CustomerRows,
    CustomerMaker,
    CustomerHoldings,
    CustomerService,
    MergeService,
    IdentityLinkStore,
    IdentityIntake,
    ConsentHistory,
    ConsentListeners,
    ConsentService,
    ImportRowStore,
    ImportStore,
    LinkSigner,
    PersonalDataCatalogue,
    Pseudonyms,
    TombstoneStore,
    SuppressionStore,
    TraitCatalogue,
    TraitIndexStore,
    MembershipRuleBook,
    MembershipDesk,
    PastStore,
    DueStore,
    LaneWaker,
  ],
})
export class AudienceModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  controllers: [
    // Its path would be a customer's id to the next one.
    CustomerExportController,
    CustomerController,
    IdentityController,
    ChannelController,
    ConsentController,
    SuppressionController,
    PrivacyController,
    ImportController,
    TraitInventoryController,
    SegmentMembershipController,
    PersonaMembershipController,
    CustomerSegmentController,
  ],
  providers: [
    CustomerExport,
    CustomerRemoval,
    CustomerViews,
    DataSubjects,
    ErasureBook,
    ErasureService,
    ErasureStore,
    IdentityService,
    ImportService,
    ImportUpload,
    MembershipPreview,
    MembershipService,
    MembershipViews,
    MergeLog,
    PersonalExport,
    PreviewStore,
    SegmentMembers,
    SuppressionService,
    TraitInventory,
  ],
})
export class AudienceApiModule {}

/** The work that goes on beside the lanes, for processes that work. */
@Module({
  providers: [
    FillStep,
    FillStore,
    IdleDues,
    SegmentFill,
    SegmentFillJobs,
    ChunkWorker,
    ChunkWriter,
    IdentityLinks,
    IdentityTriggers,
    ImportCare,
    ImportJobs,
    ImportRunner,
    TraitIndexes,
    TraitIndexJobs,
  ],
})
export class AudienceWorkModule {}
