import { Global, Module } from '@nestjs/common';

import { DeadLetterController } from './api/dead-letter.controller.js';
import { EventController } from './api/event.controller.js';
import { EventNamesController } from './catalogue/event-names.controller.js';
import { EventCatalogue } from './catalogue/event-catalogue.service.js';
import { EventCounts } from './catalogue/event-counts.service.js';
import { EventNamesService } from './catalogue/event-names.service.js';
import { EventNamesStore } from './catalogue/event-names.store.js';
import { UnseenEvents } from './catalogue/unseen-events.service.js';
import { CollectorController } from './collector/collector.controller.js';
import { Collector } from './collector/collector.service.js';
import { ChannelChoices } from './channel-choices.service.js';
import { ConsentEvents } from './consent-events.js';
import { EventHolding } from './event-holding.js';
import { EventPersonalData } from './event-personal-data.js';
import { EventStore } from './event.store.js';
import { DeadLetterStore } from './inbox/dead-letter.store.js';
import { EventIntake } from './inbox/event-intake.service.js';
import { EventReceiver } from './inbox/event-receiver.service.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionStore } from './retention/retention.store.js';
import { RetentionJobs, RetentionSweep } from './retention/retention-sweep.service.js';
import { InboxStore } from './inbox/inbox.store.js';
import { NoteController } from './notes/note.controller.js';
import { NoteService } from './notes/note.service.js';
import { EventTimeline } from './timeline/event-timeline.source.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineService } from './timeline/timeline.service.js';
import { TimelineSources } from './timeline/timeline-source.js';

/** The stores, for every process. */
@Global()
@Module({
  providers: [
    InboxStore,
    EventStore,
    EventHolding,
    EventNamesStore,
    EventPersonalData,
    ChannelChoices,
    ConsentEvents,
    RetentionStore,
    TimelineSources,
    UnseenEvents,
  ],
  exports: [
    ChannelChoices,
    ConsentEvents,
    EventNamesStore,
    InboxStore,
    EventStore,
    RetentionStore,
    TimelineSources,
    UnseenEvents,
  ],
})
export class EventsModule {}

/** The way in, for processes that serve HTTP. */
@Module({
  controllers: [
    CollectorController,
    DeadLetterController,
    EventNamesController,
    EventController,
    NoteController,
    RetentionController,
    TimelineController,
  ],
  providers: [
    Collector,
    DeadLetterStore,
    EventCatalogue,
    EventCounts,
    EventIntake,
    EventNamesService,
    EventReceiver,
    EventTimeline,
    NoteService,
    TimelineService,
  ],
  exports: [EventIntake, EventReceiver],
})
export class EventsApiModule {}

/** The work that goes on beside the lanes, for processes that work. */
@Module({ providers: [RetentionSweep, RetentionJobs] })
export class EventsWorkModule {}
