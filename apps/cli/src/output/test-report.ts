import type { JourneyTestRun } from '@parcours/journeys';

import type { Locate } from './junit.js';
import { counted, type Screen } from './screen.js';

/** Each test with its outcome; of one that failed what it expected, what came instead, and all that happened. */
export function testLines(runs: readonly JourneyTestRun[], screen: Screen, locate: Locate): string[] {
  const tests = runs.flatMap((run) => run.tests.map((test, at) => ({ ...test, journey: run.journey, at })));
  const lines = tests.flatMap(({ journey, at, name, passed, failures, transcript }) => {
    const mark = passed ? screen.style('green', '✓') : screen.style('red', '✗');
    const head = `${mark} ${screen.style('dim', journey)}  ${name}`;
    if (passed) return [head];
    const told = failures.flatMap(({ pointer, message }) => [
      `    ${screen.style('dim', locate(journey, `/tests/${String(at)}${pointer}`))}`,
      ...contrast(message, screen),
    ]);
    return [head, ...told, '    What happened:', ...transcript.map((line) => `      ${line}`)];
  });
  const failed = tests.filter(({ passed }) => !passed).length;
  return [...lines, summary(tests.length, failed, screen)];
}

/** What was expected in one line, what came in the next. */
function contrast(message: string, screen: Screen): string[] {
  const [, expected, got] = /^Expected:? ?(.+?)(?:; |\. )(.+)$/.exec(message) ?? [];
  if (expected === undefined || got === undefined) return [`    ${screen.style('red', message)}`];
  return [
    `    ${screen.style('green', `- expected ${expected}`)}`,
    `    ${screen.style('red', `+ ${got.replace(/\.$/, '')}`)}`,
  ];
}

function summary(tests: number, failed: number, screen: Screen): string {
  if (tests === 0) return 'No tests.';
  const passed = `${counted(tests - failed, 'test')} passed`;
  return failed === 0
    ? screen.style('green', `${passed}.`)
    : screen.style('red', `${passed}, ${String(failed)} failed.`);
}
