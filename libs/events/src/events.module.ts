import { Global, Module } from '@nestjs/common';

import { DeadLetterController } from './api/dead-letter.controller.js';
import { EventController } from './api/event.controller.js';
import { ConsentEvents } from './consent-events.js';
import { EventHolding } from './event-holding.js';
import { EventPersonalData } from './event-personal-data.js';
import { EventStore } from './event.store.js';
import { DeadLetterStore } from './inbox/dead-letter.store.js';
import { EventIntake } from './inbox/event-intake.service.js';
import { InboxStore } from './inbox/inbox.store.js';

/** The stores, for every process. */
@Global()
@Module({
  providers: [InboxStore, EventStore, EventHolding, EventPersonalData, ConsentEvents],
  exports: [InboxStore, EventStore],
})
export class EventsModule {}

/** The way in, for processes that serve HTTP. */
@Module({
  controllers: [EventController, DeadLetterController],
  providers: [EventIntake, DeadLetterStore],
  exports: [EventIntake],
})
export class EventsApiModule {}
