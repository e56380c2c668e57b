import { Global, Module } from '@nestjs/common';

import { DeadLetterController } from './api/dead-letter.controller.js';
import { EventController } from './api/event.controller.js';
import { EventCatalogueController } from './catalogue/event-catalogue.controller.js';
import { EventCatalogue } from './catalogue/event-catalogue.service.js';
import { EventCounts } from './catalogue/event-counts.service.js';
import { EventNamesService } from './catalogue/event-names.service.js';
import { EventNamesStore } from './catalogue/event-names.store.js';
import { EventStore } from './event.store.js';
import { DeadLetterStore } from './inbox/dead-letter.store.js';
import { EventIntake } from './inbox/event-intake.service.js';
import { EventReceiver } from './inbox/event-receiver.service.js';
import { InboxStore } from './inbox/inbox.store.js';

/** The stores, for every process. */
@Global()
@Module({ providers: [InboxStore, EventStore], exports: [InboxStore, EventStore] })
export class EventsModule {}

/** The way in, for processes that serve HTTP. */
@Module({
  controllers: [EventCatalogueController, EventController, DeadLetterController],
  providers: [
    DeadLetterStore,
    EventCatalogue,
    EventCounts,
    EventIntake,
    EventNamesService,
    EventNamesStore,
    EventReceiver,
  ],
  exports: [EventIntake, EventReceiver],
})
export class EventsApiModule {}
