export * from './compile.js';
export * from './condition.js';
export * from './conditions.errors.js';
export { type DecidingTest, judgeCondition, type Judgement } from './deciding-tests.js';
export { describeCondition, type DescribeOptions } from './describe-condition.js';
export { OFFERED_TESTS, type OfferedRead, type OfferedTest, OfferedTests } from './offered-tests.js';
export { parseDate, parseMoment } from './dates.js';
export * from './facts.js';
export { UNCOMPLETED_ENDS } from './history/journey-test.js';
export { OUTBOX_STATUS, reactionEvent } from './history/message-test.js';
export { membershipCircles, membershipReferences } from './nesting.js';
export { compilePath, isPath, PATH_PATTERN, type PathReader } from './paths.js';
export { compilePattern, OPERATORS } from './operators.js';
export type { Operator, ValuePredicate } from './operator.js';
export {
  conditionEvents,
  conditionReferences,
  type ConditionReference,
  type HeardEvent,
  REFERENCED_TYPES,
} from './references.js';
export * from './schema.js';
export * from './sql/compile-sql.js';
export type { ContentNumbers, SqlContext, SqlDialect } from './sql/sql-context.js';
export * from './sql/sql-fragment.js';
export { validateCondition, validateMomentCondition, validateProfileCondition } from './surroundings.js';
export type { EventTally, HistoryRead } from './test-kind.js';
export { valueInWords } from './words.js';
