import { Global, Module } from '@nestjs/common';

import { ConnectorRecordsController } from './api/connector-records.controller.js';
import { CrmLinkController } from './api/crm-link.controller.js';
import { CrmSyncController } from './api/crm-sync.controller.js';
import { SyncDesk } from './api/sync-desk.service.js';
import { SyncOrders } from './api/sync-orders.service.js';
import { SyncShelf, SyncStatuses } from './api/sync-statuses.service.js';
import { SyncDeclarations } from './declaration/sync-declaration.service.js';
import { ForgottenPeople } from './people/forgotten-people.service.js';
import { KeptPeople } from './people/kept-people.service.js';
import { OutgoingPages } from './people/outgoing-pages.service.js';
import { PeopleDirectory } from './people/people-directory.service.js';
import { PeopleIn } from './people/people-in.service.js';
import { PeopleOut } from './people/people-out.service.js';
import { CrmHolding } from './privacy/crm-holding.js';
import { RecordsIn } from './records/records-in.service.js';
import { RecordsOfPeople } from './records/records-of-people.service.js';
import { SyncClaims } from './running/sync-claims.service.js';
import { SyncJobs, SyncWaker } from './running/sync-jobs.service.js';
import { SyncLedger } from './running/sync-ledger.service.js';
import { SyncRun } from './running/sync-run.service.js';
import { SyncRunner } from './running/sync-runner.service.js';
import { SyncBook } from './running/sync-book.service.js';
import { SyncTasks } from './running/sync-tasks.service.js';
import { SourceCounts } from './sources/source-counts.store.js';
import { SourceCustomers } from './sources/source-customers.service.js';
import { SourceEvents } from './sources/source-events.service.js';
import { IssueStore } from './state/issue.store.js';
import { LinkStore } from './state/link.store.js';
import { RecordStore } from './state/record.store.js';
import { SyncStore } from './state/sync.store.js';

/** The stores, and what every process has to know. */
@Global()
@Module({
  providers: [
    CrmHolding,
    IssueStore,
    LinkStore,
    RecordStore,
    SourceCounts,
    SyncBook,
    SyncDeclarations,
    SyncStore,
    SyncWaker,
  ],
  exports: [IssueStore, LinkStore, RecordStore, SourceCounts, SyncBook, SyncStore, SyncWaker],
})
export class CrmModule {}

/** The REST routes, and what callbacks tell, for processes that serve HTTP. */
@Module({
  controllers: [ConnectorRecordsController, CrmLinkController, CrmSyncController],
  providers: [SourceCustomers, SourceEvents, SyncDesk, SyncOrders, SyncShelf, SyncStatuses],
})
export class CrmApiModule {}

/** The exchange with CRMs, for processes that work. */
@Module({
  providers: [
    ForgottenPeople,
    KeptPeople,
    OutgoingPages,
    PeopleDirectory,
    PeopleIn,
    PeopleOut,
    RecordsIn,
    RecordsOfPeople,
    SyncClaims,
    SyncJobs,
    SyncLedger,
    SyncRun,
    SyncRunner,
    SyncTasks,
  ],
})
export class CrmWorkModule {}
