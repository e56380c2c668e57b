import type { JourneyTestRun } from '@parcours/journeys';

/** Where a failure is to be looked for, such as `journey-templates/welcome.yaml:12:5`. */
export type Locate = (journey: string, pointer: string) => string;

/**
 * The results in the XML that continuous integration reads (the common JUnit schema): a suite a journey, a case a test,
 * one `failure` for all that a test expected in vain.
 */
export function junitXml(runs: readonly JourneyTestRun[], locate: Locate): string {
  const all = runs.flatMap(({ tests }) => tests);
  const suites = runs.map((run) => suite(run, locate));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="parcours" ${totals(all)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

type Test = JourneyTestRun['tests'][number];

function totals(tests: readonly Test[]): string {
  const failures = tests.filter(({ passed }) => !passed).length;
  const seconds = tests.reduce((sum, test) => sum + test.seconds, 0);
  return `tests="${String(tests.length)}" failures="${String(failures)}" errors="0" time="${seconds.toFixed(3)}"`;
}

function suite({ journey, tests }: JourneyTestRun, locate: Locate): string {
  return [
    `  <testsuite name="${escaped(journey)}" ${totals(tests)} skipped="0">`,
    ...tests.map((test, at) => testCase(test, { journey, at, locate })),
    '  </testsuite>',
  ].join('\n');
}

function testCase(
  { name, passed, failures, transcript, seconds }: Test,
  { journey, at, locate }: { journey: string; at: number; locate: Locate },
): string {
  const head = `    <testcase classname="${escaped(journey)}" name="${escaped(name)}" time="${seconds.toFixed(3)}"`;
  if (passed) return `${head}/>`;
  const [first] = failures;
  const lines = failures.map(
    ({ pointer, message }) => `${locate(journey, `/tests/${String(at)}${pointer}`)} ${message}`,
  );
  const text = [...lines, 'What happened:', ...transcript].join('\n');
  return [
    `${head}>`,
    `      <failure message="${escaped(first?.message ?? 'failed')}" type="expectation">${escaped(text)}</failure>`,
    '    </testcase>',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What may stand in XML 1.0: characters that it does not have become question marks. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
