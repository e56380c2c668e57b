import { Global, Module } from '@nestjs/common';

import { JourneyOperationController } from './api/journey-operation.controller.js';
import { PolicyAttemptController } from './api/policy-attempt.controller.js';
import { OperationController } from './api/operation.controller.js';
import { DiagramController } from './api/diagram.controller.js';
import { EnrollmentController } from './api/enrollment.controller.js';
import { ExplainController } from './api/explain.controller.js';
import { OpenJourneyGate } from './api/open-journey-gate.service.js';
import { ReplayController } from './api/replay.controller.js';
import { SchemaController } from './api/schema.controller.js';
import { SimulationController } from './api/simulation.controller.js';
import { TriggerController } from './api/trigger.controller.js';
import { EventsApiModule } from '@parcours/events';
import { OutgoingModule } from '@parcours/plugin-host';
import { MessagingApiModule } from '@parcours/messaging';
import { AnswerHolding } from './answers/answer-holding.js';
import { AnswerService } from './answers/answer.service.js';
import { AnswerStore } from './answers/answer.store.js';
import { AnswerViews } from './answers/answer-views.store.js';
import { AskedVisits } from './answers/asked-visits.service.js';
import { ChoiceController } from './answers/choice.controller.js';
import { SurveyAnswerController } from './answers/survey-answer.controller.js';
import { SurveyController } from './answers/survey.controller.js';
import { SurveyVisits } from './answers/survey-visits.service.js';
import { TrialController } from './trials/trial.controller.js';
import { TrialCounts } from './trials/trial-counts.service.js';
import { TrialStore } from './trials/trial.store.js';
import { CalendarRules } from './calendar/calendar-rules.service.js';
import { JourneyDiagrams } from './diagrams/journey-diagrams.service.js';
import { LayoutThread } from './diagrams/layout-thread.js';
import { EnrollmentHolding } from './enrollments/enrollment-holding.js';
import { EnrollmentPersonalData } from './enrollments/enrollment-personal-data.js';
import { EnrollmentStore } from './enrollments/enrollment.store.js';
import { EnrollmentViews } from './enrollments/enrollment-view.store.js';
import { JourneyTimeline } from './enrollments/journey-timeline.source.js';
import { ExplainStore } from './explain/explain.store.js';
import {
  CustomerSituations,
  ExplainedCustomers,
  JourneyExplain,
  SuppressionLookups,
} from './explain/journey-explain.service.js';
import { PolicyAttempts } from './explain/policy-attempt.service.js';
import { LaneBackground } from './facts/lane-background.service.js';
import { LaneFactReader } from './facts/lane-fact-reader.service.js';
import { LaneBatch, LaneSessions } from './lanes/lane-batch.service.js';
import { LaneFollowUp } from './lanes/lane-follow-up.service.js';
import { IntakeStore } from './intake/intake.store.js';
import { LaneDueTimes } from './lanes/lane-due-times.service.js';
import { LaneCustomers } from './lanes/lane-customers.service.js';
import { LaneOutbox } from './lanes/lane-outbox.service.js';
import { LaneReader } from './lanes/lane-reader.service.js';
import { LaneRepair } from './lanes/lane-repair.service.js';
import { LaneJobs, LaneRunner } from './lanes/lane-runner.service.js';
import { LaneSchedule } from './lanes/lane-schedule.service.js';
import { LaneWriter } from './lanes/lane-writer.service.js';
import { LaneMemberships } from './memberships/lane-memberships.service.js';
import { JourneyReplay } from './replay/journey-replay.service.js';
import { ReplayStore } from './replay/replay.store.js';
import { EnrollmentOrders } from './operations/enrollment-orders.service.js';
import { EnrollmentSelection } from './operations/enrollment-selection.store.js';
import { JourneyLookup } from './operations/journey-lookup.store.js';
import { MigrationPreview } from './operations/migration.service.js';
import { MigrationWriter } from './operations/migration-writer.service.js';
import { OperationJobs, OperationRunner } from './operations/operation-jobs.service.js';
import { OperationOrders } from './operations/operation-orders.service.js';
import { OperationService } from './operations/operation.service.js';
import { OperationStore } from './operations/operation.store.js';
import { LockedOperations, OperationWorker } from './operations/operation-worker.service.js';
import { OperationsWriter } from './operations/operations-writer.service.js';
import { VersionChanges } from './operations/version-changes.service.js';
import { HeldEntryStore } from './pauses/held-entry.store.js';
import { JourneyPauses } from './pauses/journey-pause.service.js';
import { JourneyPauseStore } from './pauses/journey-pause.store.js';
import { ActionCaller } from './outside/action-caller.service.js';
import { HttpCaller } from './outside/http-caller.service.js';
import { OutsideCallDesk } from './outside/outside-call-desk.service.js';
import { OutsideCallHolding } from './outside/outside-call-holding.js';
import { OutsideCallJobs } from './outside/outside-call-jobs.service.js';
import { OutsideCallPersonalData } from './outside/outside-call-personal-data.js';
import { OutsideCallRunner } from './outside/outside-call-runner.service.js';
import { OutsideCallStore } from './outside/outside-call.store.js';
import { OutsideCaller } from './outside/outside-caller.service.js';
import { StepCaller } from './outside/step-caller.service.js';
import { TransitionReader } from './memberships/transition-reader.service.js';
import { JourneySimulation, SimulationSettings } from './simulation/journey-simulation.service.js';
import { ActionChecks } from './templates/action-checks.service.js';
import { StepCatalogue } from './templates/step-catalogue.service.js';
import { RunningJourneys } from './templates/running-journeys.service.js';

