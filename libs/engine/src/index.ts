export * from './definition/compile.js';
export * from './definition/definition.js';
export type { CompiledGoal, GoalDefinition } from './definition/goals.js';
export { emittedEvents, heardEvents } from './definition/heard-events.js';
export { checkValue } from './definition/values.js';
export { sendingsOf, type SentTemplate, type StepSending } from './definition/sendings.js';
export type { JourneyReference, KnownContent } from './definition/references.js';
export { JOURNEY_DEFINITION_SCHEMA, journeyDefinitionSchema, MAX_STEPS } from './definition/schema.js';
export { isJourneyDefinition, validateDefinition } from './definition/validate.js';
export { drawJourney, outlineJourney, type DrawJourneyOptions } from './diagram/draw.js';
export type { LayoutEngine, LayoutGraph } from './diagram/layout.js';
export type { PictureContext, PictureIcon, PictureWay, StepPicture } from './diagram/picture.js';
export type { DiagramTheme } from './diagram/stylesheet.js';
export * from './engine.errors.js';
export { chanceOf } from './run/chance.js';
export { convert, expel, isHeldOut, resume, start } from './run/engine.js';
export { planMigration, type StepMigration } from './run/migration.js';
export { endEarly, moveTo, skipWait } from './run/operations.js';
export {
  canEnter,
  contextOf,
  entryScope,
  MAX_ENTRY_KEY_LENGTH,
  type EntryDecision,
  type EntryHistory,
  type EntryRefusal,
  type EntryRequest,
} from './run/entry.js';
export type { ConsentDecision } from './run/consent.js';
export { explainRecord, type ExplainLocale } from './run/explain.js';
export { explainWaiting } from './run/explain-waiting.js';
export * from './run/passage.js';
export * from './run/state.js';
export {
  type AskedOffer,
  EARLY_ENDS,
  type EarlyEnd,
  MAX_STEPS_PER_PASSAGE,
  type EngineInput,
  type RefuseOffer,
} from './run/walk.js';
export { ANSWERS_SCHEMA, type SimulatedAnswer, type SimulatedAnswers } from './simulation/answers.js';
export type { Happening, Simulation, Stimulus } from './simulation/happening.js';
export {
  DEFAULT_LENGTH,
  DEFAULT_START,
  type Expectation,
  type JourneyTest,
  runJourneyTest,
  stimuliOf,
  type TestFailure,
  type TestResult,
  type TestSurroundings,
  type TimelineItem,
} from './simulation/journey-test.js';
export {
  JOURNEY_TESTS_SCHEMA,
  SIMULATED_CUSTOMER_SCHEMA,
  TIMELINE_SCHEMA,
} from './simulation/journey-test.schema.js';
export { MOMENT_PATTERN, momentAt, sinceStart } from './simulation/moments.js';
export { transcriptOf } from './simulation/transcript.js';
export type { AskedGroup, SimulatedPast } from './simulation/simulated-facts.js';
export type { SimulatedCustomer } from './simulation/journey-test.js';
export type { AnswerFollowUp, GivenAnswer } from './simulation/answer-follow-up.js';
export { MAX_HAPPENINGS, simulate, type SimulationRequest } from './simulation/simulator.js';
export type { ActionStep } from './steps/action.js';
export { OWNER_INPUT } from './steps/action-hand-over.js';
export type { BranchStep } from './steps/branch.js';
export { CHOICE_EVENT, type ChoiceOption, type ChoiceStep } from './steps/choice.js';
export type { EmitStep } from './steps/emit.js';
export type { ExitStep } from './steps/exit.js';
export { type HttpAnswer, savedValue } from './steps/http-answer.js';
export type { HttpStep } from './steps/http.js';
export type { JourneyStep } from './steps/journey.js';
export type { MessageStep } from './steps/message.js';
export type { OfferStep } from './steps/offer.js';
export { isPluginStepType, LONGEST_STEP_TYPE, type OfferedStep, type PluginStep } from './steps/plugin.js';
export * from './steps/step-type.js';
export type { SplitArm, SplitStep } from './steps/split.js';
export { STEP_TYPES, type StepTypes, stepTypesWith } from './steps/step-types.js';
export { SURVEY_EVENT, type SurveyStep } from './steps/survey.js';
export type { UpdateStep } from './steps/update.js';
export type { AwaitedEvent, WaitForStep } from './steps/wait-for.js';
export type { Until } from './steps/wait-until.js';
export type { WaitStep } from './steps/wait.js';
export type { TrialCount } from './trials/trial.js';
export * from './triggers/calendar.js';
export { groupEventName } from './triggers/group-change.js';
export type { JourneyAsks } from './definition/asks.js';
export { type DayWindow, firstInside, firstOutside, isInWindows } from './time/day-windows.js';
export { CUSTOMER_ZONE, chooseZone } from './time/zone-choice.js';
export {
  isZone,
  nextTimeOfDay,
  parseTimeOfDay,
  WEEKDAYS,
  type TimeOfDay,
  type Weekday,
} from './time/zones.js';
