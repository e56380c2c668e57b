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
import { MessageWords, MessagingApiModule, RenderContexts } from '@parcours/messaging';
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
import { CompletedCalls } from './completions/completed-call.store.js';
import { CompletionDesk } from './completions/completion-desk.service.js';
import { CompletionInbox } from './completions/completion-inbox.store.js';
import { CompletionIntake } from './completions/completion-intake.service.js';
import { CompletionJobs, CompletionRunner } from './completions/completion-runner.service.js';
import { OutsideCallCompletion } from './completions/outside-call-completion.service.js';
import { ActionCaller } from './outside/action-caller.service.js';
import { HttpCaller } from './outside/http-caller.service.js';
import { OutsideCallDesk } from './outside/outside-call-desk.service.js';
import { OutsideCallHolding } from './outside/outside-call-holding.js';
import { OutsideCallJobs } from './outside/outside-call-jobs.service.js';
import { OutsideCallPersonalData } from './outside/outside-call-personal-data.js';
import { OutsideCallRunner } from './outside/outside-call-runner.service.js';
import { OutsideCallController } from './api/outside-call.controller.js';
import { HandOverReader } from './hand-overs/hand-over-reader.service.js';
import { HandOverStore } from './hand-overs/hand-over.store.js';
import { OutsideCallOutbox } from './outside/outside-call-outbox.service.js';
import { OwnerTurns } from './teams/owner-turns.store.js';
import { OutsideCallOrderStore } from './outside/outside-call-order.store.js';
import { OutsideCallOrders } from './outside/outside-call-orders.service.js';
import { OutsideCallRetention } from './outside/outside-call-retention.js';
import { OutsideCallTimeline } from './outside/outside-call-timeline.source.js';
import { OutsideCallViews } from './outside/outside-call-view.store.js';
import { OutsideCallStore } from './outside/outside-call.store.js';
import { OutsideCaller } from './outside/outside-caller.service.js';
import { StepCaller } from './outside/step-caller.service.js';
import { TransitionReader } from './memberships/transition-reader.service.js';
import { JourneySimulation, SimulationSettings } from './simulation/journey-simulation.service.js';
import { SimulatedCustomers } from './simulation/simulated-customers.service.js';
import { MadeOfferReader } from './trials/made-offer-reader.service.js';
import { MadeOfferStore } from './trials/made-offers.store.js';
import { FeedbackController } from './feedback/feedback.controller.js';
import { FeedbackService, FeedbackTeller } from './feedback/feedback.service.js';
import { FeedbackViews } from './feedback/feedback-view.store.js';
import { SurveyChecks } from './feedback/survey-checks.service.js';
import { SecretChecks } from './secrets/secret-checks.service.js';
import { SecretController } from './secrets/secret.controller.js';
import { SecretReader } from './secrets/secret-reader.service.js';
import { SecretLedger, SecretService } from './secrets/secret.service.js';
import { SecretStore } from './secrets/secret.store.js';
import { ActionChecks } from './templates/action-checks.service.js';
import { EventChecks } from './templates/event-checks.service.js';
import { ScheduleChecks } from './templates/schedule-checks.service.js';
import { StepCatalogue } from './templates/step-catalogue.service.js';
import { RunningJourneys } from './templates/running-journeys.service.js';

/** Enrollments and compiled journeys, for every process. */
@Global()
@Module({
  providers: [
    ActionChecks,
    EventChecks,
    ScheduleChecks,
    SecretChecks,
    SurveyChecks,
    SecretStore,
    AnswerStore,
    LaneFactReader,
    StepCatalogue,
    EnrollmentStore,
    EnrollmentHolding,
    EnrollmentPersonalData,
    AnswerHolding,
    OutsideCallStore,
    OutsideCallHolding,
    OutsideCallPersonalData,
    CompletedCalls,
    CompletionDesk,
    CompletionInbox,
    RunningJourneys,
    CalendarRules,
    EnrollmentSelection,
    HeldEntryStore,
    JourneyLookup,
    JourneyPauseStore,
    OperationOrders,
    OperationStore,
    VersionChanges,
    IntakeStore,
    MadeOfferStore,
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
    CompletionDesk,
    CompletionInbox,
    MadeOfferStore,
    AnswerStore,
    SecretStore,
    TrialStore,
  ],
})
export class JourneysModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  imports: [EventsApiModule, MessagingApiModule, OutgoingModule],
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
    OutsideCallController,
    SecretController,
    FeedbackController,
  ],
  providers: [
    AnswerService,
    AnswerViews,
    AskedVisits,
    SurveyVisits,
    EnrollmentViews,
    JourneyTimeline,
    OutsideCallTimeline,
    FeedbackService,
    FeedbackTeller,
    FeedbackViews,
    SecretLedger,
    SecretService,
    OutsideCallViews,
    OutsideCallOrderStore,
    OutsideCallOrders,
    OutsideCallCompletion,
    CompletionIntake,
    OpenJourneyGate,
    JourneyDiagrams,
    LayoutThread,
    JourneySimulation,
    SimulatedCustomers,
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
    SecretReader,
    OutsideCaller,
    OutsideCallDesk,
    OutsideCallRunner,
    OutsideCallJobs,
    OutsideCallRetention,
    OutsideCallOutbox,
    OwnerTurns,
    HandOverReader,
    HandOverStore,
    MessageWords,
    RenderContexts,
    CompletionRunner,
    CompletionJobs,
    LaneCustomers,
    LaneOutbox,
    LaneMemberships,
    TrialCounts,
    TransitionReader,
    MadeOfferReader,
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
