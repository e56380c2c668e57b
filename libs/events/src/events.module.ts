import { Global, Module } from '@nestjs/common';

import { DeadLetterController } from './api/dead-letter.controller.js';
import { EventController } from './api/event.controller.js';
import { ConsentEvents } from './consent-events.js';
import { EventHolding } from './event-holding.js';
import { EventPersonalData } from './event-personal-data.js';
import { EventStore } from './event.store.js';
import { DeadLetterStore } from './inbox/dead-letter.store.js';
import { EventIntake } from './inbox/event-intake.service.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionStore } from './retention/retention.store.js';
import { RetentionJobs, RetentionSweep } from './retention/retention-sweep.service.js';
import { InboxStore } from './inbox/inbox.store.js';

/** The stores, for every process. */
@Global()
@Module({
  providers: [InboxStore, EventStore, EventHolding, EventPersonalData, ConsentEvents, RetentionStore],
  exports: [InboxStore, EventStore, RetentionStore],
})
export class EventsModule {}

/** The way in, for processes that serve HTTP. */
@Module({
  controllers: [EventController, DeadLetterController, RetentionController],
  providers: [EventIntake, DeadLetterStore],
  exports: [EventIntake],
})
export class EventsApiModule {}

/** The work that goes on beside the lanes, for processes that work. */
@Module({ providers: [RetentionSweep, RetentionJobs] })
export class EventsWorkModule {}