/** Enrollments and compiled journeys, for every process. */
@Global()
@Module({
  providers: [
    ActionChecks,
    LaneFactReader,
    StepCatalogue,
    EnrollmentStore,
    EnrollmentHolding,
    EnrollmentPersonalData,
    AnswerHolding,
    OutsideCallStore,
    OutsideCallHolding,
    OutsideCallPersonalData,
    RunningJourneys,
    CalendarRules,
    EnrollmentSelection,
    HeldEntryStore,
    JourneyLookup,
    JourneyPauseStore,
    OperationOrders,
    OperationStore,
    VersionChanges,
    TrialStore,
  ],
  exports: [
    EnrollmentStore,
    LaneFactReader,
    RunningJourneys,
    StepCatalogue,
    EnrollmentSelection,
    HeldEntryStore,
    JourneyLookup,
    JourneyPauseStore,
    OperationOrders,
    OperationStore,
    OutsideCallStore,
    TrialStore,
  ],
})
export class JourneysModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  imports: [EventsApiModule, MessagingApiModule],
  controllers: [
    TriggerController,
    EnrollmentController,
    ExplainController,
    PolicyAttemptController,
    DiagramController,
    SchemaController,
    SimulationController,
    ReplayController,
    OperationController,
    JourneyOperationController,
    ChoiceController,
    SurveyController,
    SurveyAnswerController,
    TrialController,
  ],
  providers: [
    AnswerService,
    AnswerStore,
    AnswerViews,
    AskedVisits,
    SurveyVisits,
    EnrollmentViews,
    JourneyTimeline,
    OpenJourneyGate,
    JourneyDiagrams,
    LayoutThread,
    JourneySimulation,
    SimulationSettings,
    ExplainStore,
    SuppressionLookups,
    ExplainedCustomers,
    CustomerSituations,
    JourneyExplain,
    PolicyAttempts,
    ReplayStore,
    JourneyReplay,
    EnrollmentOrders,
    OperationService,
    MigrationPreview,
    JourneyPauses,
  ],
})
export class JourneysApiModule {}

/** The lanes, and the calls that follow from them, for processes that work. */
@Module({
  imports: [OutgoingModule],
  providers: [
    ActionCaller,
    StepCaller,
    HttpCaller,
    OutsideCaller,
    OutsideCallDesk,
    OutsideCallRunner,
    OutsideCallJobs,
    LaneCustomers,
    LaneOutbox,
    LaneMemberships,
    TrialCounts,
    TransitionReader,
    IntakeStore,
    LaneBackground,
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
    LockedOperations,
    MigrationWriter,
    OperationWorker,
    OperationRunner,
    OperationJobs,
    OperationsWriter,
  ],
})
export class LaneModule {}
