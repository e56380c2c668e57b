import { Global, Module } from '@nestjs/common';

import { DiagramController } from './api/diagram.controller.js';
import { EnrollmentController } from './api/enrollment.controller.js';
import { OpenJourneyGate } from './api/open-journey-gate.service.js';
import { SchemaController } from './api/schema.controller.js';
import { SimulationController } from './api/simulation.controller.js';
import { TriggerController } from './api/trigger.controller.js';
import { EventsApiModule } from '@parcours/events';
import { OutgoingModule } from '@parcours/plugin-host';
import { JourneyDiagrams } from './diagrams/journey-diagrams.service.js';
import { LayoutThread } from './diagrams/layout-thread.js';
import { EnrollmentHolding } from './enrollments/enrollment-holding.js';
import { EnrollmentPersonalData } from './enrollments/enrollment-personal-data.js';
import { EnrollmentStore } from './enrollments/enrollment.store.js';
import { EnrollmentViews } from './enrollments/enrollment-view.store.js';
import { JourneyTimeline } from './enrollments/journey-timeline.source.js';
import { LaneBatch, LaneSessions } from './lanes/lane-batch.service.js';
import { LaneDueTimes } from './lanes/lane-due-times.service.js';
import { LaneCustomers } from './lanes/lane-customers.service.js';
import { LaneOutbox } from './lanes/lane-outbox.service.js';
import { LaneReader } from './lanes/lane-reader.service.js';
import { LaneRepair } from './lanes/lane-repair.service.js';
import { LaneJobs, LaneRunner } from './lanes/lane-runner.service.js';
import { LaneSchedule } from './lanes/lane-schedule.service.js';
import { LaneWriter } from './lanes/lane-writer.service.js';
import { LaneMemberships } from './memberships/lane-memberships.service.js';
import { ActionCaller } from './outside/action-caller.service.js';
import { HttpCaller } from './outside/http-caller.service.js';
import { OutsideCallDesk } from './outside/outside-call-desk.service.js';
import { OutsideCallHolding } from './outside/outside-call-holding.js';
import { OutsideCallJobs } from './outside/outside-call-jobs.service.js';
import { OutsideCallPersonalData } from './outside/outside-call-personal-data.js';
import { OutsideCallRunner } from './outside/outside-call-runner.service.js';
import { OutsideCallStore } from './outside/outside-call.store.js';
import { OutsideCaller } from './outside/outside-caller.service.js';
import { JourneySimulation, SimulationSettings } from './simulation/journey-simulation.service.js';
import { ActionChecks } from './templates/action-checks.service.js';
import { RunningJourneys } from './templates/running-journeys.service.js';

/** Enrollments and compiled journeys, for every process. */
@Global()
@Module({
  providers: [
    ActionChecks,
    EnrollmentStore,
    EnrollmentHolding,
    EnrollmentPersonalData,
    OutsideCallStore,
    OutsideCallHolding,
    OutsideCallPersonalData,
    RunningJourneys,
  ],
  exports: [EnrollmentStore, OutsideCallStore, RunningJourneys],
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

/** The lanes, and the calls that follow from them, for processes that work. */
@Module({
  imports: [OutgoingModule],
  providers: [
    ActionCaller,
    HttpCaller,
    OutsideCaller,
    OutsideCallDesk,
    OutsideCallRunner,
    OutsideCallJobs,
    LaneCustomers,
    LaneOutbox,
    LaneMemberships,
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
