import { TOPIC_TYPE } from '@parcours/audience';
import { ContentSnapshot, type ContentType, documentSchema } from '@parcours/content';
import { type TestResult, validateDefinition } from '@parcours/engine';
import { compileSchema } from '@parcours/http';
import { isError, type JsonObject } from '@parcours/kernel';
import { CHANNEL_POLICY_TYPE, CONNECTOR_TYPE, MESSAGE_TEMPLATE_TYPE } from '@parcours/messaging';

import { JOURNEY_TEMPLATE_TYPE, type JourneyTemplateDocument } from '../templates/journey-template.type.js';
import { runTestsOf } from './journey-tests.rules.js';

/** A piece of content as it lies in a folder. */
export interface FolderThing {
  readonly type: string;
  readonly key: string;
  readonly document: JsonObject;
}

/** What is wrong with a thing that the tests go by. */
export interface FolderDefect {
  readonly type: string;
  readonly key: string;
  /** JSON pointer inside the document. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** The tests of one journey, each with its result. */
export interface JourneyTestRun {
  readonly journey: string;
  readonly tests: readonly (TestResult & { readonly seconds: number })[];
}

/** Either what is wrong, or what came of the tests. */
export interface FolderTests {
  readonly defects: readonly FolderDefect[];
  readonly runs: readonly JourneyTestRun[];
}

/** The types whose documents decide what a test sees. */
const DECIDING: readonly ContentType[] = [
  JOURNEY_TEMPLATE_TYPE,
  MESSAGE_TEMPLATE_TYPE,
  CHANNEL_POLICY_TYPE,
  CONNECTOR_TYPE,
  TOPIC_TYPE,
];

/**
 * Runs the tests of journeys as a publish would, were everything in the folder published: with the engine and the channel
 * policies of production, and without a server. `only` is the key of one journey.
 */
export function testJourneys(things: readonly FolderThing[], only?: string): FolderTests {
  const content = new ContentSnapshot(
    1,
    things.map((thing, at) => ({ ...thing, itemId: at + 1, versionId: at + 1, number: 1 })),
  );
  const journeys = content
    .all(JOURNEY_TEMPLATE_TYPE)
    .filter(({ key, document }) => (document.tests ?? []).length > 0 && (only ?? key) === key);
  const untested = new Set(
    content.keysOf(JOURNEY_TEMPLATE_TYPE.name).filter((key) => !journeys.some((each) => each.key === key)),
  );
  const decide = things.filter(({ type, key }) => type !== JOURNEY_TEMPLATE_TYPE.name || !untested.has(key));
  const defects = [
    ...schemaDefects(decide),
    ...journeys.flatMap(({ key, document }) => definitionDefects(key, document)),
  ];
  if (defects.length > 0) return { defects, runs: [] };
  const runs = journeys.map(({ key, document: { definition, tests = [] } }) => ({
    journey: key,
    tests: tests.flatMap((test) => {
      const startedAt = performance.now();
      const results = runTestsOf({ definition, tests: [test] }, { key, content });
      const seconds = (performance.now() - startedAt) / 1_000;
      return results.map((result) => ({ ...result, seconds }));
    }),
  }));
  return { defects, runs };
}

function schemaDefects(things: readonly FolderThing[]): FolderDefect[] {
  return DECIDING.flatMap((type) => {
    const check = compileSchema(documentSchema(type));
    return things
      .filter((thing) => thing.type === type.name)
      .flatMap(({ key, document }) =>
        check(document).map(({ pointer, code, detail }) => ({
          type: type.name,
          key,
          pointer,
          code,
          message: detail,
        })),
      );
  });
}

function definitionDefects(key: string, { definition }: JourneyTemplateDocument): FolderDefect[] {
  return validateDefinition(definition, {})
    .filter(isError)
    .map(({ code, pointer, message }) => ({
      type: JOURNEY_TEMPLATE_TYPE.name,
      key,
      pointer: `/definition${pointer}`,
      code,
      message,
    }));
}
