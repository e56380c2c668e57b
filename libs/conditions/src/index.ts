export * from './compile.js';
export * from './condition.js';
export * from './conditions.errors.js';
export { parseDate, parseMoment } from './dates.js';
export { compilePath, isPath, PATH_PATTERN, type PathReader } from './paths.js';
export { OPERATORS } from './operators.js';
export type { Operator, ValuePredicate } from './operator.js';
export * from './schema.js';
export * from './validate.js';
