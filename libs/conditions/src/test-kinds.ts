import { CHANNEL_TEST } from './channel-test.js';
import { compileTests, testsSql } from './combinations.js';
import { CONSENT_TEST } from './consent-test.js';
import { PLUGIN_TEST } from './plugin-test.js';
import { PREFERENCE_TEST } from './preference-test.js';
import { describeWith } from './describe.js';
import { eventTest } from './history/event-test.js';
import { JOURNEY_TEST } from './history/journey-test.js';
import { MESSAGE_TEST } from './history/message-test.js';
import { BELONGING_TESTS } from './history/standing-tests.js';
import type { TestKind } from './test-kind.js';
import { findingsOf } from './validate.js';
import { VALUE_TESTS } from './value-tests.js';

function byMember(kinds: readonly TestKind[]): ReadonlyMap<string, TestKind> {
  return new Map(kinds.map((kind) => [kind.member, kind]));
}

/** Kinds of tests that look at the moment: what figures can ask. */
export const MOMENT_KINDS = byMember([...VALUE_TESTS, CONSENT_TEST]);

/** Kinds of tests that look at one event: what `where` of a past event can ask. */
export const PROPERTY_KINDS = byMember(VALUE_TESTS.filter(({ sight }) => sight === 'event'));

const EVENT_TEST = eventTest({
  validate: (where, at) => findingsOf(where, { at, kinds: PROPERTY_KINDS, known: TEST_KINDS }),
  compile: (where) => compileTests(where, PROPERTY_KINDS),
  sql: (where, context) => testsSql(where, PROPERTY_KINDS, context),
  describe: (where, telling) => [describeWith(where, telling, PROPERTY_KINDS)],
});

/** Every kind of test by the member that tells it. The schema, the validation and the compiler read this one table. */
export const TEST_KINDS: ReadonlyMap<string, TestKind> = byMember([
  ...VALUE_TESTS,
  CONSENT_TEST,
  CHANNEL_TEST,
  PREFERENCE_TEST,
  EVENT_TEST,
  MESSAGE_TEST,
  ...BELONGING_TESTS,
  JOURNEY_TEST,
  PLUGIN_TEST,
]);
