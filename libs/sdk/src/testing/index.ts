export {
  checkConformance,
  type ConformanceCheck,
  conformanceChecks,
  type ConformanceOptions,
} from './conformance/conformance.js';
export * from './conformance/conformance-report.js';
export * from './conformance/conformance-subject.js';
export { sampleMessage, sampleText } from './conformance/sample-messages.js';
export * from './http-fake.js';
export * from './test-host.js';
