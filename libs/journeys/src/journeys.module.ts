import { Global, Module } from '@nestjs/common';

import { DiagramController } from './api/diagram.controller.js';
import { EnrollmentController } from './api/enrollment.controller.js';
import { OpenJourneyGate } from './api/open-journey-gate.service.js';
import { SchemaController } from './api/schema.controller.js';
import { SimulationController } from './api/simulation.controller.js';
import { TriggerController } from './api/trigger.controller.js';
import { EventsApiModule } from '@parcours/events';
import { CalendarRules } from './calendar/calendar-rules.service.js';
import { JourneyDiagrams } from './diagrams/journey-diagrams.service.js';
import { LayoutThread } from './diagrams/layout-thread.js';
import { EnrollmentHolding } from './enrollments/enrollment-holding.js';
import { EnrollmentPersonalData } from './enrollments/enrollment-personal-data.js';
import { EnrollmentStore } from './enrollments/enrollment.store.js';
import { EnrollmentViews } from './enrollments/enrollment-view.store.js';
import { JourneyTimeline } from './enrollments/journey-timeline.source.js';
import { LaneFactReader } from './facts/lane-fact-reader.service.js';
import { LaneBatch, LaneSessions } from './lanes/lane-batch.service.js';
import { LaneFollowUp } from './lanes/lane-follow-up.service.js';
import { IntakeStore } from './intake/intake.store.js';
import { LaneDueTimes } from './lanes/lane-due-times.service.js';
import { LaneReader } from './lanes/lane-reader.service.js';
import { LaneRepair } from './lanes/lane-repair.service.js';
import { LaneJobs, LaneRunner } from './lanes/lane-runner.service.js';
import { LaneSchedule } from './lanes/lane-schedule.service.js';
import { LaneWriter } from './lanes/lane-writer.service.js';
import { LaneMemberships } from './memberships/lane-memberships.service.js';
import { TransitionReader } from './memberships/transition-reader.service.js';
import { JourneySimulation, SimulationSettings } from './simulation/journey-simulation.service.js';
import { RunningJourneys } from './templates/running-journeys.service.js';

/** Enrollments and compiled journeys, for every process. */
@Global()
@Module({
  providers: [EnrollmentStore, EnrollmentHolding, EnrollmentPersonalData, RunningJourneys, CalendarRules],
  exports: [EnrollmentStore, RunningJourneys],
})
export class JourneysModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  imports: [EventsApiModule],
  controllers: [
    TriggerController,
    EnrollmentController,
    DiagramController,
    SchemaController,
    SimulationController,
  ],
  providers: [
    EnrollmentViews,
    JourneyTimeline,
    OpenJourneyGate,
    JourneyDiagrams,
    LayoutThread,
    JourneySimulation,
    SimulationSettings,
  ],
})
export class JourneysApiModule {}

/** The lanes, for processes that work. */
@Module({
  providers: [
    LaneMemberships,
    TransitionReader,
    LaneFactReader,
    IntakeStore,
    LaneFollowUp,
    LaneSessions,
    LaneDueTimes,
    LaneReader,
    LaneWriter,
    LaneBatch,
    LaneSchedule,
    LaneRepair,
    LaneRunner,
    LaneJobs,
  ],
})
export class LaneModule {}
