import { type Context, createContext, Script } from 'node:vm';

import { readPath } from '@parcours/kernel';

/** How long a pure function of a plugin may take, in milliseconds. */
export const PURE_CALL_MS = 100;

const SCRIPT = new Script('run()');
let context: Context | undefined;

/** The clock on the wall ticks while the process itself is held up: whoever was late once has so many times as long. */
const SECOND_TRY = 20;

/**
 * Calls a pure function that is interrupted when it takes too long, an endless loop too: about 50 µs more than the call
 * itself. One that is late is called once more, with more time. What it answers or throws is handed on.
 * @throws Error with the code ERR_SCRIPT_EXECUTION_TIMEOUT
 */
export function timeBoxed<T>(call: () => T, timeout = PURE_CALL_MS): T {
  try {
    return callOnce(call, timeout);
  } catch (cause) {
    if (readPath(cause, 'code') !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw cause;
    return callOnce(call, timeout * SECOND_TRY);
  }
}

function callOnce<T>(call: () => T, timeout: number): T {
  const box = (context ??= createContext({ run: undefined }));
  let answer: { readonly value: T } | undefined;
  const outer: unknown = box['run'];
  box['run'] = () => {
    answer = { value: call() };
  };
  try {
    SCRIPT.runInContext(box, { timeout });
  } finally {
    box['run'] = outer;
  }
  if (!answer) throw new Error('there is no answer');
  return answer.value;
}
